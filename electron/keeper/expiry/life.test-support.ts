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

type Found = (finding: LifeFinding) => void;

/** A keeper that checks each half minute, on clocks that anything may happen to, beside what is true of its applications. */
function createLivingKiosk(now: number, retention: Retention, found: Found) {
  const stage = kioskTimeStage(now);
  const truth = createLifeTruth();
  const open = new Map<ApplicationId, ExpirableApplication>();
  let expiry = startExpiry();

  function startExpiry(): Expiry {
    return createExpiry({
      clock: stage.clock,
      time: { now: () => stage.time().now(), tick: () => stage.time().tick(open.size > 0) },
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

  const isDoubted = (): boolean => stage.time().doubt() !== null;

  function restartKeeper(): void {
    stage.restartKeeper();
    expiry = startExpiry();
  }

  return {
    stage,
    truth,
    isDoubted,
    restartKeeper,
    check(): void {
      const writes = stage.writes();
      truth.checked(isDoubted());
      expiry.check();
      if (stage.writes() > writes) truth.written();
      for (const application of truth.all()) found({ application, verdict: 'kept' });
    },
    begin(): void {
      const writes = stage.writes();
      stage.time().tick(true);
      if (stage.writes() > writes) truth.written();
      const { elapsed, wall } = stage.time().now();
      const id = applicationId.parse(randomBytes(16).toString('hex'));
      // As the vault keeps it: nobody is found by the second at which they came.
      const began = { elapsed: elapsed - (elapsed % MINUTE), wall: wall - (wall % MINUTE) };
      open.set(id, { id, began, retention });
      truth.begin(id, stage.clock.localDayAt(wall).sinceMidnight);
    },
  };
}

type LivingKiosk = ReturnType<typeof createLivingKiosk>;

function run({ stage, truth, check }: LivingKiosk, milliseconds: number): void {
  for (let left = milliseconds; left > 0; left -= CHECK) {
    const passing = Math.min(CHECK, left);
    stage.clock.advance(passing);
    truth.ran(passing);
    check();
  }
}

function reboot(
  { stage, truth, restartKeeper, isDoubted }: LivingKiosk,
  { offMilliseconds, wallMovedBy }: Extract<LifeStep, { kind: 'reboot' }>,
): void {
  stage.clock.reboot({ offMilliseconds, wallMovedBy });
  restartKeeper();
  truth.rebooted({ offMilliseconds, wallMovedBy, isDoubted: isDoubted() });
}

function confirmDate({ stage, truth, isDoubted }: LivingKiosk): void {
  if (!isDoubted()) return;
  const before = stage.time().now().elapsed;
  stage.time().confirm(() => undefined);
  truth.confirmed(stage.time().now().elapsed - before);
}

function liveStep(kiosk: LivingKiosk, step: LifeStep): void {
  switch (step.kind) {
    case 'advance':
      run(kiosk, step.milliseconds);
      break;
    case 'begin':
      kiosk.begin();
      break;
    case 'move-clock':
      kiosk.stage.clock.moveClock(step.milliseconds);
      kiosk.truth.clockMoved(step.milliseconds);
      break;
    case 'restart-keeper':
      kiosk.restartKeeper();
      break;
    case 'confirm-date':
      confirmDate(kiosk);
      break;
    case 'reboot':
      reboot(kiosk, step);
      break;
    default:
      unreachable(step);
  }
}

/** Lives through the steps with a keeper that checks each half minute, and shows what each check made of it. */
export function liveThrough(
  now: number,
  retention: Retention,
  steps: readonly LifeStep[],
  found: Found,
): void {
  const kiosk = createLivingKiosk(now, retention, found);
  kiosk.check();
  for (const step of steps) {
    liveStep(kiosk, step);
    kiosk.check();
  }
}
