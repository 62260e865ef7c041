import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import type { PracticeObstacles } from './practice-obstacles.ts';

type PracticeCalls = Pick<Handlers<typeof keeperCalls>, 'beginPractice' | 'endPractice'>;

const notNow = { kind: 'not-now' } as const;

/** What switching between applicants and practice needs of the kiosk. */
export interface PracticePort extends ActorsPort {
  readonly kiosk: { isPracticing(): boolean; setPracticing(on: boolean): void };
  readonly obstacles: PracticeObstacles;
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/**
 * Switches the kiosk to practice and back (docs/decisions/0055), only while it holds nobody: so an application is of
 * practice, or is not, from its first moment to its last.
 */
export function practiceCalls(port: PracticePort): PracticeCalls {
  const { kiosk, obstacles, outbox, screens } = port;

  function turn(on: boolean): void {
    const by = signedInActor(port).member;
    outbox.record(({ utc }) => {
      kiosk.setPracticing(on);
      return { kind: on ? 'practice-began' : 'practice-ended', utc, by };
    });
    screens.refresh();
  }

  return {
    beginPractice() {
      if (kiosk.isPracticing()) return err(notNow);
      const obstacle = obstacles.toBeginning();
      if (obstacle !== null) return err({ kind: 'practice-refused', why: obstacle });
      turn(true);
      return ok({});
    },
    endPractice() {
      if (!kiosk.isPracticing()) return err(notNow);
      const obstacle = obstacles.toEnding();
      if (obstacle !== null) return err({ kind: 'practice-refused', why: obstacle });
      turn(false);
      return ok({});
    },
  };
}
