import { setTimeout as delay } from 'node:timers/promises';
import type { KioskState } from '../../shared/contract/launcher.ts';
import type { Condition, Phase } from './phase.ts';

/** How often the condition is told, and how long a start may take that nobody can ask. */
export interface TellingTimes {
  readonly everyMilliseconds: number;
  readonly startingMilliseconds: number;
}

/** Tells, without end, how the kiosk is. */
export interface Telling {
  /** The launcher is somewhere else now: that is told at once. */
  enter(phase: Phase): void;
  /** The kiosk is otherwise than before: asked and told at once. */
  changed(): void;
  /** The kiosk was told to end, and has: told at once, and the last that is told. */
  ended(state: KioskState | null): void;
}

/**
 * Asks how the kiosk is and tells it, at once when that changes and otherwise from time to time. Silent while a keeper does not
 * answer, and when a start takes too long: whoever listens then knows that something hangs. Before a page of failure the
 * launcher vouches for itself alone.
 */
export function keepTelling(tell: (condition: Condition) => Promise<void>, times: TellingTimes): Telling {
  let phase: Phase = { kind: 'starting' };
  let since = performance.now();
  let wake = (): void => undefined;
  let isOver = false;

  /** Null: the phase changed before there was an answer. */
  async function conditionNow(woken: Promise<null>): Promise<Condition | null> {
    const now = phase;
    if (now.kind === 'starting' && performance.now() - since > times.startingMilliseconds) return woken;
    if (now.kind !== 'kiosk') return now;
    return Promise.race([now.keeper.state().then((state) => ({ kind: 'kiosk' as const, state })), woken]);
  }

  async function run(): Promise<void> {
    for (;;) {
      const woken = new Promise<null>((resolve) => {
        wake = () => resolve(null);
      });
      const condition = await conditionNow(woken);
      if (isOver) return;
      if (condition === null) continue;
      await tell(condition);
      await Promise.race([woken, delay(times.everyMilliseconds, undefined, { ref: false })]);
    }
  }

  void run();
  return {
    enter(next) {
      if (next.kind !== 'starting' || phase.kind !== 'starting') since = performance.now();
      phase = next;
      wake();
    },
    changed: () => wake(),
    ended(state) {
      isOver = true;
      void tell({ kind: 'ended', state });
      wake();
    },
  };
}
