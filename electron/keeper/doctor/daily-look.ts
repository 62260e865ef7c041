import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';

/** Has the computer looked at by itself. */
export interface DailyLook {
  /** Made with each round of the keeper: begins a look if one is due and nobody is at the kiosk. */
  round(): void;
}

/** What it needs of the keeper. */
export interface DailyLookPort {
  readonly doctor: { examineInBackground(): Promise<Examination> };
  readonly clock: { uptime(): number };
  /** When somebody last touched the kiosk, by that clock. */
  readonly staff: { lastTouched(): number };
  /** The kiosk is on the screen, and neither an applicant nor a card is under way. */
  isIdle(): boolean;
  failed(error: unknown): void;
}

const DAY = 24 * 60 * 60_000;
/** Where nobody could look, it is tried again sooner. */
const HOUR = 60 * 60_000;
/**
 * Hashing 400 MB keeps a disk busy: whoever has just started the kiosk, or touched it, would wait for that with their first
 * applicant.
 */
const UNTOUCHED_MILLISECONDS = 10 * 60_000;

/** Once nobody has touched an idle kiosk for ten minutes, and then once a day. */
export function createDailyLook({ doctor, clock, staff, isIdle, failed }: DailyLookPort): DailyLook {
  const started = clock.uptime();
  let due = started;
  return {
    round() {
      const now = clock.uptime();
      const untouched = now - Math.max(started, staff.lastTouched());
      if (now < due || untouched < UNTOUCHED_MILLISECONDS || !isIdle()) return;
      due = now + DAY;
      doctor.examineInBackground().then(({ kind }) => {
        if (kind === 'did-not-run') due = now + HOUR;
      }, failed);
    },
  };
}
