import { setTimeout as delay } from 'node:timers/promises';
import { createTurns } from '../../../shared/turns.ts';
import { createLivingSessions } from './living-sessions.ts';
import { lossAtStart, type SessionLoss } from './lost-sessions.ts';
import type { ExitStatus, Session, SessionLaunch } from './session.ts';
import { clearAfter, createSessionStarter, LIMITS, type PoolLimits, showWatched } from './session-starter.ts';

/** A session that dies before its first paint this many times in a row will not come up by itself. */
const FAILED_STARTS_LIMIT = 5;
const FAILED_START_PAUSE_MILLISECONDS = 500;

/** What the pool tells its owner. */
export interface PoolEvents {
  /** Another session is on the screen, or a spare is ready. */
  changed(): void;
  /** The record of living sessions could not be written, or could again: null. */
  unrecorded(error: unknown): void;
  /** The spare was ended because none is kept any more: nothing refers to it. */
  spareEnded(spare: Session): void;
  /** A session has gone that nobody was done with, or could not be started. */
  lost(loss: SessionLoss): void;
  /** No session comes up on this machine: nothing more can be done here. */
  noSessionStarts(): void;
}

/** How sessions are started, and where. */
export interface PoolLaunch extends SessionLaunch {
  /** Resolves once the display takes connections; false: it did not in time. */
  display(): Promise<boolean>;
}

/** The session on the screen and the warm spare behind it, while one is kept. */
export interface SessionPool {
  /** Shows the first session: `early`, if one was started before the pool was there, or one of its own. */
  start(early?: Session): Promise<void>;
  /**
   * From now on `told` hears of each session that died by itself, once what was left of it is ended and before another
   * takes its place on the screen: so that it can be said what to show there.
   */
  onDeath(told: (dead: Session, wasShown: boolean) => void): void;
  /**
   * Whether a spare is kept behind the session on the screen; none is at the start. One that is kept no more is ended, and that
   * is proven. Whoever needs a session where there is none waits for one.
   */
  keepSpare(isKept: boolean): void;
  shown(): Session | null;
  /** Those that must answer: the one on the screen and the spare, each once it is painted and as long as nobody ends it. */
  awake(): readonly Session[];
  /** Writes the record of living sessions anew: after a disk has taken none. */
  record(): void;
  withToken(token: string): Session | null;
  /**
   * Shows the spare (waits until it is painted) in the place of `from`, which stays alive. Shows none if
   * another has taken its place already: the watchdog and a clerk may ask at the same time. Tells its owner either way.
   * Rejects when no session comes up any more, or when the pool is ending.
   */
  replaceSession(from: Session | null): Promise<void>;
  /**
   * Ends all of a session but its core once another has taken its place on the screen. From the call on no watchdog reacts:
   * whatever of it ends by itself, its owner hears from the core, and ends the rest.
   */
  endAllButCore(session: Session, replaced: Promise<void>): Promise<void>;
  /** Ends a session that its owner is done with, and proves it: no watchdog reacts. */
  end(session: Session): ReturnType<Session['end']>;
  /** Forgets a session that was ended, and prepares the next spare, where one is kept, once its owner is done with what follows from it. */
  ended(session: Session): void;
  endAll(): Promise<void>;
}

/** Builds the pool. `recordPath`: where the living sessions are recorded for the keeper after a dead one. */
export function createSessionPool(
  launch: PoolLaunch,
  recordPath: string,
  events: PoolEvents,
  limits: PoolLimits = LIMITS,
): SessionPool {
  const pool = new Pool(launch, recordPath, events, limits);
  // Bound: each may be handed on by itself.
  return {
    start: (early) => pool.start(early),
    onDeath: (told) => pool.onDeath(told),
    keepSpare: (isKept) => pool.keepSpare(isKept),
    shown: () => pool.shown(),
    awake: () => pool.awake(),
    record: () => pool.record(),
    withToken: (token) => pool.withToken(token),
    replaceSession: (from) => pool.replaceSession(from),
    endAllButCore: (session, replaced) => pool.endAllButCore(session, replaced),
    end: (session) => pool.end(session),
    ended: (session) => pool.ended(session),
    endAll: () => pool.endAll(),
  };
}

class Pool implements SessionPool {
  readonly #launch: PoolLaunch;
  readonly #events: PoolEvents;
  readonly #limits: PoolLimits;
  readonly #living: ReturnType<typeof createLivingSessions>;
  /** For good: node may hear of the end of a process only after its owner has proven it. */
  readonly #ending = new WeakSet<Session>();
  readonly #painted = new WeakSet<Session>();
  #died = (_dead: Session, _wasShown: boolean): void => undefined;
  #shown: Session | null = null;
  #spare: Session | null = null;
  #keepsSpare = false;
  #over = false;
  #failedStarts = 0;
  readonly #inTurn = createTurns();
  readonly #startSession: (early?: Session) => Session;

