import type { Unit } from './units.ts';

interface OfLine {
  readonly units: readonly Unit[];
  /** How the line begins: its name, and as much of its value as tells it from others of that name. */
  readonly line: string;
}

/** A line that stops something: the act succeeds in a unit without it, and not in one with it. */
export interface Tried extends OfLine {
  readonly kind: 'tried';
  /** By sh, in a unit of these lines: ends with 0 if nothing is in its way. */
  readonly act: string;
  /** Other lines that stop the same act, by how they begin: left out both times, so that this one stands alone. */
  readonly besides?: readonly string[];
  /** Lines that the act takes to be possible at all, there both times. */
  readonly needs?: readonly string[];
  /** By sh on the machine, after the unit has ended: ends with 0 if the act has left what it was after. Cleans up as well. */
  readonly afterwards?: string;
  /** An account in the place of the unit's own: what systemd does for an account's last unit is not done for the kiosk's while that runs. */
  readonly account?: string;
  /** Why a machine may not be able to show it, whatever lines there are. Then it is not run. */
  readonly unlessHindered?: string;
}

/** A line that can't be tried in a container, or that changes nothing today. It is said, and counts as nothing. */
export interface NotRun extends OfLine {
  readonly kind: 'not-run';
  readonly why: string;
}

export type Row = Tried | NotRun;
