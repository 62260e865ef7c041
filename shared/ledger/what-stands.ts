import type { EntryKindName, LedgerEntry } from './entries.ts';

/** The kinds of entries that a ledger which comes after another one has again, as far as they still stand. */
const standingKinds = [
  'custody-decided',
  'rehearsal-began',
  'evaluation-began',
  'policy-in-force',
  'policy-installed',
  'printer-chosen',
  'ordinary-printer-chosen',
  'ribbon-fitted',
  'ribbon-removed',
  'ribbon-destroyed',
  'practice-began',
  'practice-ended',
  'order-carried-out',
  'recovery-codes-used',
] as const satisfies readonly EntryKindName[];

const STANDING: ReadonlySet<string> = new Set(standingKinds);

/** Whether entries of this kind may still stand. */
export function mayStand(kind: EntryKindName): boolean {
  return STANDING.has(kind);
}

/**
 * Of entries in order those that still say how a kiosk stands: of each matter the newest, and of each ribbon that is not destroyed both.
 * Holds and lock-outs are none: who has recovery codes ends them, or can't use them.
 */
export function whatStands(entries: Iterable<LedgerEntry>): readonly LedgerEntry[] {
  const standing = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    for (const matter of endedBy(entry)) standing.delete(matter);
    const matter = matterOf(entry);
    if (matter === null) continue;
    // In the order of the newest, not of the first.
    standing.delete(matter);
    standing.set(matter, entry);
  }
  return [...standing.values()];
}

function matterOf(entry: LedgerEntry): string | null {
  switch (entry.kind) {
    // Each for itself: what was rehearsed or tried stays so, whatever is decided after it.
    case 'custody-decided':
    case 'rehearsal-began':
    case 'evaluation-began':
    case 'printer-chosen':
    case 'ordinary-printer-chosen':
    case 'practice-began':
    case 'order-carried-out':
    case 'recovery-codes-used':
      return entry.kind;
    case 'policy-in-force':
    case 'policy-installed':
      return 'policy';
    case 'ribbon-fitted':
    case 'ribbon-removed':
      return `${entry.kind} ${entry.ribbon}`;
    default:
      return null;
  }
}

/** Which matters are over with this entry. */
function endedBy(entry: LedgerEntry): readonly string[] {
  if (entry.kind === 'practice-ended') return ['practice-began'];
  if (entry.kind !== 'ribbon-destroyed') return [];
  return [`ribbon-fitted ${entry.ribbon}`, `ribbon-removed ${entry.ribbon}`];
}
