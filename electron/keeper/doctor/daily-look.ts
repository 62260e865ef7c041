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
  readonly presence: { isLeftAlone(): boolean };
  /** The kiosk is on the screen, and neither an applicant nor a card is under way. */
  isIdle(): boolean;
  failed(error: unknown): void;
}

const DAY = 24 * 60 * 60_000;
/** Where nobody could look, it is tried again sooner. */
const HOUR = 60 * 60_000;

/** Once an idle kiosk is left alone, and then once a day. */
export function createDailyLook({ doctor, clock, presence, isIdle, failed }: DailyLookPort): DailyLook {
  let due = clock.uptime();
  return {
    round() {
      const now = clock.uptime();
      // Hashing 400 MB keeps a disk busy: whoever has just started the kiosk, or touched it, would wait for that with their
      // first applicant.
      if (now < due || !presence.isLeftAlone() || !isIdle()) return;
      due = now + DAY;
      doctor.examineInBackground().then(({ kind }) => {
        if (kind === 'did-not-run') due = now + HOUR;
      }, failed);
    },
  };
}
