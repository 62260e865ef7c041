import { expect, it } from 'vitest';
import { z } from 'zod';
import { testClock } from '../../electron/keeper/clock.test-support.ts';
import { outboxOn } from '../../electron/keeper/outbox/outbox.test-support.ts';
import { READY } from '../../electron/keeper/signing/signing.test-support.ts';
import { newVault } from '../../electron/keeper/vault/vault.test-support.ts';
import type { Vault } from '../../electron/keeper/vault/vault.ts';
import type { CalendarDate } from '../../shared/calendar.ts';

// Whoever stands at the door, and reads files of the kiosk as often as they like.

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);
const PEOPLE = 12;

/** An entry that can be told from others, which no real one can. */
const told = (applications: number, day: CalendarDate) =>
  ({ kind: 'forgotten', day, applications, cards: 0, cause: 'power-lost' }) as const;

const restingRows = z.array(z.object({ number: z.number(), entry: z.instanceof(Uint8Array) }));
const resting = ({ database }: Vault) =>
  restingRows.parse(database.prepare('SELECT number, entry FROM resting ORDER BY number').all());

it('whoever copied the vault each time somebody left does not know by its numbers where in the ledger they are', () => {
  const vault = newVault();
  const clock = testClock({ now: NOON });
  const { outbox, ledger } = outboxOn(vault, clock);
  const before = ledger.head()?.sequence ?? 0;
  const numberOf = new Map<number, number>();
  for (let person = 1; person <= PEOPLE; person += 1) {
    outbox.record(({ day }) => told(person, day));
    for (const { number } of resting(vault))
      if (![...numberOf.values()].includes(number)) numberOf.set(person, number);
  }
  // The control: a row keeps its number, so that these copies do say whose it is.
  expect(resting(vault).map(({ number }) => number)).toEqual(
    [...numberOf.values()].toSorted((one, other) => one - other),
  );
  outbox.endDay();
  const inLedger = [...ledger.since(before)].map((entry) =>
    entry.kind === 'forgotten' ? entry.applications : 0,
  );
  const byNumber = [...numberOf].toSorted(([, one], [, other]) => one - other).map(([person]) => person);
  expect(inLedger.toSorted((one, other) => one - other)).toEqual([...numberOf.keys()]);
  // Of 479,001,600 orders.
  expect(inLedger).not.toEqual(byNumber);
  expect(inLedger).not.toEqual(byNumber.toReversed());
  expect(inLedger).not.toEqual([...numberOf.keys()]);
});

it('what rests at a kiosk at which nobody has signed in goes on resting, in no order, also when its day is over', () => {
  const vault = newVault();
  const clock = testClock({ now: NOON });
  const someone = { hasSignedIn: false };
  const { outbox, written } = outboxOn(vault, clock, { ...READY, prepare: () => someone.hasSignedIn });
  const ended = (): void => outbox.record(({ day }) => ({ kind: 'erased', day, outcome: 'issued' }));
  for (let person = 1; person <= PEOPLE; person += 1) ended();
  clock.advance(DAY);
  outbox.flush();
  outbox.endDay();
  // In the table of what is pending they would lie in the order of their rows.
  expect([outbox.resting().length, outbox.waiting(), written()]).toEqual([PEOPLE, 0, []]);
  // The control: with somebody there they go, all at once.
  someone.hasSignedIn = true;
  outbox.flush();
  expect([outbox.resting().length, written().length]).toEqual([0, PEOPLE]);
});
