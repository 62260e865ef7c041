import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { TurnOver } from '../../../shared/contract/status.ts';
import type { Desk, Occupant } from './desk.ts';

/**
 * Leaves the application open in the vault, shows a fresh session and ends the one that knew the person.
 * A session that cannot be ended is no state to work in: that throws, and the keeper stops.
 */
export async function putAside(
  desk: Desk,
  occupant: Occupant,
  application: ApplicationId,
  told: Extract<TurnOver, { kind: 'put-aside' | 'held' }>,
): Promise<void> {
  desk.endings.turnedAway(application, told);
  await turnAway(desk, occupant);
  await endOccupant(desk, occupant);
  desk.broadcast();
}

/**
 * Shows another session in the place of this one. Resolves also when none comes up any more: then there is
 * nothing to wait for, and the pool has said so to its owner.
 */
export function turnAway(desk: Desk, occupant: Occupant): Promise<void> {
  const turned = desk.pool.turnOver(occupant.session).catch(() => undefined);
  occupant.turnedOver = turned;
  return turned;
}

/** Ends an occupant's session, proves it, removes its folder, and lets the next spare be prepared. */
export async function endOccupant(desk: Desk, occupant: Occupant): Promise<void> {
  const ended = await desk.pool.end(occupant.session);
  if (!ended.ok) throw new Error(`processes of a session cannot be ended: ${ended.error.pids.join(', ')}`);
  const removed = occupant.session.removeFolder();
  if (!removed.ok) throw new Error('the folder of a session cannot be removed');
  forgetOccupant(desk, occupant);
}

/** The session is gone: nothing here refers to it any more. */
export function forgetOccupant(desk: Desk, occupant: Occupant): void {
  desk.occupants.delete(occupant.session.token);
  desk.pool.ended(occupant.session);
}
