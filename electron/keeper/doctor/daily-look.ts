import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';

/** Has the computer looked at by itself. */
export interface DailyLook {
  /** Made with each round of the keeper: begins a look if one is due and nobody is served. */
  round(): void;
}

/** What it needs of the keeper. */
export interface DailyLookPort {
  readonly doctor: { examine(): Promise<Examination> };
  readonly clock: { uptime(): number };
  /** The kiosk is on the screen, and neither an applicant nor a card is under way: hashing 400 MB keeps a disk busy. */
  isIdle(): boolean;
  failed(error: unknown): void;
}

const DAY = 24 * 60 * 60_000;
/** Where nobody could look, it is tried again sooner. */
const HOUR = 60 * 60_000;

/** Once the kiosk is on the screen and idle, and then once a day. */
export function createDailyLook({ doctor, clock, isIdle, failed }: DailyLookPort): DailyLook {
  let due = Number.NEGATIVE_INFINITY;
  return {
    round() {
      const now = clock.uptime();
      if (now < due || !isIdle()) return;
      due = now + DAY;
      doctor.examine().then(({ kind }) => {
        if (kind === 'did-not-run') due = now + HOUR;
      }, failed);
    },
  };
}
