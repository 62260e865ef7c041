import { expect, it } from 'vitest';
import { foldEntries } from '../../../shared/ledger/fold.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import { holdsIn } from '../holds/holds.ts';
import type { HoldSet } from '../holds/holds-beside-vault.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { misfitRowsOf } from './misfit-rows.ts';
import { noteMisfits } from './note-misfits.ts';
import { vaultFactsOf } from './vault-facts.ts';

const SET: HoldSet = {
  ...{ kind: 'hold-set', utc: 2, by: 'aa'.repeat(16), hold: '01'.repeat(16), scope: 'all' },
  ...{ reason: 'subpoena', applications: 9_000, sealed: 0, unsealed: 9_000 },
};

it('what did not fit is noted with what keeps more, or nothing of it where the disk is full, which is no bug', () => {
  const vault = newVault();
  const ledger = foldEntries([SET]);
  const lackingHolds = [...ledger.holds.values()];
  const misfits: readonly Misfit[] = [{ kind: 'holds', holds: 1 }];
  const found = { misfits, vault: vaultFactsOf(vault), ledger, lackingHolds };
  const { database } = vault;
  const noted = () => [misfitRowsOf(database).all().length, holdsIn(database).length];
  // As many pages as it has: SQLite itself then says what a full disk makes it say.
  const pages = Number(database.pragma('page_count', { simple: true }));
  database.pragma(`max_page_count = ${pages}`);
  expect(noteMisfits(vault, found, 5)).toEqual({
    ...{ ok: false, error: { kind: 'unwritable', code: 'SQLITE_FULL' } },
  });
  expect(noted()).toEqual([0, 0]);
  database.pragma(`max_page_count = ${pages * 100}`);
  expect(noteMisfits(vault, found, 5)).toEqual({ ok: true, value: null });
  expect(noted()).toEqual([1, 1]);
});
