import type { CustodyKind } from '../contract/custody.ts';
import type { StaffRole } from '../contract/status.ts';
import type { EntryKindName, LedgerEntry } from './entries.ts';
import type { HoldReason } from './reasons.ts';

/** The kinds of entries that say how a kiosk stands now. Those about applicants don't: they are counts of what is over. */
export const foldedKinds = [
  'opened',
  'opened-after',
  'key-rolled',
  'hold-set',
  'hold-lifted',
  'intake-resumed',
  'wipe-stopped',
  'staff-changed',
  'supervisor-confirmed',
  'recovery-codes-used',
  'locked-out',
  'clock-moved',
  'date-confirmed',
  'custody-decided',
  'rehearsal-began',
  'evaluation-began',
  'printer-chosen',
  'ordinary-printer-chosen',
  'ribbon-fitted',
  'ribbon-removed',
  'ribbon-destroyed',
  'policy-in-force',
  'policy-installed',
  'practice-began',
  'practice-ended',
] as const satisfies readonly EntryKindName[];

const FOLDED: ReadonlySet<string> = new Set(foldedKinds);

/** A legal hold that stands. */
export interface HoldFact {
  readonly hold: string;
  /** Who set it: a random identifier. */
  readonly by: string;
  /** Epoch milliseconds. */
  readonly utc: number;
  readonly scope: 'all' | 'tickets';
  readonly reason: HoldReason;
  /** Rounded: what it froze, and erasures that it stopped. */
  readonly applications: number;
  /** Rounded: those erasures, as far as they have an entry of their own. */
  readonly stopped: number;
  readonly isResumed: boolean;
}

/** Somebody who works here. */
export interface MemberFact {
  readonly role: StaffRole;
  /** Of a supervisor: nobody has to confirm them, or somebody has. */
  readonly isConfirmed: boolean;
}

/** A lock-out, and until when nothing that was entered since makes its moment doubtful. */
export interface LockOutFact {
  /** Epoch milliseconds. */
  readonly utc: number;
  /** The clock was moved or confirmed since: nobody can reckon from that moment. */
  readonly isDoubtful: boolean;
}

/** How a kiosk stands by its ledger. What nobody ever decided is null or empty. */
export interface LedgerFacts {
  /** The first entry is `opened`: all of it is here. Of a ledger that came after another one, what that one decided is not known. */
  readonly isWhole: boolean;
  readonly holds: ReadonlyMap<string, HoldFact>;
  readonly staff: ReadonlyMap<string, MemberFact>;
  /** By member; 32 zeros for names that nobody has, and `recovery-codes` for those. */
  readonly lockOuts: ReadonlyMap<string, LockOutFact>;
  readonly custody: CustodyKind | null;
  readonly cardPrinter: string | null;
  readonly paperPrinter: string | null;
  /** Those that are not destroyed. */
  readonly ribbons: ReadonlyMap<string, RibbonFact>;
  readonly policy: string | null;
  readonly isPracticing: boolean;
}

/** A ribbon: moments in epoch milliseconds. */
export interface RibbonFact {
  readonly fitted: number;
  /** Null while it is in the printer. */
  readonly removed: number | null;
}

interface Folding {
  isWhole: boolean;
  /** Entries from before keys rolled are of programs that confirmed nobody, unless set-up made two. */
  confirms: boolean;
  /** The supervisors that were added, in order. */
  readonly supervisors: string[];
  /** Of the very first entry about staff: whoever set the kiosk up by hand. */
  founder: string | null;
  readonly holds: Map<string, HoldFact>;
  readonly staff: Map<string, MemberFact>;
  readonly lockOuts: Map<string, LockOutFact>;
  custody: CustodyKind | null;
  cardPrinter: string | null;
  paperPrinter: string | null;
  readonly ribbons: Map<string, RibbonFact>;
  policy: string | null;
  isPracticing: boolean;
}

/** Whether entries of this kind say how the kiosk stands. */
export function isFolded(kind: EntryKindName): boolean {
  return FOLDED.has(kind);
}

/** Goes through the entries of a ledger, in order, and says how the kiosk stands after them. Kinds that say nothing of it may be left out. */
export function foldEntries(entries: Iterable<LedgerEntry>): LedgerFacts {
  const folding: Folding = {
    ...{ isWhole: false, confirms: false, supervisors: [], founder: null },
    ...{ holds: new Map(), staff: new Map(), lockOuts: new Map(), ribbons: new Map() },
    ...{ custody: null, cardPrinter: null, paperPrinter: null, policy: null, isPracticing: false },
  };
  for (const entry of entries) {
    foldKiosk(folding, entry);
    foldHolds(folding, entry);
    foldStaff(folding, entry);
    foldThings(folding, entry);
  }
  return folding;
}

