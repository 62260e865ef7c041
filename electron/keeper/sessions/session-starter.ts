import { type Session, type SessionLaunch, startSession } from './session.ts';

/** How long a session may take, in milliseconds, before it is ended like a dead one: nobody waits for one that hangs. */
export interface PoolLimits {
  /** To its first paint. Doubled with each that took longer, up to `paintedAtMost`: the machine may only be slow. */
  readonly painted: number;
  readonly paintedAtMost: number;
  readonly shown: number;
}

/**
 * A cold start takes a second, on a slow machine several; showing what is painted takes 24 ms. A spare that hangs must be
 * replaced while nobody waits for it: within the time that one application takes.
 */
export const LIMITS: PoolLimits = { painted: 15_000, paintedAtMost: 60_000, shown: 10_000 };

/**
 * Starts sessions, or takes over one that was started before, and ends each that does not paint in time. `painted`: this one
 * did.
 */
export function createSessionStarter(
  launch: SessionLaunch,
  limits: PoolLimits,
  painted: (session: Session) => void,
): (early?: Session) => Session {
  let patience = limits.painted;
  return (early) => {
    const session = early ?? startSession(launch);
    void endIfNot(session, session.painted, patience).then((inTime) => {
      if (!inTime) patience = Math.min(patience * 2, limits.paintedAtMost);
    });
    void session.painted.then((how) => {
      if (how === 'painted') painted(session);
    });
    return session;
  };
}

/** Shows a session and ends it when it does not come onto the screen in time. */
export async function showWatched(session: Session, limits: PoolLimits): Promise<void> {
  const onScreen = session.show();
  await Promise.all([onScreen, endIfNot(session, onScreen, limits.shown)]);
}

/** Ends a session that has not done by now what it should have (false); it is then dead like any other. */
async function endIfNot(session: Session, done: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let inTime = true;
  const timer = setTimeout(() => {
    inTime = false;
    void session.end();
  }, milliseconds);
  timer.unref();
  await Promise.race([done, session.died]);
  clearTimeout(timer);
  return inTime;
}

/**
 * Ends what there is of a session that has no owner: it died by itself, or was a spare. What cannot be put right is no state to
 * work in: it throws.
 */
export async function clearAfter(session: Session): Promise<void> {
  const ended = await session.end();
  if (!ended.ok) throw new Error(`processes of a session cannot be ended: ${ended.error.pids.join(', ')}`);
  if (!session.removeFolder().ok) throw new Error('the folder of a session cannot be removed');
}
