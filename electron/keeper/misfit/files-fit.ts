import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { endsAll, endsSomething, type FilesMisfit, type WayOn } from '../../../shared/misfit/misfit.ts';
import type { FoundAtStart } from './found-at-start.ts';
import type { MisfitRows } from './misfit-rows.ts';

/** Whether the files of a kiosk fit together. Decided at its start; two supervisors let it go on, and then it starts again. */
export interface FilesFit {
  /** What does not fit; null: nothing. */
  now(): FilesMisfit | null;
  /** Nobody new is served, and nothing is opened, expired or erased. Also once two have let the kiosk go on, until it has started again. */
  isClosed(): boolean;
  /** Whether the key may sign, and overwrite the one before it. */
  maySign(): boolean;
  /** Whether somebody counts as one of two by the ledger, whatever the vault says of them. */
  isOfTwo(member: string): boolean;
  /** Open applications that end when two let the kiosk go on. */
  ending(): readonly ApplicationId[];
  /** Two have let it go on, and the vault has that. */
  accepted(): void;
}

/** What that needs of the kiosk. */
export interface FilesFitPort {
  readonly rows: MisfitRows;
  readonly vault: { openIds(): readonly ApplicationId[] };
  readonly holds: { all(): readonly unknown[] };
}

/** That of one keeper. */
export function createFilesFit({ rows, vault, holds }: FilesFitPort, found: FoundAtStart): FilesFit {
  let isAccepted = false;
  const noted = found.isClosed ? rows.all() : [];
  const misfits = noted.map(({ what }) => what);
  const [first] = noted;

  function ending(): readonly ApplicationId[] {
    if (misfits.some(endsAll)) return vault.openIds();
    return found.missing;
  }

  function wayOn(): WayOn {
    // At this start: two people with recovery codes may have begun anew since, with another key.
    if (found.misfits.some(({ kind }) => kind === 'signing-key')) return 'other-files';
    return misfits.some(endsSomething) && holds.all().length > 0 ? 'hold-first' : 'two-supervisors';
  }

  return {
    now() {
      if (first === undefined || isAccepted) return null;
      return { since: first.since, misfits: [...misfits], wayOn: wayOn(), ends: ending().length };
    },
    isClosed: () => found.isClosed,
    maySign: () => !found.isClosed || isAccepted,
    isOfTwo(member) {
      const known = found.ledger.staff.get(member);
      return known?.role === 'supervisor' && known.isConfirmed;
    },
    ending,
    accepted() {
      isAccepted = true;
    },
  };
}
