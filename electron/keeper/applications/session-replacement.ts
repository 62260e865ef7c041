import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { ToldOpen } from '../endings/endings.ts';
import type { SessionPool } from '../sessions/session-pool.ts';
import type { Occupant, Occupants } from './occupants.ts';

/** How the session on the screen is left for a fresh one. */
export interface SessionReplacement {
  /**
   * Leaves the application open in the vault, shows a fresh session and ends the one that knew the person. How they read goes
   * over in what is `told`, and is known no further.
   * A session that cannot be ended is no state to work in: that throws, and the keeper stops.
   */
  putAside(occupant: Occupant, application: ApplicationId, told: ToldOpen): Promise<void>;
  /**
   * Shows a fresh session and ends this one, which knew somebody: nothing of it is left. Throws as `putAside` does.
   */
  leave(occupant: Occupant): Promise<void>;
  /**
   * Shows another session in the place of this one. Resolves also when none comes up any more: then there is
   * nothing to wait for, and the pool has said so to its owner.
   */
  replaceSession(occupant: Occupant): Promise<void>;
  /**
   * Shows another session in the place of this one, whose core searches. Then everything else of it ends: from there on
   * nothing can write what the search has passed by.
   */
  replaceSearching(occupant: Occupant): Promise<void>;
  /** The session is gone: nothing here refers to it any more. */
  forget(occupant: Occupant): void;
}

/** What replacing a session needs of the keeper. */
export interface SessionReplacementPort {
  readonly pool: SessionPool;
  readonly occupants: Occupants;
  readonly endings: {
    leftOpen(application: ApplicationId, told: ToldOpen): void;
  };
  readonly residentScreen: { forgetReader(): void };
  readonly screens: { refresh(): void };
  onBug(where: string, error: unknown): void;
}

/** The replacement of one keeper's sessions. */
export function createSessionReplacement({
  pool,
  occupants,
  endings,
  residentScreen,
  screens,
  onBug,
}: SessionReplacementPort): SessionReplacement {
  function replaceSession(occupant: Occupant): Promise<void> {
    const replaced = pool.replaceSession(occupant.session).catch(() => undefined);
    occupant.replacement = replaced;
    return replaced;
  }

  function forget({ session }: Occupant): void {
    occupants.delete(session.token);
    pool.ended(session);
  }

  async function leave(occupant: Occupant): Promise<void> {
    await replaceSession(occupant);
    const ended = await pool.end(occupant.session);
    if (!ended.ok) throw new Error(`processes of a session cannot be ended: ${ended.error.pids.join(', ')}`);
    const removed = occupant.session.removeFolder();
    if (!removed.ok) throw new Error('the folder of a session cannot be removed');
    forget(occupant);
    screens.refresh();
  }

  return {
    replaceSession,
    replaceSearching(occupant) {
      const replaced = replaceSession(occupant);
      pool
        .endAllButCore(occupant.session, replaced)
        // Whatever it was, the end of the whole session meets it again, and is a step of the wipe.
        .catch((error: unknown) => onBug('end of all but the core', error));
      return replaced;
    },
    forget,
    leave,
    putAside(occupant, application, told) {
      endings.leftOpen(application, told);
      residentScreen.forgetReader();
      occupant.departure = leave(occupant);
      return occupant.departure;
    },
  };
}
