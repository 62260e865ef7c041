import { setTimeout as delay } from 'node:timers/promises';
import { forgetSessions, recordSessions } from './recorded-sessions.ts';
import { type Session, type SessionLaunch, startSession } from './session.ts';

/** A session that dies before its first paint this many times in a row will not come up by itself. */
const STILLBORN_LIMIT = 5;
const STILLBORN_PAUSE_MILLISECONDS = 500;

/** What the pool tells its owner. */
export interface PoolEvents {
  /**
   * A session died by itself; what was left of it is ended. Told before another takes its place on the
   * screen, so that the owner knows what to show there.
   */
  died(dead: Session, wasShown: boolean): void;
  /** Another session is on the screen, or a spare is ready. */
  changed(): void;
  /** No session comes up on this machine: nothing more can be done here. */
  hopeless(): void;
}

/** The session on the screen and the warm spare behind it (DESIGN 3). */
export interface SessionPool {
  start(): Promise<void>;
  shown(): Session | null;
  withToken(token: string): Session | null;
  /** Shows the spare (waits until it is painted) and hands back the one that was on the screen, still alive. */
  turnOver(): Promise<{ readonly old: Session | null; readonly shown: Session }>;
  /** Ends a session that its owner is done with, and proves it: no watchdog stirs. */
  end(session: Session): ReturnType<Session['end']>;
  /** Forgets a session that was ended, and prepares the next spare. */
  ended(session: Session): void;
  endAll(): Promise<void>;
}

/** Builds the pool. `recordPath`: where the living sessions are recorded for the keeper after a dead one. */
export function createSessionPool(
  launch: SessionLaunch,
  recordPath: string,
  events: PoolEvents,
): SessionPool {
  const living = new Map<string, Session>();
  const ending = new Set<Session>();
  let shown: Session | null = null;
  let spare: Session | null = null;
  let stopping = false;
  let stillborn = 0;

  const record = (): void => recordSessions(recordPath, launch.keeperFolder, [...living.values()], shown);

  function begin(): Session {
    const session = startSession(launch);
    living.set(session.token, session);
    record();
    void session.painted.then((how) => {
      if (how === 'painted') {
        stillborn = 0;
        events.changed();
      }
    });
    void session.died.then(() => afterDeath(session));
    return session;
  }

  async function afterDeath(session: Session): Promise<void> {
    if (stopping || ending.has(session)) return;
    // Nobody ended it: what is left of it goes, and another takes its place.
    await session.end();
    session.removeFolder();
    living.delete(session.token);
    record();
    if ((await session.painted) === 'died') {
      stillborn += 1;
      if (stillborn >= STILLBORN_LIMIT) return events.hopeless();
      await delay(STILLBORN_PAUSE_MILLISECONDS * stillborn);
    }
    if (session === spare) {
      spare = begin();
      return;
    }
    events.died(session, session === shown);
    if (session !== shown) return;
    shown = null;
    await turnOver();
    prepareSpare();
  }

  function prepareSpare(): void {
    if (!stopping && spare === null) spare = begin();
  }

  async function turnOver(): Promise<{ old: Session | null; shown: Session }> {
    for (;;) {
      const next = spare ?? begin();
      spare = next;
      if ((await next.painted) === 'died') {
        // Its death has begun another; wait for that one.
        if (spare === next) await delay(STILLBORN_PAUSE_MILLISECONDS);
        continue;
      }
      const old = shown;
      shown = next;
      spare = null;
      record();
      await next.show();
      events.changed();
      return { old, shown: next };
    }
  }

  return {
    async start() {
      await turnOver();
      prepareSpare();
    },
    shown: () => shown,
    withToken: (token) => living.get(token) ?? null,
    turnOver,
    end(session) {
      ending.add(session);
      return session.end();
    },
    ended(session) {
      ending.delete(session);
      living.delete(session.token);
      record();
      prepareSpare();
    },
    async endAll() {
      stopping = true;
      await Promise.all(
        [...living.values()].map(async (session) => {
          await session.end();
          session.removeFolder();
        }),
      );
      living.clear();
      forgetSessions(recordPath);
    },
  };
}
