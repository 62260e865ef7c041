import { randomBytes } from 'node:crypto';
import { type ApplicationId, type VisitorId, visitorId } from '../../../shared/contract/ids.ts';
import type { ResidentStatus } from '../../../shared/contract/residents/resident-acts.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { FIRST_READER, type ResidentLook, type ResidentReader } from '../../../shared/residents/look.ts';

/**
 * The screen while a resident has it: how they read, and whether anybody is still there. By the keeper's
 * clock, because a page that hangs must not keep somebody's answers on the screen. In memory only; whose the screen is,
 * the staff know (`Staff.giveScreen`).
 */
export interface ResidentScreen {
  /** What whoever has it reads; null: it is no resident's. It goes over into what the next screen tells, and no further. */
  language(): ResidentLanguage | null;
  /** How whoever has it reads it; null: it is no resident's. Goes over as the language does. */
  reader(): ResidentReader | null;
  /** Staff give it: to somebody who reads this language, as far as anybody knows. */
  give(language: ResidentLanguage): void;
  /** They read another one now. Nothing while staff have the screen. */
  reads(language: ResidentLanguage): void;
  /** They see it so now. Nothing while staff have the screen. */
  sees(look: ResidentLook): void;
  /** The next one begins, or what the last one began has left the screen: nobody knows any more how it is read there. */
  startOver(): void;
  /** Whoever was told something has read it, or left, or what was theirs was set aside: nobody knows any more how the screen is read. */
  forgetReader(): void;
  /** Whoever uses the screen, or will; see `nextVisitor`. */
  visitor(): VisitorId;
  /**
   * Whoever used the screen is gone, and nothing of theirs is open on it: pages forget how they read. This is the one place
   * that decides it. True: somebody had used it since the last time.
   */
  nextVisitor(): boolean;
  /** Somebody is there: what ends the screen waits anew. True: that answered a warning, or took a number that nobody had. */
  touched(): boolean;
  /**
   * The session on the screen died by itself. That is nobody's act, and nothing waits anew for it: whoever sat before a page
   * that stood still can answer the warning in full, once for each touch, and a page that dies again and again ends the
   * screen all the same.
   */
  sessionDied(): void;
  /** An application is on no screen any more, and nobody has been told so yet: until somebody touches the screen, or it ends. */
  leaveBehind(application: ApplicationId): void;
  /** That one; null: there is none, or somebody was there since. */
  leftBehind(): ApplicationId | null;
  /**
   * A warning that stands: nobody has touched the screen for a while, and it has something of somebody's. An application that is
   * open, about to be opened again, or left behind; or how they read, or what they are told, of whoever used it since the last one went.
   */
  idle(): ResidentStatus['idle'];
  /** Which one stands, by when the last touch was before it (milliseconds that the machine has run); null: none does. */
  warning(): number | null;
  /** Nobody has touched it for so long that it ends, whether or not an application is open. */
  isTimeUp(): boolean;
  /** Nobody has touched it for as long, whoever has it now. */
  isUntouched(): boolean;
  /**
   * The time of such an application is up, from the very instant on: whoever touches the screen now may be somebody else.
   */
  hasLapsed(): boolean;
}

/** How long nobody may touch the screen, as the policy says. */
interface IdleTimes {
  /** So long, and the screen asks whether somebody is there. */
  readonly warnAfterSeconds: number;
  /** So much later, unanswered, it ends. */
  readonly endAfterSeconds: number;
}

/** What the screen needs of the kiosk. */
export interface ResidentScreenPort {
  readonly staff: { giveScreen(): void; isWithResident(): boolean };
  /** Milliseconds that the machine has run. */
  readonly clock: { uptime(): number };
  rules(): IdleTimes;
  /** An application is open in the session on the screen. */
  isServing(): boolean;
  /** The application of a session that died waits to be opened there again. */
  isOffered(): boolean;
  isOpen(application: ApplicationId): boolean;
}

function newVisitor(): VisitorId {
  return visitorId.parse(randomBytes(16).toString('hex'));
}

/** The screen of one keeper. */
export function createResidentScreen(port: ResidentScreenPort): ResidentScreen {
  const { staff, clock, rules, isServing } = port;
  let reader = FIRST_READER;
  let lastTouch = 0;
  let visitor = newVisitor();
  let isUsed = false;
  let mayBeWarnedAnew = true;
  let behind: ApplicationId | null = null;
  const idleSeconds = (): number => (clock.uptime() - lastTouch) / 1000;
  const endSeconds = (): number => rules().warnAfterSeconds + rules().endAfterSeconds;
  const isUntouched = (): boolean => idleSeconds() >= endSeconds();
  const isTimeUp = (): boolean => staff.isWithResident() && isUntouched();

  const leftBehind = (): ApplicationId | null => (behind !== null && port.isOpen(behind) ? behind : null);
  const hasSomething = (): boolean => isServing() || port.isOffered() || leftBehind() !== null;

  function idle(): ResidentStatus['idle'] {
    if (!staff.isWithResident() || idleSeconds() < rules().warnAfterSeconds) return null;
    // Of somebody who began nothing the page alone knows whether anything would be lost.
    if (!hasSomething() && !isUsed) return null;
    return { endsInSeconds: Math.max(0, Math.ceil(endSeconds() - idleSeconds())) };
  }

  function touched(): boolean {
    const isNews = idle() !== null || leftBehind() !== null;
    lastTouch = clock.uptime();
    isUsed = true;
    mayBeWarnedAnew = true;
    behind = null;
    return isNews;
  }

  function forgetReader(): void {
    reader = FIRST_READER;
  }

  function nextVisitor(): boolean {
    const wasUsed = isUsed;
    if (wasUsed) visitor = newVisitor();
    touched();
    forgetReader();
    isUsed = false;
    return wasUsed;
  }

  function sessionDied(): void {
    const { warnAfterSeconds } = rules();
    if (!mayBeWarnedAnew || isTimeUp() || idleSeconds() <= warnAfterSeconds) return;
    mayBeWarnedAnew = false;
    lastTouch = clock.uptime() - warnAfterSeconds * 1000;
  }

  return {
    language: () => (staff.isWithResident() ? reader.language : null),
    reader: () => (staff.isWithResident() ? reader : null),
    give(next) {
      if (!isServing()) nextVisitor();
      staff.giveScreen();
      reader = { ...reader, language: next };
      touched();
    },
    reads(next) {
      if (staff.isWithResident()) reader = { ...reader, language: next };
    },
    sees(next) {
      if (staff.isWithResident()) reader = { ...reader, look: next };
    },
    startOver() {
      forgetReader();
      touched();
    },
    forgetReader,
    visitor: () => visitor,
    nextVisitor,
    touched,
    sessionDied,
    leaveBehind(application) {
      behind = application;
    },
    leftBehind,
    idle,
    warning: () => (idle() === null ? null : lastTouch),
    isTimeUp,
    isUntouched,
    hasLapsed: () => hasSomething() && isTimeUp(),
  };
}
