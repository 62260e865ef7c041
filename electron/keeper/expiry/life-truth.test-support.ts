import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { LONGEST_NIGHT } from './kiosk-time.test-support.ts';

/** What is true of one application, kept apart from all that the product reckons. In milliseconds. */
export interface Truth {
  /** How long it has really been open. */
  age: number;
  /** No kiosk could believe that it is older: what ran, and what each restart of the machine looked like. */
  atMost: number;
  /** No kiosk that writes down once a minute may believe that it is younger. */
  atLeast: number;
  /** How far the day had come by the wall clock when it began. */
  readonly beganInDay: number;
}

/** What is true of the open applications of one kiosk, whatever its keeper believes. */
export interface LifeTruth {
  begin(id: ApplicationId, beganInDay: number): void;
  /** It is open no more. */
  end(id: ApplicationId): Truth;
  all(): readonly Truth[];
  /** The machine ran for so long. */
  ran(milliseconds: number): void;
  /** Somebody has set the wall clock by so much. */
  clockMoved(milliseconds: number): void;
  /** The keeper has written down what time it is. */
  written(): void;
  /** Whether the keeper doubts its date now, at a look that no restart of the machine came before. */
  checked(isDoubted: boolean): void;
  /** The machine was off and has started again; `isDoubted`: the keeper doubts its date since. */
  rebooted(how: {
    readonly offMilliseconds: number;
    readonly wallMovedBy: number;
    readonly isDoubted: boolean;
  }): void;
  /** Somebody has confirmed the date, which brought so much time that the machine was off. */
  confirmed(off: number): void;
}

/** A kiosk on which something is open writes once a minute, at a check that comes each half minute: no more goes unwritten. */
const LONGEST_UNWRITTEN = 90_000;

/** The truth of a kiosk on which nothing is open, and whose date nobody doubts. */
export function createLifeTruth(): LifeTruth {
  const open = new Map<ApplicationId, Truth>();
  /** Of the time and the moves of the clock since the last writing, a restart of the machine may lose any. */
  const unwritten = { ran: 0, moved: 0 };
  let doubted = false;

  const written = (): void => {
    Object.assign(unwritten, { ran: 0, moved: 0 });
  };

  return {
    begin(id, beganInDay) {
      open.set(id, { age: 0, atMost: 0, atLeast: 0, beganInDay });
    },
    end(id) {
      const ended = open.get(id);
      if (ended === undefined) throw new Error('expired twice');
      open.delete(id);
      return ended;
    },
    all: () => [...open.values()],
    ran(milliseconds) {
      unwritten.ran += milliseconds;
      for (const truth of open.values()) {
        truth.age += milliseconds;
        truth.atMost += milliseconds;
        truth.atLeast += milliseconds;
      }
    },
    clockMoved(milliseconds) {
      unwritten.moved += milliseconds;
    },
    written,
    checked(isDoubted) {
      // A clock that is believed again brings the time the machine was off, or what looks like it: one night.
      if (doubted && !isDoubted) for (const truth of open.values()) truth.atMost += LONGEST_NIGHT;
      doubted = isDoubted;
    },
    rebooted({ offMilliseconds, wallMovedBy, isDoubted }) {
      const unwrittenRan = Math.min(unwritten.ran, LONGEST_UNWRITTEN);
      const looksLike = Math.max(0, unwritten.moved + offMilliseconds + wallMovedBy);
      for (const truth of open.values()) {
        truth.age += offMilliseconds;
        // Nothing is believed of a clock in doubt, before somebody has confirmed it.
        truth.atMost += isDoubted ? 0 : doubted ? LONGEST_NIGHT : looksLike;
        // A clock that went back takes what was not written with it; one that did not has lost nothing.
        const lost = Math.max(-unwrittenRan, unwritten.moved + offMilliseconds + wallMovedBy);
        truth.atLeast += isDoubted || doubted ? -unwrittenRan : lost;
      }
      doubted = isDoubted;
    },
    confirmed(off) {
      written();
      for (const truth of open.values()) truth.atMost += off;
      doubted = false;
    },
  };
}
