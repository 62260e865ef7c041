import { describe, expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createHolds, type Holds } from './holds.ts';
import type { HoldVerdict } from './verdict.ts';

const APPLICATION = applicationId.parse('a'.repeat(32));
const OTHER = applicationId.parse('b'.repeat(32));

/** A wipe whose key still exists, and one whose key is destroyed. */
const BEGUN = { done: ['worker-ended'] } as const;
const KEY_GONE = { done: ['worker-ended', 'key-destroyed'] } as const;
/** Of one whose key could not be proven destroyed. */
const ROWS_GONE = { done: ['worker-ended', 'rows-deleted'] } as const;

type Scope = 'all' | 'tickets';

/** Sets holds in this order: each with the application among what it froze, or not. */
function inForce(holds: Holds, set: readonly { readonly scope: Scope; readonly freezes: boolean }[]) {
  return set.map(({ scope, freezes }, index) =>
    holds.set({
      ...{ scope, reason: 'court-order', since: 5 + index, by: 'Marisol Tidewater' },
      applications: freezes ? [APPLICATION, OTHER] : [OTHER],
    }),
  );
}

const holdsUnder = (wipeBegun: 'stop' | 'complete'): Holds => createHolds(newVault(), () => ({ wipeBegun }));

const everything = { scope: 'all', freezes: true } as const;
const everythingBefore = { scope: 'all', freezes: false } as const;
const ticket = { scope: 'tickets', freezes: true } as const;
const otherTicket = { scope: 'tickets', freezes: false } as const;

interface Row {
  readonly when: string;
  readonly set: readonly { readonly scope: Scope; readonly freezes: boolean }[];
  /** Of the application while it is open, whatever the policy. */
  readonly open: HoldVerdict['kind'];
  /** Of its begun wipe, where the policy stops those. */
  readonly wipe: HoldVerdict['kind'];
  /** Which of the holds is named for the open application, and which for its wipe. */
  readonly by: readonly [open: number | null, wipe: number | null];
}

const ROWS: readonly Row[] = [
  { when: 'no hold', set: [], open: 'free', wipe: 'free', by: [null, null] },
  { when: 'a hold on everything', set: [everything], open: 'frozen', wipe: 'wipe-stopped', by: [0, 0] },
  {
    ...{ when: 'a hold on everything, and it began later', set: [everythingBefore] },
    ...{ open: 'kept', wipe: 'wipe-stopped', by: [0, 0] },
  },
  { when: 'a hold on its ticket', set: [ticket], open: 'frozen', wipe: 'free', by: [0, null] },
  { when: 'a hold on another ticket', set: [otherTicket], open: 'free', wipe: 'free', by: [null, null] },
  {
    ...{ when: 'first one on everything, then one on its ticket', set: [everythingBefore, ticket] },
    ...{ open: 'frozen', wipe: 'wipe-stopped', by: [0, 0] },
  },
  {
    ...{ when: 'first one on its ticket, then one on everything', set: [ticket, everything] },
    ...{ open: 'frozen', wipe: 'wipe-stopped', by: [0, 1] },
  },
  {
    ...{ when: 'one on another ticket, then one on everything', set: [otherTicket, everythingBefore] },
    ...{ open: 'kept', wipe: 'wipe-stopped', by: [1, 1] },
  },
];

const holdOf = (verdict: HoldVerdict): string | null =>
  verdict.kind === 'free' ? null : verdict.hold.identifier;

describe.each(ROWS)('under $when', ({ set, open, wipe, by }) => {
  it.each(['stop', 'complete'] as const)(
    `an open application is ${open}, where wipes are to %s`,
    (policy) => {
      const holds = holdsUnder(policy);
      const identifiers = inForce(holds, set);
      const verdict = holds.verdict(APPLICATION, null);
      expect(verdict.kind).toBe(open);
      expect(holdOf(verdict)).toBe(by[0] === null ? null : identifiers[by[0]]);
    },
  );

  it(`a wipe that has begun is ${wipe} where the policy stops those`, () => {
    const holds = holdsUnder('stop');
    const identifiers = inForce(holds, set);
    const verdict = holds.verdict(APPLICATION, BEGUN);
    expect(verdict.kind).toBe(wipe);
    expect(holdOf(verdict)).toBe(by[1] === null ? null : identifiers[by[1]]);
  });

  it.each([
    ['its key is destroyed', 'stop', KEY_GONE],
    ['what its key opens is deleted', 'stop', ROWS_GONE],
    ['the policy completes those', 'complete', BEGUN],
  ] as const)('a wipe that has begun goes on where %s', (_why, policy, begun) => {
    const holds = holdsUnder(policy);
    inForce(holds, set);
    expect(holds.verdict(APPLICATION, begun)).toEqual({ kind: 'free' });
  });
});

it('a frozen application has a sealed key as soon as one of its holds has moved it', () => {
  const holds = holdsUnder('complete');
  const [, second] = inForce(holds, [everything, ticket]);
  expect(holds.verdict(APPLICATION, null)).toMatchObject({ kind: 'frozen', hasSealedKey: false });
  if (second === undefined) throw new Error('no second hold');
  holds.noteSealed(second, OTHER);
  expect(holds.verdict(APPLICATION, null)).toMatchObject({ kind: 'frozen', hasSealedKey: false });
  holds.noteSealed(second, APPLICATION);
  expect(holds.verdict(APPLICATION, null)).toMatchObject({ kind: 'frozen', hasSealedKey: true });
});
