import { DEFAULT_LIMITS, type IppLimits } from '../../lib/ipp/limits.ts';

/** How long a worker waits for what, in milliseconds. */
export interface Patience {
  /** Between two looks at a job: the screen shows what happens within two seconds of it. */
  readonly pollInterval: number;
  /** For a printer that stands still before anything was sent to it, or is busy with somebody else's card. */
  readonly beforeSending: number;
  /** Until a document is offered once more to a printer that refused it for being busy. */
  readonly busy: number;
  /** Nothing moves and the printer names no trouble that a clerk could mend. */
  readonly standstill: number;
  /** It named a trouble: somebody may be on the way with new cards. */
  readonly trouble: number;
  /** For one card in all, however much moves: a printer that is never done does not keep an application. */
  readonly whole: number;
  /** It does not answer any more although it has the card: it may be starting anew. */
  readonly silence: number;
  /** A job is done, and the answer to its document is still on its way. */
  readonly confirm: number;
  /** A job that was canceled ends. */
  readonly cancel: number;
  /** For each single question and answer. */
  readonly limits: IppLimits;
}

export const PATIENCE: Patience = {
  pollInterval: 400,
  beforeSending: 20 * 60_000,
  busy: 15_000,
  standstill: 3 * 60_000,
  trouble: 20 * 60_000,
  whole: 40 * 60_000,
  silence: 90_000,
  confirm: 30_000,
  cancel: 60_000,
  limits: DEFAULT_LIMITS,
};
