import type { Clock } from '../clock.ts';
import type { KioskTime } from './kiosk-time.ts';

/**
 * The machine's clock as far as it is believed: while the date is in doubt everything that is written down is
 * dated by the kiosk's own reckoning, so that no doubtful date ever stands in vault, ledger or receipt.
 */
export function believedClock(clock: Clock, time: Pick<KioskTime, 'now'>): Clock {
  const now = (): number => time.now().wall;
  return { ...clock, now, today: () => clock.dateAt(now()) };
}
