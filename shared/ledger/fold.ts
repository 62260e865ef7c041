import type { CustodyKind } from '../contract/custody.ts';
import type { StaffRole } from '../contract/status.ts';
import type { EntryKindName, LedgerEntry } from './entries.ts';
import { NOBODY } from './nobody.ts';
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
  /** So many supervisors who are added next count at once: with fewer than two there was nobody who could confirm them. */
  readonly places: number;
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
  /** Supervisors have others confirmed from here on. Programs of before keys rolled had nobody confirmed. */
  confirms: boolean;
  /** Once it confirms; see `LedgerFacts`. */
  places: number;
  /** How often staff changed so far. */
  changes: number;
  /** Whoever set the kiosk up by hand. Nobody did that where a provisioning came. */
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
    ...{ isWhole: false, confirms: false, places: 0, changes: 0, founder: null },
    ...{ holds: new Map(), staff: new Map(), lockOuts: new Map(), ribbons: new Map() },
    ...{ custody: null, cardPrinter: null, paperPrinter: null, policy: null, isPracticing: false },
  };
  for (const entry of entries) {
    foldKiosk(folding, entry);
    foldHolds(folding, entry);
    foldStaff(folding, entry);
    foldThings(folding, entry);
  }
  return { ...folding, places: folding.confirms ? folding.places : vacantPlaces(folding) };
}

function foldKiosk(folding: Folding, entry: LedgerEntry): void {
  switch (entry.kind) {
    case 'opened':
      folding.isWhole = true;
      break;
    case 'opened-after':
      folding.confirms = true;
      break;
    case 'key-rolled':
      if (!folding.confirms) folding.places = vacantPlaces(folding);
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
      // Its identifier is random, so nobody enters it twice: whoever wrote it once more would have it keep less.
      if (holds.has(entry.hold)) break;
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

/** How many of them a kiosk lacks whose programs of before had nobody confirmed. Of a ledger that is not whole nobody can tell. */
function vacantPlaces({ isWhole, staff }: Folding): number {
  const counting = [...staff.values()].filter(({ isConfirmed }) => isConfirmed).length;
  return isWhole ? Math.max(0, FIRST_SUPERVISORS - counting) : 0;
}

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
      for (const member of [entry.by, entry.second])
        staff.set(member, { role: 'supervisor', isConfirmed: true });
      folding.places = 0;
      break;
    case 'locked-out': {
      const member = entry.role === 'recovery-codes' ? entry.role : entry.member;
      const stands = lockOuts.get(member);
      // Whoever wrote an earlier moment into the vault would have one that stands end at once.
      const utc = stands?.isDoubtful === false ? Math.max(stands.utc, entry.utc) : entry.utc;
      lockOuts.set(member, { utc, isDoubtful: false });
      break;
    }
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
  const { staff, lockOuts } = folding;
  folding.changes += 1;
  if (folding.changes === 1 && by !== NOBODY) folding.founder = by;
  if (act === 'removed') staff.delete(member);
  if (act === 'removed' || act === 'passphrase-reset' || act === 'let-in-again') lockOuts.delete(member);
  if (act !== 'added' && act !== 'passphrase-reset') return;
  const counts = act === 'added' ? countsAtOnce : countsAfterReset;
  staff.set(member, { role, isConfirmed: role === 'supervisor' && counts(folding, by) });
}

const countsAfterReset = ({ confirms }: Folding): boolean => !confirms;

/** Whether a supervisor who is added has to be confirmed by nobody. Takes a place, where one is left. */
function countsAtOnce(folding: Folding, by: string): boolean {
  if (by === NOBODY) return true;
  if (!folding.confirms) {
    // A set-up by hand that makes two, before its clerk, is one of a program that has others confirmed.
    folding.confirms = folding.changes === 2 && by === folding.founder;
    return true;
  }
  if (folding.places === 0) return false;
  folding.places -= 1;
  return true;
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