  constructor(launch: PoolLaunch, recordPath: string, events: PoolEvents, limits: PoolLimits) {
    this.#launch = launch;
    this.#events = events;
    this.#limits = limits;
    this.#living = createLivingSessions(recordPath, launch.keeperFolder, (error) => events.unrecorded(error));
    this.#startSession = createSessionStarter(launch, limits, (session) => {
      this.#painted.add(session);
      this.#failedStarts = 0;
      events.changed();
    });
  }

  async start(early?: Session): Promise<void> {
    // Before anything is waited for: its core may be at the door, and only a session of the pool is let in.
    if (early !== undefined) this.#spare = this.#begin(early);
    await this.replaceSession(null);
    this.#prepareSpare();
  }

  onDeath(told: (dead: Session, wasShown: boolean) => void): void {
    this.#died = told;
  }

  keepSpare(isKept: boolean): void {
    if (isKept === this.#keepsSpare) return;
    this.#keepsSpare = isKept;
    if (isKept) this.#prepareSpareSoon();
    // In turn: one that somebody already waits for comes onto the screen, and is no spare any more.
    else void this.#inTurn(() => this.#dropSpare());
  }

  shown(): Session | null {
    return this.#shown;
  }

  awake(): readonly Session[] {
    return [this.#shown, this.#spare].flatMap((session) =>
      session !== null && this.#painted.has(session) && !this.#ending.has(session) ? [session] : [],
    );
  }

  withToken(token: string): Session | null {
    return this.#living.withToken(token);
  }

  record(): void {
    // The pool has ended: its record names what could not be ended, for the next keeper, and must stay as it is.
    if (!this.#over) this.#living.record(this.#shown);
  }

  /** One after the other: each looks anew who is on the screen. */
  replaceSession(from: Session | null): Promise<void> {
    return this.#inTurn(() => {
      if (this.#shown === from) return this.#bringUp();
      // Whoever asked for it has something to tell on the screen, as with a session that is brought up.
      this.#events.changed();
      return undefined;
    });
  }

  async endAllButCore(session: Session, replaced: Promise<void>): Promise<void> {
    this.#ending.add(session);
    await replaced;
    await session.endAllButCore();
  }

  end(session: Session): ReturnType<Session['end']> {
    this.#ending.add(session);
    return session.end();
  }

  ended(session: Session): void {
    this.#living.remove(session);
    this.record();
    this.#prepareSpareSoon();
  }

  async endAll(): Promise<void> {
    this.#over = true;
    const proven = await Promise.all(
      this.#living.all().map(async (session) => (await session.end()).ok && session.removeFolder().ok),
    );
    // What could not be ended is left in the record, for the next keeper.
    if (proven.every((gone) => gone)) this.#living.forget();
  }

  #giveUp(): void {
    if (this.#over) return;
    this.#over = true;
    this.#events.noSessionStarts();
  }

  #begin(early?: Session): Session {
    let session: Session;
    try {
      session = this.#startSession(early);
    } catch (error) {
      this.#events.lost(lossAtStart(error));
      this.#giveUp();
      throw error;
    }
    this.#living.add(session);
    this.record();
    // What the watchdog cannot put right is no state to work in: it throws, and the keeper stops.
    void session.died.then((status) => this.#afterDeath(session, status));
    return session;
  }

  async #afterDeath(session: Session, status: ExitStatus): Promise<void> {
    if (this.#over || this.#ending.has(session)) return;
    // Before anything is waited for: whoever needs a session now must not take this one.
    if (session === this.#spare) this.#spare = null;
    // Nobody ended it: what is left of it goes, and another takes its place.
    await clearAfter(session);
    this.#living.remove(session);
    this.record();
    const painted = (await session.painted) === 'painted';
    this.#events.lost({ kind: 'gone', status, painted });
    if (!painted) {
      this.#failedStarts += 1;
      if (this.#failedStarts >= FAILED_STARTS_LIMIT) return this.#giveUp();
      await delay(FAILED_START_PAUSE_MILLISECONDS * this.#failedStarts);
    }
    if (this.#over) return;
    const wasShown = session === this.#shown;
    this.#died(session, wasShown);
    if (wasShown) this.#shown = null;
    // It may have died with its display: without one every other would, until nobody tries any more.
    if (!(await this.#launch.display())) return this.#giveUp();
    if (this.#over) return;
    if (wasShown) {
      await this.replaceSession(null).catch((error: unknown) => {
        // The pool ended meanwhile: there is no place to take any more.
        if (!this.#over) throw error;
      });
    }
    this.#prepareSpare();
  }

  #prepareSpare(): void {
    if (!this.#over && this.#keepsSpare && this.#spare === null) this.#spare = this.#begin();
  }

  /** Behind what whoever calls does next without waiting: starting a process keeps the keeper from all else (measured). */
  #prepareSpareSoon(): void {
    setImmediate(() => this.#prepareSpare());
  }

  #dropSpare(): void {
    const spare = this.#spare;
    // Meanwhile one may be kept again, and the end of the pool ends it itself.
    if (this.#over || this.#keepsSpare || spare === null) return;
    // Before anything is waited for: whoever needs a session now must not take this one.
    this.#spare = null;
    // Waited for by nobody, and what cannot be ended is no state to work in: it throws, and the keeper stops.
    void this.#endSpare(spare);
  }

  async #endSpare(spare: Session): Promise<void> {
    this.#ending.add(spare);
    await clearAfter(spare);
    this.#events.spareEnded(spare);
    this.ended(spare);
  }

  async #bringUp(): Promise<void> {
    for (;;) {
      if (this.#spare === null && !(await this.#launch.display())) this.#giveUp();
      if (this.#over) throw new Error('no session comes up any more');
      const next = this.#spare ?? this.#begin();
      this.#spare = next;
      if ((await next.painted) === 'died') {
        // Its death has begun another; wait for that one.
        if (this.#spare === next) await delay(FAILED_START_PAUSE_MILLISECONDS);
        continue;
      }
      // It may have died behind its first paint.
      if (this.#over || this.#spare !== next) continue;
      this.#shown = next;
      this.#spare = null;
      this.record();
      // On its way before the window is: nobody waits for it who does not wait for the window.
      const emptied = this.#launch.emptySelections();
      await Promise.all([emptied, showWatched(next, this.#limits)]);
      this.#events.changed();
      return;
    }
  }
}
