import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomes } from '../../../shared/application/application-state.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { testClock } from '../clock.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { outboxOn } from './outbox.test-support.ts';

const DAY = 86_400_000;
const NOON = Date.UTC(2026, 10, 24, 12);

function stage() {
  const vault = newVault();
  // Nothing here asks what a power cut leaves.
  vault.database.pragma('synchronous = OFF');
  const clock = testClock({ now: NOON });
  const on = outboxOn(vault, clock);
  const erased = (outcome: (typeof outcomes)[number]): void =>
    on.outbox.record(({ day }) => ({ kind: 'erased', day, outcome }));
  return { ...on, vault, clock, erased };
}

const many = (count: number, act: () => void): void => {
  for (let number = 0; number < count; number += 1) act();
};

describe('entries about applicants', () => {
  it('wait until the day is closed, and are counted as none that is missing', () => {
    const { outbox, written, erased } = stage();
    erased('issued');
    erased('denied');
    expect([written().length, outbox.resting().length, outbox.waiting()]).toEqual([0, 2, 0]);
    expect(outbox.has('erased', () => true)).toBe(true);
    outbox.endDay();
    expect([written().length, outbox.resting().length, outbox.waiting()]).toEqual([2, 0, 0]);
  });

  it('go by ten where fifteen are alike: five always stay, so the eleventh is never alone', () => {
    const { outbox, written, erased } = stage();
    many(14, () => erased('issued'));
    expect(written()).toEqual([]);
    erased('issued');
    expect([written().length, outbox.resting().length]).toEqual([10, 5]);
    many(9, () => erased('issued'));
    expect(written()).toHaveLength(10);
    outbox.endDay();
    expect([written().length, outbox.resting().length]).toEqual([24, 0]);
  });

  it('are in none of these sets with one that is another: it stays until the day is closed', () => {
    const { outbox, written, erased } = stage();
    erased('denied');
    many(15, () => erased('issued'));
    expect(written().map(({ outcome }) => outcome)).toEqual(Array(10).fill('issued'));
    expect(outbox.resting().filter(({ kind }) => kind === 'erased')).toHaveLength(6);
  });

  it('leave no set of fewer than five alike but for the last of a day, whoever comes in whichever order', () => {
    fc.assert(
      fc.property(
        // Of 43 people fifteen are alike, whatever comes: there is a set in each run.
        fc.array(fc.constantFrom('issued' as const, 'withdrawn' as const, 'denied' as const), {
          minLength: 43,
          maxLength: 60,
        }),
        (people) => {
          const { outbox, written, erased } = stage();
          for (const outcome of people) {
            const before = written().length;
            erased(outcome);
            const set = written().slice(before);
            if (set.length === 0) continue;
            expect(set).toHaveLength(10);
            expect(new Set(set.map((entry) => entry.outcome))).toEqual(new Set([outcome]));
            const stay = outbox
              .resting()
              .filter((entry) => entry.kind === 'erased' && entry.outcome === outcome);
            expect(stay).toHaveLength(5);
          }
          outbox.endDay();
          expect(
            written()
              .map((entry) => entry.outcome)
              .toSorted(),
          ).toEqual(people.toSorted());
        },
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 15 : 6 },
    );
  });

  it('of a day that nobody closed go when it is over, also where the kiosk was off by then', () => {
    const { outbox, written, erased, clock } = stage();
    many(3, () => erased('withdrawn'));
    outbox.flush();
    expect(written()).toEqual([]);
    clock.advance(3 * DAY);
    erased('issued');
    expect(written().map(({ day, outcome }) => [day, outcome])).toEqual(
      Array(3).fill(['2026-11-24', 'withdrawn']),
    );
    expect(outbox.resting()).toEqual([
      { kind: 'erased', day: { year: 2026, month: 11, day: 27 }, outcome: 'issued' },
    ]);
  });

  it('of erasures that end when their day is over wait for one another, and for those of the day on which they end', () => {
    const { outbox, written, erased, clock } = stage();
    const yesterday = clock.today();
    clock.advance(DAY);
    many(6, () => {
      outbox.record(() => [
        { kind: 'handoff', day: yesterday },
        { kind: 'erased', day: yesterday, outcome: 'issued' },
      ]);
      outbox.flush();
    });
    erased('withdrawn');
    expect([written(), outbox.resting().length]).toEqual([[], 13]);
    outbox.endDay();
    expect([written().length, outbox.resting()]).toEqual([13, []]);
  });

  it('that came after a day was closed wait until it is over, however often it is closed', () => {
    const { outbox, written, erased, clock } = stage();
    // Where nobody was there yet, the first who come are not those who wait.
    outbox.endDay();
    many(5, () => erased('issued'));
    outbox.endDay();
    expect(written()).toHaveLength(5);
    erased('denied');
    outbox.endDay();
    expect([written().length, outbox.resting().length]).toEqual([5, 1]);
    clock.advance(DAY);
    outbox.flush();
    erased('issued');
    outbox.endDay();
    expect([written().length, outbox.resting().length]).toEqual([7, 0]);
  });

  it('of a day that is still to come, by a clock that was set back, go when the day is over on which they came', () => {
    const { outbox, written, clock } = stage();
    const { year, month, day } = clock.today();
    outbox.record(() => ({ kind: 'erased', day: { year, month, day: day + 5 }, outcome: 'issued' }));
    outbox.flush();
    expect(written()).toEqual([]);
    clock.advance(DAY);
    outbox.flush();
    expect(written()).toHaveLength(1);
  });

  it('are there once, although a disk took none of them at first', () => {
    const { outbox, written, erased, fault, noted } = stage();
    many(4, () => erased('issued'));
    fault.full = true;
    outbox.endDay();
    expect([written().length, outbox.waiting(), outbox.resting().length]).toEqual([0, 4, 0]);
    expect(noted.bugs).toEqual(['pending ledger entries']);
    erased('denied');
    fault.full = false;
    outbox.flush();
    outbox.flush();
    expect([written().length, outbox.waiting(), outbox.resting().length]).toEqual([4, 0, 1]);
  });

  it('are not behind an act of staff in its place: that goes at once', () => {
    const { outbox, written, erased } = stage();
    erased('issued');
    outbox.record(({ utc }) => ({ kind: 'practice-began', utc, by: 'b'.repeat(32) }));
    outbox.endDay();
    expect(written().map(({ kind }) => kind)).toEqual(['practice-began', 'erased']);
  });
});