function foldKiosk(folding: Folding, entry: LedgerEntry): void {
  switch (entry.kind) {
    case 'opened':
      folding.isWhole = true;
      break;
    case 'opened-after':
    case 'key-rolled':
      folding.confirms = true;
      break;
    case 'custody-decided':
    case 'rehearsal-began':
    case 'evaluation-began':
      folding.custody = entry.custody;
      break;
    case 'policy-in-force':
    case 'policy-installed':
      folding.policy = entry.policy;
      break;
    case 'practice-began':
      folding.isPracticing = true;
      break;
    case 'practice-ended':
      folding.isPracticing = false;
      break;
    default:
  }
}

function foldHolds({ holds }: Folding, entry: LedgerEntry): void {
  switch (entry.kind) {
    case 'hold-set': {
      const { kind: _kind, sealed: _sealed, unsealed: _unsealed, ...fact } = entry;
      holds.set(entry.hold, { ...fact, stopped: 0, isResumed: false });
      break;
    }
    case 'hold-lifted':
      holds.delete(entry.hold);
      break;
    case 'intake-resumed':
    case 'wipe-stopped': {
      const hold = holds.get(entry.hold);
      if (hold === undefined) break;
      const news = entry.kind === 'intake-resumed' ? { isResumed: true } : { stopped: entry.applications };
      holds.set(entry.hold, { ...hold, ...news });
      break;
    }
    default:
  }
}

/** So many supervisors of a kiosk count from the start: there is nobody yet who could confirm them. */
const FIRST_SUPERVISORS = 2;

function foldStaff(folding: Folding, entry: LedgerEntry): void {
  const { staff, lockOuts } = folding;
  switch (entry.kind) {
    case 'staff-changed':
      foldChange(folding, entry);
      break;
    case 'supervisor-confirmed': {
      const member = staff.get(entry.member);
      if (member !== undefined) staff.set(entry.member, { ...member, isConfirmed: true });
      break;
    }
    case 'recovery-codes-used':
      staff.clear();
      lockOuts.clear();
      for (const member of [entry.by, entry.second]) {
        staff.set(member, { role: 'supervisor', isConfirmed: true });
        folding.supervisors.push(member);
      }
      folding.confirms = true;
      break;
    case 'locked-out':
      lockOuts.set(entry.role === 'recovery-codes' ? entry.role : entry.member, {
        utc: entry.utc,
        isDoubtful: false,
      });
      break;
    case 'clock-moved':
    case 'date-confirmed':
      for (const [member, lockOut] of lockOuts) lockOuts.set(member, { ...lockOut, isDoubtful: true });
      break;
    default:
  }
}

function foldChange(
  folding: Folding,
  { act, by, member, role }: Extract<LedgerEntry, { readonly kind: 'staff-changed' }>,
): void {
  const { staff, lockOuts, supervisors } = folding;
  if (act === 'removed') staff.delete(member);
  if (act === 'removed' || act === 'passphrase-reset' || act === 'let-in-again') lockOuts.delete(member);
  if (act !== 'added' && act !== 'passphrase-reset') return;
  if (act === 'added' && role === 'supervisor') {
    supervisors.push(member);
    folding.founder ??= by;
    // A set-up by hand that makes two is one of a program that has others confirmed.
    if (supervisors.length === FIRST_SUPERVISORS && staff.size === 1 && folding.founder === by)
      folding.confirms = true;
  }
  const isFirst = act === 'added' && supervisors.length <= FIRST_SUPERVISORS;
  staff.set(member, { role, isConfirmed: role === 'supervisor' && (isFirst || !folding.confirms) });
}

function foldThings(folding: Folding, entry: LedgerEntry): void {
  const { ribbons } = folding;
  switch (entry.kind) {
    case 'printer-chosen':
      folding.cardPrinter = entry.printer;
      break;
    case 'ordinary-printer-chosen':
      folding.paperPrinter = entry.printer;
      break;
    case 'ribbon-fitted':
      ribbons.set(entry.ribbon, { fitted: entry.utc, removed: null });
      break;
    case 'ribbon-removed': {
      const fitted = ribbons.get(entry.ribbon)?.fitted ?? entry.utc;
      ribbons.set(entry.ribbon, { fitted, removed: entry.utc });
      break;
    }
    case 'ribbon-destroyed':
      ribbons.delete(entry.ribbon);
      break;
    default:
  }
}
