import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createDaySheets } from './day-sheets.ts';
import { ledgerCalls } from './ledger-calls.ts';

it('gives out no head from before: while the disk does not take the entry that tells of it, no checkpoint leaves', () => {
  const vault = newVault();
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 13) });
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const { outbox, ledger, fault } = outboxOn(vault, clock);
  const daySheets = createDaySheets({ ledger, kiosk: vault.kiosk, clock, vault });
  const calls = ledgerCalls({
    ...{ ledger, outbox, clock, kiosk: vault.kiosk, exportFolder: null },
    staff: { ...people.staff, members: () => [] },
    screens: { refresh: () => undefined },
    makeDaySheet: () => daySheets.make({ kind: 'not-counted', counts: { issued: 0, spoiled: 0, wiped: 0 } }),
  });
  const take = () => calls.takeCheckpoint({ way: 'day-sheet' }, null);
  fault.full = true;
  expect(take()).toEqual({ ok: false, error: { kind: 'not-written' } });
  fault.full = false;
  outbox.flush();
  expect(take()).toMatchObject({ ok: true, value: { sheet: { sequence: ledger.head()?.sequence } } });
});
