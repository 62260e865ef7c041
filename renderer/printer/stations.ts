import type { PrintEnding, PrintStage } from '../../shared/contract/printing/printer.ts';
import type { PrinterStatus } from '../../shared/contract/printing/printer-status.ts';
import type { PrinterTrouble } from '../../shared/printing/trouble.ts';

/** The four stations of a card's way, as they are drawn. */
export const stations = ['sent', 'front', 'back', 'in-tray'] as const;
export type Station = (typeof stations)[number];

/** `waits`: something keeps the printer from going on here. `unknown`: nobody but a person can say. */
export type StationMark = 'done' | 'now' | 'waits' | 'ahead' | 'fault' | 'unknown';

/** What is known about a card's way. */
export interface CardsWay {
  readonly stage: PrintStage | null;
  /** The last stage before it failed, as far as this screen has seen it. */
  readonly lastReached: PrintStage | null;
  readonly troubles: readonly PrinterTrouble[];
  readonly ending: PrintEnding | null;
  readonly tells: PrinterStatus['tells'];
}

/** How many stations a stage has reached. */
function reached(stage: PrintStage | null): number {
  return stage === null || stage === 'waiting' || stage === 'failed' ? 0 : stations.indexOf(stage) + 1;
}

/** The last station of which this printer's word is worth anything. One that tells of transfers knows no card. */
function lastTold(tells: CardsWay['tells']): number {
  return tells === 'transfers' ? 1 : stations.length;
}

/** After a failure. Without an ending nobody knows anything, which is a doubt as well. */
function markAfterFailure(place: number, { lastReached, ending, tells }: CardsWay): StationMark {
  const told = lastTold(tells);
  const before = reached(lastReached);
  if (ending?.kind === 'no-card') {
    const certain = Math.min(before, told);
    if (place <= certain) return 'done';
    return place === certain + 1 ? 'fault' : 'ahead';
  }
  // What was under way when it was seen last need not have been finished. But what this printer was handed, it has.
  const handedOver = ending?.kind === 'doubt' && ending.doubt === 'cannot-know' ? 1 : 0;
  return place <= Math.min(told, Math.max(before - 1, handedOver)) ? 'done' : 'unknown';
}

/** The place where the card waits for somebody's hand; nought while nothing keeps it. */
function waitingPlace({ stage, troubles, tells }: CardsWay): number {
  if (troubles.length === 0 || stage === 'in-tray') return 0;
  return troubles[0] === 'tray-full'
    ? stations.length
    : Math.min(lastTold(tells), Math.max(1, reached(stage)));
}

/** How a station is drawn. */
export function stationMark(station: Station, way: CardsWay): StationMark {
  const { stage } = way;
  const place = stations.indexOf(station) + 1;
  if (stage === 'failed') return markAfterFailure(place, way);
  if (place === waitingPlace(way)) return 'waits';
  const now = reached(stage);
  if (stage !== 'in-tray' && now > 0 && place > lastTold(way.tells)) return 'unknown';
  if (stage === 'in-tray' || place < now) return place <= now ? 'done' : 'ahead';
  return place === now ? 'now' : 'ahead';
}
