import { expect, it } from 'vitest';
import { policyHash } from '../../../shared/contract/ids.ts';
import { foldEntries } from '../../../shared/ledger/fold.ts';
import type { Misfit } from '../../../shared/misfit/misfit.ts';
import { testClock } from '../clock.test-support.ts';
import { tally } from '../counter-day/day-figures.ts';
import { createDayRows, restingCounts } from '../counter-day/day-rows.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { goOnByLedger } from './go-on-by-ledger.ts';
import { vaultFactsOf } from './vault-facts.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** A vault in which entries rest, some of them since before the day was opened, and what is left when two people went on. */
function wentOnWith(misfit: Misfit) {
  const vault = newVault();
  const { outbox } = outboxOn(vault, testClock({ now: NOON }));
  const dayRows = createDayRows(vault.database);
  const handOver = (): void => outbox.record(({ day }) => ({ kind: 'handoff', day }));
  handOver();
  handOver();
  dayRows.open({
    ...{ opened: NOON, day: { year: 2026, month: 11, day: 24 }, blanks: 480, ledger_entry: 2 },
    waiting: { cards: 0, paid: 0, waived: 0 },
    resting: restingCounts(tally(outbox.resting())),
  });
  handOver();
  vault.database.transaction(() =>
    goOnByLedger(
      {
        vault,
        ledger: { head: () => undefined, vaultMark: () => ({ kind: 'signed', generation: 7 }) },
        jobRows: { disown: () => undefined },
        dayRows,
        trayChecks: { add: () => undefined },
        holds: { disown: () => undefined },
        recovery: { reconsider: () => undefined },
        policies: { inForce: { hash: policyHash.parse('ab'.repeat(32)) } },
      },
      {
        ...{ misfits: [misfit], isClosed: true, isUnmarked: false, missing: [], surplus: [] },
        ...{ lackingHolds: [], unsigned: [] },
        ...{ vault: vaultFactsOf(vault), ledger: foldEntries([]) },
      },
      [],
      { by: 'b'.repeat(32), utc: NOON },
    ),
  )();
  return {
    resting: outbox.resting().length,
    before: dayRows.day()?.resting.issued,
    generation: vault.kiosk.generation(),
  };
}

it('of an older vault, what rests is let go of, for it may be written already; and the open day counts from nothing', () => {
  expect(wentOnWith({ kind: 'vault-older', applications: 0 })).toEqual({
    ...{ resting: 0, before: 0 },
    generation: 8,
  });
});

it('of a vault that is the newest one, what rests goes on resting, whatever the ledger says', () => {
  expect(wentOnWith({ kind: 'ledger-altered' })).toEqual({ resting: 3, before: 2, generation: 8 });
});
