import type { Session } from './session.ts';

/** A healthy page answers within milliseconds. */
const ASK_EVERY_MILLISECONDS = 5_000;
/** Of these rounds without an answer: twenty seconds, or twice that on a machine that is slow. */
const PATIENCE_ROUNDS = 4;
/** So many are told: whoever wants to know what a session does that hangs can still look. */
const TOLD_ROUNDS = 2;

/** What the watch over the sessions needs. */
export interface SessionWatchPort {
  readonly pool: { awake(): readonly Session[]; shown(): Session | null };
  /** Milliseconds that the machine has run. */
  readonly clock: { uptime(): number };
  /** Runs something after a pause; never once the keeper is closing. */
  later(milliseconds: number, run: () => void): void;
  isInspected(): boolean;
  say(line: string): void;
}

/** How long a session has been waited for, in rounds, since it had given so many answers. */
interface Waiting {
  readonly answers: number;
  readonly rounds: number;
}

/**
 * Asks every session that must answer, again and again, and ends one that does not: it is then dead like any other. The
 * core is not asked, since a search may keep it busy for a minute. Asked anew each time, because a page that is being
 * loaded hears no question.
 */
export function watchSessions({ pool, clock, later, isInspected, say }: SessionWatchPort): void {
  let waiting: ReadonlyMap<Session, Waiting> = new Map();
  let lastRound = clock.uptime();

  function tell(session: Session, what: string): void {
    const place = session === pool.shown() ? 'on the screen' : 'out of sight';
    say(`The session ${place} (process ${session.pid}) ${what}`);
  }

  /** How long it has been waited for now; null: it is ended, and what of it cannot be is waited for anew. */
  function look(session: Session, round: number): Waiting | null {
    const answers = session.answers();
    const before = waiting.get(session);
    if (before?.answers !== answers) return { answers, rounds: 0 };
    const rounds = before.rounds + round;
    if (rounds >= PATIENCE_ROUNDS) {
      tell(session, 'does not answer. It is ended like one that died, and another takes its place.');
      void session.end();
      return null;
    }
    if (before.rounds < TOLD_ROUNDS && rounds >= TOLD_ROUNDS) tell(session, 'is slow to answer.');
    return { answers, rounds };
  }

  function askAll(round: number): void {
    const next = new Map<Session, Waiting>();
    for (const session of pool.awake()) {
      const waited = look(session, round);
      if (waited === null) continue;
      next.set(session, waited);
      session.ask();
    }
    waiting = next;
  }

  function makeRound(): void {
    const now = clock.uptime();
    const round = worthOf(now - lastRound);
    lastRound = now;
    if (isInspected()) waiting = new Map();
    else askAll(round);
    later(ASK_EVERY_MILLISECONDS, makeRound);
  }

  later(ASK_EVERY_MILLISECONDS, makeRound);
}

/**
 * What a round counts that came so long after the one before: never more than one, however long the machine slept or all
 * of the kiosk stood still. One that came late counts half: a machine that is slow for the keeper is slow for its sessions.
 */
function worthOf(milliseconds: number): number {
  if (milliseconds > ASK_EVERY_MILLISECONDS * 1.5) return 0.5;
  return milliseconds < ASK_EVERY_MILLISECONDS * 0.5 ? 0 : 1;
}
