import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from './entries.ts';
import { foldEntries } from './fold.ts';
import { mayStand, whatStands } from './what-stands.ts';

const by = '11'.repeat(16);
const [one, other] = ['aa'.repeat(32), 'bb'.repeat(32)];
const [inPrinter, used, gone] = ['a1'.repeat(16), 'b2'.repeat(16), 'c3'.repeat(16)];

const LIFE: readonly LedgerEntry[] = [
  { kind: 'opened', utc: 1, kiosk: by, key: one },
  { kind: 'rehearsal-began', utc: 2, by, custody: 'sealed' },
  { kind: 'policy-in-force', utc: 3, policy: one },
  { kind: 'printer-chosen', utc: 4, by, driver: 'virtual', printer: one },
  { kind: 'ribbon-fitted', utc: 5, by, ribbon: gone },
  { kind: 'ribbon-removed', utc: 6, by, ribbon: gone },
  { kind: 'ribbon-fitted', utc: 7, by, ribbon: used },
  { kind: 'ribbon-removed', utc: 8, by, ribbon: used },
  { kind: 'ribbon-fitted', utc: 9, by, ribbon: inPrinter },
  { kind: 'practice-began', utc: 10, by },
  { kind: 'ordinary-printer-chosen', utc: 11, by, printer: other },
  { kind: 'handoff', day: { year: 2026, month: 11, day: 24 } },
  { kind: 'printer-chosen', utc: 12, by, driver: 'virtual', printer: other },
  { kind: 'ribbon-destroyed', utc: 13, by, ribbon: gone, second: one.slice(0, 32) },
];

describe('what still stands of a ledger', () => {
  it('says the same of the kiosk as all of it', () => {
    const standing = whatStands(LIFE);
    const all = foldEntries(LIFE);
    // Places that an update left are those of the staff before, who are gone.
    expect(foldEntries(standing)).toEqual({ ...all, isWhole: false, places: 0 });
    // The control: there is something of each.
    expect([all.custody, all.policy, all.cardPrinter, all.paperPrinter, all.ribbons.size]).toEqual([
      ...['sealed', one, other, other, 2],
    ]);
    expect(standing).toHaveLength(8);
  });

  it('has nothing of what is over, and nobody who was counted', () => {
    const standing = whatStands([...LIFE, { kind: 'practice-ended', utc: 14, by }]);
    const kinds = standing.map(({ kind }) => kind);
    expect(kinds).not.toContain('practice-began');
    expect(kinds.filter((kind) => !mayStand(kind))).toEqual([]);
  });

  it('has the staff whom the two have made who used codes last, and nobody of before', () => {
    const added = (utc: number, member: string): LedgerEntry => ({
      ...{ kind: 'staff-changed', utc, by, member, act: 'added', role: 'supervisor' },
    });
    const used = { kind: 'recovery-codes-used', utc: 16, by, second: gone } as const;
    const confirmed = { kind: 'supervisor-confirmed', utc: 18, by, member: used.second } as const;
    const life = [added(15, inPrinter), used, added(17, gone), confirmed, added(19, inPrinter)];
    expect(whatStands(life)).toEqual(life.slice(1));
    const again = { ...used, utc: 20 };
    expect(whatStands([...life, again])).toEqual([again]);
    expect(whatStands(life.slice(0, 1))).toEqual([]);
  });

  it('has what was rehearsed, whatever was decided after it', () => {
    const decided = { kind: 'custody-decided', utc: 15, by, custody: 'memory' } as const;
    expect(whatStands([...LIFE, decided])).toContainEqual(LIFE[1]);
    expect(foldEntries(whatStands([...LIFE, decided])).custody).toBe('memory');
  });
});
