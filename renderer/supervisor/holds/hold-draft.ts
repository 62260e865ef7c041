import type { Ticket } from '../../../shared/contract/ids.ts';
import type { LegalHold } from '../../../shared/contract/status.ts';
import type { HoldReason } from '../../../shared/ledger/reasons.ts';

/** A legal hold while it is being filled in. */
export interface HoldDraft {
  readonly scope: LegalHold['scope'];
  readonly reason: HoldReason | null;
  readonly tickets: readonly Ticket[];
}

/** What is chosen when the form is opened. */
export const EMPTY_HOLD_DRAFT: HoldDraft = { scope: 'all', reason: null, tickets: [] };

export type HoldDraftProblem = 'no-reason' | 'no-ticket';

/** A hold as the core is told to set it. `tickets: null`: everything, also what begins later. */
export interface CheckedHold {
  readonly reason: HoldReason;
  readonly tickets: Ticket[] | null;
}

type Checked =
  | { readonly ok: true; readonly hold: CheckedHold }
  | { readonly ok: false; readonly problem: HoldDraftProblem };

/**
 * Whether the draft can be set, and as what. `open`: the tickets that are still there; one that ended
 * meanwhile cannot be held any more.
 */
export function checkHoldDraft(draft: HoldDraft, open: readonly Ticket[]): Checked {
  const { scope, reason } = draft;
  if (reason === null) return { ok: false, problem: 'no-reason' };
  if (scope === 'all') return { ok: true, hold: { reason, tickets: null } };
  const tickets = draft.tickets.filter((each) => open.includes(each));
  return tickets.length === 0 ? { ok: false, problem: 'no-ticket' } : { ok: true, hold: { reason, tickets } };
}
