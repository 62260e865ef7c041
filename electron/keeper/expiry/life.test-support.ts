import { randomBytes } from 'node:crypto';
import type { Retention } from '../../../shared/application/retention.ts';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import { unreachable } from '../../../shared/result.ts';
import { createExpiry, type ExpirableApplication, type Expiry } from './check-expiry.ts';
import { kioskTimeStage } from './kiosk-time.test-support.ts';
import { createLifeTruth, type Truth } from './life-truth.test-support.ts';

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
  const truth = createLifeTruth();
  const open = new Map<ApplicationId, ExpirableApplication>();
  let expiry = startExpiry();

  function startExpiry(): Expiry {
    return createExpiry({
      clock: stage.clock,
      time: stage.time(),
      expirable: () => [...open.values()],
      expire(id) {
        const ended = truth.end(id);
        open.delete(id);
        found({ application: ended, verdict: 'expired' });
      },
      failed(error) {
        throw error;
      },
      later: () => undefined,
    });
  }

  function isDoubted(): boolean {
    return stage.time().doubt() !== null;
  }

  function check(): void {
    const writes = stage.writes();
    truth.checked(isDoubted());
    expiry.check();
    if (stage.writes() > writes) truth.written();
    for (const application of truth.all()) found({ application, verdict: 'kept' });
  }

  function run(milliseconds: number): void {
    stage.clock.advance(milliseconds);
    truth.ran(milliseconds);
    check();
  }

  function begin(): void {
    const { elapsed, wall } = stage.time().now();
    const id = applicationId.parse(randomBytes(16).toString('hex'));
    // As the vault keeps it: nobody is found by the second at which they came.
    const began = { elapsed: elapsed - (elapsed % MINUTE), wall: wall - (wall % MINUTE) };
    open.set(id, { id, began, retention });
    truth.begin(id, stage.clock.localDayAt(wall).sinceMidnight);
  }

  function reboot(offMilliseconds: number, wallMovedBy: number): void {
    stage.clock.reboot({ offMilliseconds, wallMovedBy });
    stage.restartKeeper();
    expiry = startExpiry();
    truth.rebooted({ offMilliseconds, wallMovedBy, isDoubted: isDoubted() });
  }

  function confirmDate(): void {
    if (!isDoubted()) return;
    const before = stage.time().now().elapsed;
    stage.time().confirm(() => undefined);
    truth.confirmed(stage.time().now().elapsed - before);
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
        truth.clockMoved(step.milliseconds);
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
