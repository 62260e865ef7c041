import { workingFolder } from '../database/temporary-files.test-support.ts';
import { standInSession } from '../sessions/stand-in-pool.test-support.ts';
import { addOccupant, type Occupant, type Occupants } from './occupants.ts';

/** Somebody before a session that has no process. */
export function newOccupant(occupants: Occupants = new Map()): Occupant {
  const session = standInSession({
    keeperFolder: workingFolder(),
    emptySelections: () => Promise.resolve({ kind: 'empty' }),
  });
  return addOccupant(occupants, session);
}
