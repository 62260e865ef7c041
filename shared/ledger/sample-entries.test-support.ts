import type { LedgerEntry } from './entries.ts';

const utc = 1_771_059_600_000;
const by = '0f0e0d0c0b0a09080706050403020100';
const hold = '11'.repeat(16);
const ribbon = '44'.repeat(16);

/** One entry of each kind, for tests. The first one opens a ledger. */
export const sampleEntries: readonly LedgerEntry[] = [
  {
    kind: 'opened',
    utc,
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
    spool: 'kept-nothing',
  },
  { kind: 'locked', day: { year: 2026, month: 2, day: 14 }, step: 'key-destroyed' },
  { kind: 'unlocked', day: { year: 2026, month: 2, day: 14 }, step: 'key-destroyed' },
  {
    kind: 'forgotten',
    day: { year: 2026, month: 2, day: 14 },
    applications: 2,
    cards: 0,
    cause: 'power-lost',
  },
  { kind: 'wipe-closed', utc, by, step: 'print-side-purged', reason: 'printer-destroyed' },
  { kind: 'custody-decided', utc, by, custody: 'sealed' },
  { kind: 'rehearsal-began', utc, by, custody: 'memory' },
  { kind: 'policy-in-force', utc, policy: 'ba'.repeat(32) },
  {
    kind: 'hold-set',
    utc,
    by,
    hold,
    scope: 'all',
    applications: 12,
    sealed: 11,
    unsealed: 1,
    reason: 'court-order',
  },
  { kind: 'hold-lifted', utc, hold, by, second: '22'.repeat(16) },
  { kind: 'intake-resumed', utc, hold, by, reference: 'ab'.repeat(32) },
  { kind: 'finish-refused', utc, hold, by },
  { kind: 'wipe-stopped', utc, hold, applications: 1 },
  { kind: 'wipe-continued', utc, hold, applications: 1 },
  { kind: 'staff-changed', utc, by, member: '33'.repeat(16), act: 'passphrase-changed', role: 'supervisor' },
  { kind: 'locked-out', utc, member: '00'.repeat(16), role: 'nobody' },
  { kind: 'clock-moved', utc, direction: 'back', minutes: 90 },
  { kind: 'ordinary-printer-chosen', utc, by, printer: 'ef'.repeat(32) },
  { kind: 'printer-chosen', utc, by, driver: 'ipp', printer: 'cd'.repeat(32) },
  { kind: 'test-card-confirmed', utc, by, printer: 'cd'.repeat(32) },
  { kind: 'ribbon-fitted', utc, by, ribbon },
  { kind: 'ribbon-removed', utc, by, ribbon },
  { kind: 'ribbon-destroyed', utc, by, second: '22'.repeat(16), ribbon },
  { kind: 'checkpoint-taken', utc, by, way: 'day-sheet', entries: 1_234 },
  { kind: 'date-confirmed', utc, by, doubt: 'ahead' },
  { kind: 'recovery-decided', utc, by, codes: 'made' },
  { kind: 'recovery-codes-used', utc, by, second: '22'.repeat(16) },
];
