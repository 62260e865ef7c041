import type { PrintStage } from '../../shared/contract/status.ts';

/** The four stations of a card's way, as they are drawn. */
export const stations = ['sent', 'front', 'back', 'in-tray'] as const;
export type Station = (typeof stations)[number];

export type StationMark = 'done' | 'now' | 'ahead' | 'fault';

/** How many stations a stage has reached. */
function reached(stage: PrintStage | null): number {
  return stage === null || stage === 'waiting' || stage === 'failed' ? 0 : stations.indexOf(stage) + 1;
}

/**
 * How a station is drawn. After a failure the fault stands at the first station that was not reached;
 * `lastReached` is the last stage before it, as far as this screen has seen it.
 */
export function stationMark(
  station: Station,
  stage: PrintStage | null,
  lastReached: PrintStage | null,
): StationMark {
  const place = stations.indexOf(station) + 1;
  if (stage === 'failed') {
    const before = reached(lastReached);
    if (place <= before) return 'done';
    return place === before + 1 ? 'fault' : 'ahead';
  }
  const now = reached(stage);
  if (stage === 'in-tray' || place < now) return place <= now ? 'done' : 'ahead';
  return place === now ? 'now' : 'ahead';
}
