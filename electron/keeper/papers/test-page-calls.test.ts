import { expect, it } from 'vitest';
import type { Paper } from '../../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { testPageOnPaper } from '../../../shared/slips/test-page.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { type TestPagePort, testPageCalls } from './test-page-calls.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

/** A kiosk with an ordinary printer that takes one page, and what was printed on it. */
function stage(changed: Partial<TestPagePort> = {}) {
  const occupant = newOccupant();
  const clock = testClock({ now: Date.parse('2026-11-24T15:30:00Z') });
  const printed: Paper[] = [];
  const calls = testPageCalls(
    {
      clock,
      kiosk: { read: () => ({ name: 'Counter 3' }) },
      policies: { inForce: { rules: harborCity } },
      pool: { shown: () => occupant.session },
      printer: { ordinary: () => ORDINARY_PRINTER },
      papers: { print: (_printer, paper) => (printed.length > 0 ? null : printed.push(paper)) },
      ...changed,
    },
    occupant,
  );
  return { calls, clock, occupant, printed };
}

it('is of this kiosk, this printer and this minute, and one at a time', async () => {
  const { calls, clock, printed } = stage();
  expect(await calls.printTestPage({})).toEqual({ ok: true, value: { number: 1 } });
  expect(printed).toEqual([
    testPageOnPaper({
      programme: harborCity.name,
      kioskName: 'Counter 3',
      day: clock.today(),
      time: clock.timeAt(clock.now()),
      printerName: ORDINARY_PRINTER.name,
    }),
  ]);
  // While it is under way there is no other.
  expect(await calls.printTestPage({})).toEqual(refused('printer-in-use'));
});

it('is not printed without an ordinary printer, nor for a session that nobody sees or that had an applicant', async () => {
  const without = stage({ printer: { ordinary: () => null } });
  expect(await without.calls.printTestPage({})).toEqual(refused('no-ordinary-printer'));
  const hidden = stage({ pool: { shown: () => null } });
  expect(await hidden.calls.printTestPage({})).toEqual(refused('not-now'));
  const used = stage();
  used.occupant.used = true;
  expect(await used.calls.printTestPage({})).toEqual(refused('not-now'));
  for (const { printed } of [without, hidden, used]) expect(printed).toEqual([]);
});
