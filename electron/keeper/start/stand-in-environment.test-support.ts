import { join } from 'node:path';
import { addOccupant, type Occupant } from '../applications/occupants.ts';
import { standInPool } from '../sessions/stand-in-pool.test-support.ts';
import type { KeeperEnvironment } from './build-sessions.ts';
import type { Services } from './services.ts';

/** What surrounds a keeper whose sessions have no processes, and whose screens nobody sees. */
export function standInEnvironment(
  keeperFolder: string,
  dataFolder: string,
  closing: AbortSignal,
): KeeperEnvironment {
  return {
    keeperFolder,
    closing,
    createPool: (_events, selections) =>
      standInPool(
        { keeperFolder, emptySelections: () => selections.empty() },
        join(dataFolder, 'sessions.json'),
      ),
    tell: () => undefined,
    noSessionStarts: () => undefined,
    startAgain: () => undefined,
  };
}

/** The session on the screen, with nobody in it yet. */
export function occupyShown({ pool, occupants }: Services): Occupant {
  const session = pool.shown();
  if (session === null) throw new Error('no session is on the screen');
  return addOccupant(occupants, session);
}
