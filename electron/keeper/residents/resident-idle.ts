import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { HandedBack, ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { type ForgetEndingPort, forgetEnding } from './forget-ending.ts';

/** Ends what nobody is before any more. */
export interface ResidentIdle {
  /** To be called every few seconds. True: there is something to be told to the screens. */
  check(): boolean;
  /**
   * Locks a screen that was away: nobody knows who stands before it. What a resident had there in self-service ends when its time
   * is up, as if the display had stayed, unless staff have opened the lock by then.
   */
  displayWasAway(): void;
}

/** What that needs of the kiosk. */
export interface ResidentIdlePort extends ForgetEndingPort {
  readonly residentScreen: ForgetEndingPort['residentScreen'] & {
    warning(): number | null;
    isTimeUp(): boolean;
    isUntouched(): boolean;
    nextVisitor(): boolean;
    leftBehind(): ApplicationId | null;
  };
  readonly staff: {
    isWithResident(): boolean;
    lock(behind?: HandedBack): void;
    handedBack(): HandedBack | null;
  };
  readonly kiosk: { forResidents(): { readonly setting: ResidentSetting } };
  /** The application that is open in the session on the screen. */
  applicationShown(): ApplicationId | null;
  readonly startScreen: {
    offeredApplication(): ApplicationId | null;
    offer(ticket: Ticket | null): void;
  };
  /**
   * Ends the application, or takes it off the screen where a hold keeps it. False: neither is possible now.
   * @throws where the disk does not take it: then nothing of it has happened.
   */
  end(application: ApplicationId): boolean;
  failed(error: unknown): void;
}

/** That of one keeper. */
export function createResidentIdle(port: ResidentIdlePort): ResidentIdle {
  const { residentScreen, staff, kiosk, startScreen } = port;
  /** The warning that the screens were told of last; null: that none stands. */
  let told: number | null = null;
  /** Its end was refused, and the screen is locked behind whoever went. */
  let unended: ApplicationId | null = null;
  /** The lock came with the display, and the time of whoever was there runs on behind it. */
  let runsBehindLock = false;

  /** The screen of somebody who went, before the next one comes: what it tells was for them. */
  function clearNews(): boolean {
    const wasOffered = startScreen.offeredApplication() !== null;
    // Nobody has gone on with it, and whoever comes next must not get it.
    startScreen.offer(null);
    return forgetEnding(port) || wasOffered;
  }

  /** Not to be seen by whoever passes, whatever it is. */
  function lock(behind: HandedBack = 'unfinished'): true {
    staff.lock(behind);
    return true;
  }

  function tryToEnd(application: ApplicationId): boolean {
    try {
      return port.end(application);
    } catch (error) {
      port.failed(error);
      return false;
    }
  }

  function end(application: ApplicationId): true {
    if (tryToEnd(application)) return true;
    unended = application;
    return lock('ending');
  }

  /** On no screen, since its session died: nobody has opened it again, or nobody was there who read its number. */
  const leftBehind = (): ApplicationId | null =>
    startScreen.offeredApplication() ?? residentScreen.leftBehind();

  const isCounterNow = (): boolean => kiosk.forResidents().setting === 'counter';

  function endScreen(): boolean {
    const isCounter = isCounterNow();
    const application = port.applicationShown();
    if (application !== null) return isCounter ? lock() : end(application);
    const behind = leftBehind();
    const wasUsed = residentScreen.nextVisitor();
    if (isCounter) {
      forgetEnding(port);
      // What waits to be opened again opens for the clerk, the only one who can begin here, as behind a lock of their own.
      return lock();
    }
    const isNews = clearNews();
    return behind === null ? isNews || wasUsed : end(behind);
  }

  /** Again, as long as nobody of staff has opened the screen: then it is theirs to end. */
  function endRefused(): boolean {
    if (unended === null) return false;
    if (staff.handedBack() !== null && !tryToEnd(unended)) return true;
    unended = null;
    // A session may have died behind the lock: what it offered is gone.
    if (staff.handedBack() !== null) startScreen.offer(null);
    return true;
  }

  function endBehindLock(): boolean {
    runsBehindLock = runsBehindLock && staff.handedBack() !== null;
    if (!runsBehindLock || !residentScreen.isUntouched()) return false;
    runsBehindLock = false;
    const behind = port.applicationShown() ?? leftBehind();
    residentScreen.nextVisitor();
    clearNews();
    return behind === null || end(behind);
  }

  return {
    displayWasAway() {
      runsBehindLock = runsBehindLock || (staff.isWithResident() && !isCounterNow());
      staff.lock();
    },
    check() {
      const wasRefused = endRefused();
      const hasEnded = residentScreen.isTimeUp() ? endScreen() : endBehindLock();
      const warning = residentScreen.warning();
      const isNews = wasRefused || hasEnded || warning !== told;
      told = warning;
      return isNews;
    },
  };
}
