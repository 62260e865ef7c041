import type { LedgerEntry } from './entries.ts';

/** One entry of each kind, for tests. The first one opens a ledger. */
export const sampleEntries: readonly LedgerEntry[] = [
  {
    kind: 'opened',
    utc: 1_771_059_600_000,
    kiosk: '000102030405060708090a0b0c0d0e0f',
    key: 'ff'.repeat(32),
  },
  { kind: 'issued', day: { year: 2026, month: 2, day: 14 }, printer: 'virtual', attempts: 1 },
  { kind: 'spoiled', day: { year: 2026, month: 2, day: 14 }, reason: 'smudged' },
  {
    kind: 'wiped',
    day: { year: 2026, month: 2, day: 14 },
    outcome: 'issued',
    custody: 'memory',
    search: 'searched',
    files: 42,
    bytes: 1_300_000,
    hits: 0,
    processesEnded: 11,
  },
  { kind: 'locked', day: { year: 2026, month: 2, day: 14 }, step: 'key-destroyed' },
];
