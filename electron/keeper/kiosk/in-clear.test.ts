import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { holdId } from '../../../shared/contract/ids.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { CLERK, SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import { NOTICE } from '../suspension/orders.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';

it('what staff type stands in the vault in clear: the names of staff and kiosk, counsel’s reference, a notice', async () => {
  const dataFolder = workingFolder();
  const { keeper, core } = await counter({ dataFolder });
  await core.call('signIn', SUPERVISOR);
  await core.call('setHold', { reason: 'subpoena', tickets: null });
  const hold = holdId.parse(keeper.services.holds.all()[0]?.identifier);
  expect(await core.call('resumeIntake', { hold, reference: 'Docket Quillobert' })).toMatchObject({
    ok: true,
  });
  const suspending = { takesEffect: null, open: 'finish', notice: NOTICE } as const;
  expect(await core.call('suspendIntake', suspending)).toMatchObject({ ok: true });
  const file = readFileSync(join(dataFolder, 'vault.db'));
  for (const typed of ['Docket Quillobert', 'Counter 3', CLERK.name, SUPERVISOR.name])
    expect([typed, file.includes(typed)]).toEqual([typed, true]);
  const deflated = z
    .instanceof(Uint8Array)
    .parse(keeper.services.vault.database.prepare('SELECT notice FROM suspension').pluck().get());
  expect(inflateRawSync(deflated).toString()).toBe(JSON.stringify(NOTICE));
});

it('no signing key stands in the vault; in one row stands who the kiosk is', () => {
  const path = join(workingFolder(), 'vault.db');
  const opened = openVault(path);
  if (!opened.ok) throw new Error('no vault');
  const { kiosk, database } = opened.value;
  kiosk.insert({ identifier: '0f'.repeat(16), name: 'Counter 3', day: '2026-11-24' });
  database.close();
  const again = newVault(path);
  expect(again.kiosk.clearKey()).toBeNull();
  const columns = z.array(z.object({ name: z.string() })).parse(again.database.pragma('table_info(kiosk)'));
  expect(columns.map(({ name }) => name).toSorted()).toEqual([
    ...['clear_key', 'custody', 'display_width', 'emptied_day', 'former_entries', 'former_head'],
    ...['generation', 'identifier', 'last_ticket', 'ledger_entries', 'ledger_head'],
    ...['name', 'newest_policy', 'only_one', 'policy', 'practice', 'programme_key'],
    ...['residents', 'roll_owed', 'ticket_day'],
  ]);
});
