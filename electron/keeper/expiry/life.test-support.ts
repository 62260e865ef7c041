import { randomBytes } from 'node:crypto';
import type { Retention } from '../../../shared/application/expiry.ts';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import { unreachable } from '../../../shared/result.ts';
import { createExpiry, type ExpirableApplication, type Expiry } from './expiry.ts';
import { kioskTimeStage, LONGEST_NIGHT } from './kiosk-time.test-support.ts';

const CHECK = 30_000;
const MINUTE = 60_000;

/** What may happen to a kiosk and its clocks. */
export type LifeStep =
  | { readonly kind: 'advance'; readonly milliseconds: number }
  | { readonly kind: 'begin' }
  | { readonly kind: 'move-clock'; readonly milliseconds: number }
  | { readonly kind: 'restart-keeper' }
  /** A supervisor says that the date is right, if anybody asks. */
  | { readonly kind: 'confirm-date' }
  | { readonly kind: 'reboot'; readonly offMilliseconds: number; readonly wallMovedBy: number };

/** What is true of one application, kept apart from all that the product reckons. In milliseconds. */
interface Truth {
  /** How long it has really been open. */
  age: number;
  /** No kiosk could believe that it is older: what ran, and what each restart of the machine looked like. */
  atMost: number;
  /** No kiosk that writes down once a minute may believe that it is younger. */
  atLeast: number;
  /** How far the day had come by the wall clock when it began. */
  readonly beganInDay: number;
}

/** What a check made of one application. */
export interface LifeFinding {
  readonly application: Truth;
  readonly verdict: 'kept' | 'expired';
}

/** Lives through the steps with a keeper that checks each half minute, and shows what each check made of it. */
export function liveThrough(
  now: number,
  retention: Retention,
  steps: readonly LifeStep[],
  found: (finding: LifeFinding) => void,
): void {
  const stage = kioskTimeStage(now);
  const open = new Map<
    ApplicationId,
    { readonly application: ExpirableApplication; readonly truth: Truth }
  >();
  /** Of the time and the moves of the clock since the last writing, a restart of the machine may lose any. */
  const unwritten = { ran: 0, moved: 0 };
  let doubted = false;
  let expiry = startExpiry();

  function startExpiry(): Expiry {
    return createExpiry({
      clock: stage.clock,
      time: stage.time(),
      expirable: () => [...open.values()].map(({ application }) => application),
      expire(id) {
        const ended = open.get(id);
        if (ended === undefined) throw new Error('expired twice');
        open.delete(id);
        found({ application: ended.truth, verdict: 'expired' });
      },
      failed(error) {
        throw error;
      },
      later: () => undefined,
    });
  }

  function check(): void {
    const writes = stage.writes();
    // A clock that is believed again brings the time the machine was off, or what looks like it: one night.
    const isDoubted = stage.time().doubt() !== null;
    if (doubted && !isDoubted) for (const { truth } of open.values()) truth.atMost += LONGEST_NIGHT;
    doubted = isDoubted;
    expiry.check();
    if (stage.writes() > writes) Object.assign(unwritten, { ran: 0, moved: 0 });
    for (const { truth } of open.values()) found({ application: truth, verdict: 'kept' });
  }

  function run(milliseconds: number): void {
    stage.clock.advance(milliseconds);
    unwritten.ran += milliseconds;
    for (const { truth } of open.values()) {
      truth.age += milliseconds;
      truth.atMost += milliseconds;
      truth.atLeast += milliseconds;
    }
    check();
  }

  function begin(): void {
    const { elapsed, wall } = stage.time().now();
    const id = applicationId.parse(randomBytes(16).toString('hex'));
    // As the vault keeps it: nobody is found by the second at which they came.
    const began = { elapsed: elapsed - (elapsed % MINUTE), wall: wall - (wall % MINUTE) };
    const truth = { age: 0, atMost: 0, atLeast: 0, beganInDay: stage.clock.localDayAt(wall).sinceMidnight };
    open.set(id, { application: { id, began, retention }, truth });
  }

  function reboot(offMilliseconds: number, wallMovedBy: number): void {
    stage.clock.reboot({ offMilliseconds, wallMovedBy });
    stage.restartKeeper();
    expiry = startExpiry();
    const wasDoubted = doubted;
    const isDoubted = stage.time().doubt() !== null;
    const looksLike = Math.max(0, unwritten.moved + offMilliseconds + wallMovedBy);
    for (const { truth } of open.values()) {
      truth.age += offMilliseconds;
      // Nothing is believed of a clock in doubt, before somebody has confirmed it.
      truth.atMost += isDoubted ? 0 : wasDoubted ? LONGEST_NIGHT : looksLike;
      // A clock that went back takes what was not written with it; one that did not has lost nothing.
      const lost = Math.max(-unwritten.ran, unwritten.moved + offMilliseconds + wallMovedBy);
      truth.atLeast += isDoubted || wasDoubted ? -unwritten.ran : lost;
    }
    doubted = isDoubted;
  }

  function confirmDate(): void {
    if (stage.time().doubt() === null) return;
    const before = stage.time().now().elapsed;
    stage.time().confirm(() => undefined);
    Object.assign(unwritten, { ran: 0, moved: 0 });
    const off = stage.time().now().elapsed - before;
    for (const { truth } of open.values()) truth.atMost += off;
    doubted = false;
  }

  check();
  for (const step of steps) {
    switch (step.kind) {
      case 'advance':
        for (let left = step.milliseconds; left > 0; left -= CHECK) run(Math.min(CHECK, left));
        break;
      case 'begin':
        begin();
        break;
      case 'move-clock':
        stage.clock.moveClock(step.milliseconds);
        unwritten.moved += step.milliseconds;
        break;
      case 'restart-keeper':
        stage.restartKeeper();
        expiry = startExpiry();
        break;
      case 'confirm-date':
        confirmDate();
        break;
      case 'reboot':
        reboot(step.offMilliseconds, step.wallMovedBy);
        break;
      default:
        unreachable(step);
    }
    check();
  }
}
