import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { PrintDoubt, PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import type { CardsWay } from '../../printer/stations.ts';

/** Where the printing of one card stands, as the clerk has to deal with it. */
export type PrintPhase =
  | { readonly kind: 'under-way' }
  /** A person has to look. `null`: nothing is known, not even why. */
  | { readonly kind: 'question'; readonly doubt: PrintDoubt | null }
  /** The clerk has looked and found none: printed again only by an act of its own. */
  | { readonly kind: 'none-seen' }
  /** It is certain that there is none. */
  | { readonly kind: 'no-card'; readonly why: PrinterRefusal };

/** Whether a card is under way that can still be stopped. */
export function mayStopPrint({ state, printStage }: Pick<ApplicationView, 'state' | 'printStage'>): boolean {
  const underWay = state === 'queued' || state === 'printing';
  return underWay && printStage !== 'failed' && printStage !== 'in-tray';
}

/** Why an application cannot be ended without a card: there is one, or nobody knows yet. */
export type CardInTheWay = 'on-its-way' | 'in-doubt' | 'printed';

/** The card that has to be dealt with before its application ends; `null`: there is none. */
export function cardInTheWay(told: Told): CardInTheWay | null {
  if (told.state === 'printed') return 'printed';
  if (told.state !== 'printing') return null;
  switch (printPhase(told).kind) {
    case 'under-way':
      return 'on-its-way';
    case 'question':
      return 'in-doubt';
    default:
      return null;
  }
}

type Told = Pick<ApplicationView, 'state' | 'printStage' | 'printEnding'>;

/**
 * The card's way as it is drawn in this phase. While a person is asked whether a card came out, the printer's word that one
 * lies in the tray marks no station: the words beside it say that nobody can tell.
 */
export function drawnWay(phase: PrintPhase, way: CardsWay): CardsWay {
  return phase.kind === 'question' && way.stage === 'in-tray'
    ? { ...way, stage: 'failed', lastReached: null, ending: null }
    : way;
}

/** The phase of what the core has told. A print that failed without an ending is one whose question was answered: none. */
export function printPhase({ state, printStage, printEnding }: Told): PrintPhase {
  // In the tray and still printing: the printer says that a card lies there, and the record does not have it yet.
  const ended = printStage === 'failed' || (printStage === 'in-tray' && state === 'printing');
  if (!ended) return { kind: 'under-way' };
  switch (printEnding?.kind) {
    case 'no-card':
      return { kind: 'no-card', why: printEnding.why };
    case 'doubt':
      return { kind: 'question', doubt: printEnding.doubt };
    default:
      return printStage === 'failed' ? { kind: 'none-seen' } : { kind: 'question', doubt: null };
  }
}
