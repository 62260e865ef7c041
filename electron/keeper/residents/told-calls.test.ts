import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { createEndings } from '../endings/endings.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { toldCalls } from './told-calls.ts';

const done = { ok: true, value: {} };
const refused = { ok: false, error: { kind: 'not-now' } };

interface Kept {
  /** What whoever has the screen reads; null: staff have it. */
  readonly language?: ResidentLanguage | null;
  readonly isShown?: boolean;
  readonly departure?: Promise<void>;
  readonly mayEnd?: boolean;
}

/** A screen that tells the number of an application that waits. `happened`: what came of it, in order. */
function stage({ language = 'pl', isShown = true, departure, mayEnd = true }: Kept = {}) {
  const vault = newVault();
  const { id, ticket } = begin(vault, '2026-11-24', 1_800_000_000_000);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const endings = createEndings(testClock({ now: 0 }));
  const reader = { language: 'pl', look: { ...FIRST_LOOK, textSize: 'large' } } as const;
  endings.leftOpen(id, { kind: 'ticket', ticket, ...reader, waits: { until: null, custody: 'memory' } });
  const occupant = newOccupant();
  const happened: unknown[] = [];
  const calls = toldCalls(
    {
      ...{ vault, holds, endings },
      residentScreen: { language: () => language, forgetReader: () => happened.push('nobody reads') },
      pool: { shown: () => (isShown ? occupant.session : null) },
      screens: { refresh: () => happened.push('told') },
      departureOf: (application) => (application === id ? (departure ?? null) : null),
      withdrawUnseen(application) {
        happened.push(['withdrawn', application]);
        return mayEnd;
      },
    },
    occupant,
  );
  return { vault, id, ticket, holds, endings, happened, calls };
}

describe('a number that the screen tells', () => {
  it('is forgotten with how it was read', () => {
    const { endings, happened, calls } = stage();
    expect(calls.forgetEnding({})).toEqual(done);
    expect(endings.shown()).toEqual({ kind: 'none' });
    expect(happened).toEqual(['nobody reads', 'told']);
    // There is nothing more to forget.
    expect(calls.forgetEnding({})).toEqual(refused);
  });

  it('is left, and the application behind it ends', async () => {
    const { id, happened, calls } = stage();
    expect(await calls.leaveWithTicket({})).toEqual(done);
    expect(happened).toEqual([['withdrawn', id], 'told']);
  });

  it('is kept with its application under a hold, and the screen says so', async () => {
    const { ticket, holds, endings, happened, calls } = stage();
    const by = { reason: 'subpoena', since: 5, by: 'Marisol Tidewater' } as const;
    holds.set({ ...by, scope: 'all', applications: [] });
    expect(await calls.leaveWithTicket({})).toEqual(done);
    expect(endings.shown()).toEqual({
      ...{ kind: 'left', language: 'pl', look: { ...FIRST_LOOK, textSize: 'large' }, outcome: 'withdrawn' },
      became: { kind: 'held', ticket },
    });
    expect(happened).toEqual(['told']);
  });

  it.each<[string, Kept]>([
    ['staff who have the screen', { language: null }],
    ['a session out of sight', { isShown: false }],
  ])('is neither forgotten nor left by %s', async (_, kept) => {
    const { endings, happened, calls } = stage(kept);
    expect(calls.forgetEnding({})).toEqual(refused);
    expect(await calls.leaveWithTicket({})).toEqual(refused);
    expect([endings.shown().kind, happened]).toEqual(['ticket', []]);
  });

  it('whose application cannot end now, or is past its applicant’s part, is not left', async () => {
    const cannot = stage({ mayEnd: false });
    expect(await cannot.calls.leaveWithTicket({})).toEqual(refused);
    expect(cannot.happened).toEqual([['withdrawn', cannot.id]]);
    const printed = stage();
    printed.vault.setState(printed.id, reached({ kind: 'printed' }));
    expect(await printed.calls.leaveWithTicket({})).toEqual(refused);
    expect(printed.happened).toEqual([]);
  });

  it('is left only once the session that had it is gone, and if it is still told by then', async () => {
    let goes: () => void = () => undefined;
    const departure = new Promise<void>((resolve) => {
      goes = resolve;
    });
    const { endings, happened, calls } = stage({ departure });
    const left = calls.leaveWithTicket({});
    await Promise.resolve();
    expect(happened).toEqual([]);
    endings.over();
    goes();
    expect(await left).toEqual(refused);
    expect(happened).toEqual([]);
  });
});
