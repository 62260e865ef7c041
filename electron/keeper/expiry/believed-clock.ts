import type { Clock } from '../clock.ts';
import type { KioskTime } from './kiosk-time.ts';

/**
 * The machine's clock as far as it is believed: while the date is in doubt what happens is dated by the kiosk's own
 * reckoning, so that no doubtful date dates a record, a receipt or an act. Two things carry the wall clock's own
 * date, because they are about it: the ledger's entry of a moved clock, and kiosk time's row, which compares with it.
 */
export function believedClock(clock: Clock, time: Pick<KioskTime, 'now'>): Clock {
  const now = (): number => time.now().wall;
  return { ...clock, now, today: () => clock.dateAt(now()) };
}