describe('under a policy whose ledger tells less', () => {
  it('an ended application is no more than that, and a refused one has no entry of its own', () => {
    const { outbox, written, erased, detail } = stage();
    detail.outcomes = 'merged';
    for (const outcome of outcomes) erased(outcome);
    outbox.record(({ day }) => ({ kind: 'denied', day, review: 'none' }));
    outbox.endDay();
    expect(written().map(({ kind, outcome }) => [kind, outcome])).toEqual(
      outcomes.map(() => ['erased', 'ended']),
    );
  });

  it('an entry is of a week, and waits for its end', () => {
    const { outbox, written, erased, detail, clock } = stage();
    detail.period = 'week';
    // A Tuesday to the Friday of the same week.
    many(4, () => {
      erased('issued');
      outbox.endDay();
      clock.advance(DAY);
    });
    expect(written()).toEqual([]);
    clock.advance(2 * DAY);
    expect(clock.today()).toEqual({ year: 2026, month: 11, day: 30 });
    outbox.flush();
    expect(written().map(({ day }) => day)).toEqual(Array(4).fill('2026-11-23'));
  });
});

/** An entry that can be told from others, for the place where it stands. */
const tagged = (applications: number, day: Extract<LedgerEntry, { kind: 'forgotten' }>['day']) =>
  ({ kind: 'forgotten', day, applications, cards: 0, cause: 'power-lost' }) as const;

describe('the order in which people came', () => {
  const PEOPLE = 10;

  it('is not that of the ledger: of ten, each may stand at each place, and none likely at one', () => {
    const { outbox, ledger, clock, vault } = stage();
    const PLAYS = 250;
    const at = Array.from({ length: PEOPLE }, () => new Map<number, number>());
    for (let play = 0; play < PLAYS; play += 1) {
      const before = ledger.head()?.sequence ?? 0;
      // Together, for the sake of time: each is added by itself.
      vault.database.transaction(() => {
        for (let person = 1; person <= PEOPLE; person += 1) outbox.enqueue([tagged(person, clock.today())]);
      })();
      outbox.endDay();
      clock.advance(DAY);
      for (const [place, entry] of [...ledger.since(before)].entries()) {
        const places = entry.kind === 'forgotten' ? at[entry.applications - 1] : undefined;
        places?.set(place, (places.get(place) ?? 0) + 1);
      }
    }
    for (const places of at) {
      expect(places.size).toBe(PEOPLE);
      // One in ten by chance, and never one in four.
      expect(Math.max(...places.values())).toBeLessThan(PLAYS / 4);
    }
  });

  it('is in no file while they wait: neither by the rows’ numbers nor by where a page has them', () => {
    const orders = new Set<string>();
    for (let play = 0; play < 12; play += 1) {
      const { outbox, vault } = stage();
      for (let person = 1; person <= 5; person += 1) outbox.record(({ day }) => tagged(person, day));
      const numbered = vault.database.prepare('SELECT entry FROM resting ORDER BY number').pluck().all();
      const file = readFileSync(vault.database.name);
      const places = Array.from({ length: 5 }, (_none, index) => placesOf(file, index + 1));
      // Each is there once: no copy is left in the gap of a page.
      expect(places.map((each) => each.length)).toEqual([1, 1, 1, 1, 1]);
      const byPlace = places
        .flat()
        .map((place, index) => [place, index] as const)
        .toSorted(([one], [other]) => one - other);
      orders.add(byPlace.map(([, index]) => index).join());
      expect(numbered).toHaveLength(5);
    }
    // Twelve of 120 orders.
    expect(orders.size).toBeGreaterThan(6);
  });
});

/** Where the bytes of such an entry stand. */
function placesOf(file: Buffer, applications: number): readonly number[] {
  const bytes = Buffer.concat([
    Buffer.from('forgotten'),
    Buffer.from([4]),
    dayBytes,
    Buffer.from([1, applications]),
  ]);
  const places: number[] = [];
  for (let at = file.indexOf(bytes); at >= 0; at = file.indexOf(bytes, at + 1)) places.push(at);
  return places;
}

const dayBytes = Buffer.alloc(4);
dayBytes.writeUInt32BE(20_261_124);
