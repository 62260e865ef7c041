import type { ApplicationId } from '../../../shared/contract/ids.ts';
import {
  endsAll,
  endsSomething,
  type FilesMisfit,
  type Misfit,
  type WayOn,
} from '../../../shared/misfit/misfit.ts';
import type { FoundAtStart } from './found-at-start.ts';
import type { MisfitRows } from './misfit-rows.ts';

/** Whether the files of a kiosk fit together. Decided at its start; two supervisors let it go on, and then it starts again. */
export interface FilesFit {
  /** What does not fit; null: nothing. */
  now(): FilesMisfit | null;
  /** Nobody new is served, and nothing is opened, expired or erased. Also once two have let the kiosk go on, until it has started again. */
  isClosed(): boolean;
  /** The ledger gets nothing: so it is closed, or the key turned out to be another kiosk's since the start. */
  isLedgerClosed(): boolean;
  /** Whether the key may sign, and overwrite the one before it. */
  maySign(): boolean;
  /** Whether somebody counts as one of two by the ledger, whatever the vault says of them. */
  isOfTwo(member: string): boolean;
  /** Open applications that end when two let the kiosk go on. */
  ending(): readonly ApplicationId[];
  /** Applications whose erasure an older vault has under way: the ledger has counted them, or never will. They go with the others. */
  unfinished(): readonly ApplicationId[];
  /** Two have let it go on, and the vault has that. */
  accepted(): void;
}

/** What that needs of the kiosk. */
export interface FilesFitPort {
  readonly rows: MisfitRows;
  readonly vault: {
    openIds(): readonly ApplicationId[];
    readonly wipes: { all(): readonly { readonly application: ApplicationId }[] };
  };
  readonly holds: { all(): readonly unknown[] };
  /** Whether the key that signs does not open, or is not the one that the ledger names. */
  isKeyForeign(): boolean;
}

/** That of one keeper. */
export function createFilesFit(
  { rows, vault, holds, isKeyForeign }: FilesFitPort,
  found: FoundAtStart,
): FilesFit {
  let isAccepted = false;
  const noted = found.isClosed ? rows.all() : [];
  const misfits = noted.map(({ what }) => what);
  const [first] = noted;

  /** A hold that was missing stands until two have lifted it. */
  const asOfNow = (misfit: Misfit): Misfit =>
    misfit.kind === 'holds' && holds.all().length === 0 ? { ...misfit, holds: 0 } : misfit;

  // By this start alone: where the right files were put back since, two people are asked, and nothing ends.
  function ending(): readonly ApplicationId[] {
    if (found.misfits.some(endsAll)) return vault.openIds();
    return found.missing;
  }

  function wayOn(): WayOn {
    if (found.misfits.some(({ kind }) => kind === 'signing-key') || isKeyForeign()) return 'other-files';
    return found.misfits.some(endsSomething) && holds.all().length > 0 ? 'hold-first' : 'two-supervisors';
  }

  return {
    now() {
      if (first === undefined || isAccepted) return null;
      return {
        ...{ since: first.since, misfits: misfits.map(asOfNow) },
        ...{ fitsNow: found.misfits.length === 0, wayOn: wayOn(), ends: ending().length },
      };
    },
    isClosed: () => found.isClosed,
    isLedgerClosed: () => found.isClosed || isKeyForeign(),
    maySign: () => !found.isClosed || isAccepted,
    isOfTwo(member) {
      const known = found.ledger.staff.get(member);
      return known?.role === 'supervisor' && known.isConfirmed;
    },
    ending,
    unfinished() {
      if (!found.misfits.some(({ kind }) => kind === 'vault-older')) return [];
      return vault.wipes.all().map(({ application }) => application);
    },
    accepted() {
      isAccepted = true;
    },
  };
}
