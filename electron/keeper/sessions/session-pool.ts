import { setTimeout as delay } from 'node:timers/promises';
import { forgetSessions, recordSessions } from './recorded-sessions.ts';
import { type Session, type SessionLaunch, startSession } from './session.ts';

/** A session that dies before its first paint this many times in a row will not come up by itself. */
const STILLBORN_LIMIT = 5;
const STILLBORN_PAUSE_MILLISECONDS = 500;

/** How long a session may take, in milliseconds, before it is ended like a dead one: nobody waits for one that hangs. */
export interface PoolLimits {
  readonly painted: number;
  readonly shown: number;
}
/** A cold start on a slow machine takes seconds; showing what is painted takes 24 ms. */
const LIMITS: PoolLimits = { painted: 60_000, shown: 10_000 };

/** What the pool tells its owner. */
export interface PoolEvents {
  /**
   * A session died by itself; what was left of it is ended. Told before another takes its place on the
   * screen, so that the owner knows what to show there.
   */
  died(dead: Session, wasShown: boolean): void;
  /** Another session is on the screen, or a spare is ready. */
  changed(): void;
  /** The record of living sessions could not be written, or could again: null. */
  unrecorded(error: unknown): void;
  /** No session comes up on this machine: nothing more can be done here. */
  hopeless(): void;
}

/** The session on the screen and the warm spare behind it. */
export interface SessionPool {
  start(): Promise<void>;
  shown(): Session | null;
  /** Writes the record of living sessions anew: after a disk has taken none. */
  record(): void;
  withToken(token: string): Session | null;
  /**
   * Shows the spare (waits until it is painted) in the place of `from`, which stays alive. Does nothing if
   * another has taken its place already: the watchdog and a clerk may ask at the same time.
   * Rejects when no session comes up any more, or when the pool is ending.
   */
  turnOver(from: Session | null): Promise<void>;
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
  limits: PoolLimits = LIMITS,
): SessionPool {
  const living = new Map<string, Session>();
  const ending = new Set<Session>();
  let shown: Session | null = null;
  let spare: Session | null = null;
  let over = false;
  let stillborn = 0;
  let turning: Promise<void> = Promise.resolve();

  /** Writes the record of the living sessions, for the keeper after a dead one. */
  function record(): void {
    // The pool has ended: its record names what could not be ended, for the next keeper, and must stay as it is.
    if (over) return;
    try {
      recordSessions(recordPath, launch.keeperFolder, [...living.values()], shown);
      events.unrecorded(null);
    } catch (error) {
      // A full disk must not end the keeper and with it everybody's keys. Sessions end with their keeper by
      // themselves; the record is for one that hangs.
      events.unrecorded(error);
    }
  }

  function giveUp(): void {
    if (over) return;
    over = true;
    events.hopeless();
  }

  function begin(): Session {
    let session: Session;
    try {
      session = startSession(launch);
    } catch (error) {
      giveUp();
      throw error;
    }
    living.set(session.token, session);
    record();
    void endIfNot(session, session.painted, limits.painted);
    void session.painted.then((how) => {
      if (how === 'painted') {
        stillborn = 0;
        events.changed();
      }
    });
    // What the watchdog cannot put right is no state to work in: it throws, and the keeper stops.
    void session.died.then(() => afterDeath(session));
    return session;
  }

  /** Ends a session that has not done by now what it should have; it is then dead like any other. */
  async function endIfNot(session: Session, done: Promise<unknown>, milliseconds: number): Promise<void> {
    const timer = setTimeout(() => void session.end(), milliseconds);
    timer.unref();
    await Promise.race([done, session.died]);
    clearTimeout(timer);
  }

  async function afterDeath(session: Session): Promise<void> {
    if (over || ending.has(session)) return;
    // Nobody ended it: what is left of it goes, and another takes its place.
    const ended = await session.end();
    if (!ended.ok)
      throw new Error(`processes of a dead session cannot be ended: ${ended.error.pids.join(', ')}`);
    if (!session.removeFolder().ok) throw new Error('the folder of a dead session cannot be removed');
    living.delete(session.token);
    record();
    if ((await session.painted) === 'died') {
      stillborn += 1;
      if (stillborn >= STILLBORN_LIMIT) return giveUp();
      await delay(STILLBORN_PAUSE_MILLISECONDS * stillborn);
    }
    if (over) return;
    events.died(session, session === shown);
    if (session === spare) spare = null;
    const wasShown = session === shown;
    if (wasShown) shown = null;
    // It may have died with its display: without one every other would, until nobody tries any more.
    if (!(await launch.display())) return giveUp();
    if (over) return;
    if (wasShown) {
      await turnOver(null).catch((error: unknown) => {
        // The pool ended meanwhile: there is no place to take any more.
        if (!over) throw error;
      });
    }
    prepareSpare();
  }

  function prepareSpare(): void {
    if (!over && spare === null) spare = begin();
  }

  /** One after the other: each looks anew who is on the screen. */
  function turnOver(from: Session | null): Promise<void> {
    const next = turning.then(() => (shown === from ? bringUp() : undefined));
    turning = next.catch(() => undefined);
    return next;
  }

  async function bringUp(): Promise<void> {
    for (;;) {
      if (spare === null && !(await launch.display())) giveUp();
      if (over) throw new Error('no session comes up any more');
      const next = spare ?? begin();
      spare = next;
      if ((await next.painted) === 'died') {
        // Its death has begun another; wait for that one.
        if (spare === next) await delay(STILLBORN_PAUSE_MILLISECONDS);
        continue;
      }
      if (over) continue;
      shown = next;
      spare = null;
      record();
      // On its way before the window is: nobody waits for it who does not wait for the window.
      const emptied = launch.emptySelections();
      const onScreen = next.show();
      await Promise.all([emptied, onScreen, endIfNot(next, onScreen, limits.shown)]);
      events.changed();
      return;
    }
  }

  return {
    async start() {
      await turnOver(null);
      prepareSpare();
    },
    shown: () => shown,
    record,
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
      over = true;
      const proven = await Promise.all(
        [...living.values()].map(async (session) => (await session.end()).ok && session.removeFolder().ok),
      );
      living.clear();
      // What could not be ended is left in the record, for the next keeper.
      if (!proven.every((gone) => gone)) return;
      try {
        forgetSessions(recordPath);
      } catch (error) {
        // A disk that takes no writes keeps the record; the next keeper finds nobody of it.
        events.unrecorded(error);
      }
    },
  };
}
