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
  'staff-changed',
  'supervisor-confirmed',
] as const satisfies readonly EntryKindName[];

const STANDING: ReadonlySet<string> = new Set(standingKinds);

/** Whether entries of this kind may still stand. */
export function mayStand(kind: EntryKindName): boolean {
  return STANDING.has(kind);
}

/**
 * Of entries in order those that still say how a kiosk stands: of each matter the newest, of each ribbon that is not destroyed both, and
 * what the two who used recovery codes have done about staff since. Holds and lock-outs are none: who has codes ends them, or can't use
 * them.
 */
export function whatStands(entries: Iterable<LedgerEntry>): readonly LedgerEntry[] {
  const standing = new Map<string, LedgerEntry>();
  let place = 0;
  for (const entry of entries) {
    place += 1;
    for (const matter of endedBy(entry, standing)) standing.delete(matter);
    const matter = isOfStaff(entry) ? ofStaff(place, standing) : matterOf(entry);
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

const STAFF = 'staff ';

function isOfStaff({ kind }: LedgerEntry): boolean {
  return kind === 'staff-changed' || kind === 'supervisor-confirmed';
}

/** Each is a matter of its own. Null: nobody has used codes, and who works here the next ledger says by itself. */
function ofStaff(place: number, standing: ReadonlyMap<string, LedgerEntry>): string | null {
  return standing.has('recovery-codes-used') ? `${STAFF}${place}` : null;
}

/** Which matters are over with this entry. */
function endedBy(entry: LedgerEntry, standing: ReadonlyMap<string, LedgerEntry>): readonly string[] {
  if (entry.kind === 'practice-ended') return ['practice-began'];
  if (entry.kind === 'recovery-codes-used')
    return [...standing.keys()].filter((matter) => matter.startsWith(STAFF));
  if (entry.kind !== 'ribbon-destroyed') return [];
  return [`ribbon-fitted ${entry.ribbon}`, `ribbon-removed ${entry.ribbon}`];
}
