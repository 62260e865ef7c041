import {
  type ExpiryVerdict,
  judgeExpiry,
  type Moment,
  type Retention,
} from '../../../shared/application/retention.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Clock } from '../clock.ts';
import type { KioskTime } from './kiosk-time.ts';

/** An application that the policy may end. */
export interface ExpirableApplication {
  readonly id: ApplicationId;
  /** Its beginning; whole minutes, rounded down, will do. */
  readonly began: Moment;
  /** Of the policy that it began under. */
  readonly retention: Retention;
}

/** What expiry works on. */
export interface ExpiryParts {
  readonly clock: Pick<Clock, 'localDayAt'>;
  readonly time: Pick<KioskTime, 'now'> & {
    /** Kiosk time is written down when it is due. Throws what its store throws. */
    tick(): void;
  };
  /** Those that may expire: nothing under a legal hold, nothing that is being wiped. */
  expirable(): readonly ExpirableApplication[];
  /** Begins the wipe. When it returns, the application is no longer in `expirable`. */
  expire(application: ApplicationId): void;
  /**
   * The time could not be kept, the list could not be read, or an application past its limit could not be
   * given to the wipe. It is tried again at the next check; whoever is told must show it.
   */
  failed(error: unknown): void;
  /** Runs something later: a timer, or a test's own. */
  later(milliseconds: number, run: () => void): void;
}

/** Ends open applications by policy, whoever is signed in and whether anybody is. */
export interface Expiry {
  /** Checks now and from then on every half minute. Called once, when the keeper has started. */
  start(): void;
  /** Checks now, besides: after a sign-in, when a hold was lifted. Throws only what `failed` throws. */
  check(): void;
  /** Whole minutes that an application has left, for lists. 0: it goes with the next check. */
  minutesLeft(application: Pick<ExpirableApplication, 'began' | 'retention'>): number;
}

/** An application lives up to this much longer than the policy says. */
const CHECK_EVERY = 30_000;

/** Puts the rule of expiry to work. Nothing happens before `start`. */
export function createExpiry(parts: ExpiryParts): Expiry {
  function judge({ began, retention }: Pick<ExpirableApplication, 'began' | 'retention'>): ExpiryVerdict {
    const now = parts.time.now();
    return judgeExpiry(began, now, parts.clock.localDayAt(now.wall), retention);
  }

  /** One failure keeps nothing else from its end. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      parts.failed(error);
    }
  }

  function check(): void {
    attempt(() => parts.time.tick());
    attempt(() => {
      for (const application of parts.expirable()) {
        if (judge(application).kind === 'expired') attempt(() => parts.expire(application.id));
      }
    });
  }

  function checkAgainAndAgain(): void {
    check();
    parts.later(CHECK_EVERY, checkAgainAndAgain);
  }

  return {
    start: checkAgainAndAgain,
    check,
    minutesLeft(application) {
      const verdict = judge(application);
      return verdict.kind === 'keep' ? verdict.minutesLeft : 0;
    },
  };
}
