import { randomBytes } from 'node:crypto';
import { sessionId } from '../../../shared/contract/ids.ts';
import { ok } from '../../../shared/result.ts';
import { forgetSessions, recordSessions } from './recorded-sessions.ts';
import type { Session, SessionLaunch } from './session.ts';
import type { PoolEvents, SessionPool } from './session-pool.ts';
import { createSessionFolder, removeSessionFolder } from './volatile-folder.ts';

/** One above the highest process id that Linux gives (2^22): nobody's, also as a POSIX session. */
const NOBODY = 2 ** 22 + 1;

/** A session without a process, which ends at once. Its folder is real. */
export function standInSession({
  keeperFolder,
  emptySelections,
}: Pick<SessionLaunch, 'keeperFolder' | 'emptySelections'>): Session {
  const folder = createSessionFolder(keeperFolder);
  return {
    id: sessionId.parse(randomBytes(16).toString('hex')),
    token: randomBytes(32).toString('hex'),
    pid: NOBODY,
    folder,
    painted: Promise.resolve('painted'),
    died: new Promise(() => undefined),
    show: () => Promise.resolve(),
    ask: () => undefined,
    answers: () => 0,
    endAllButCore: () => Promise.resolve(),
    end: async () => ok({ processes: 1, selections: await emptySelections() }),
    removeFolder: () => removeSessionFolder(folder.path),
  };
}

/** How the sessions of a stand-in pool die. */
const deaths = new WeakMap<SessionPool, () => Promise<void>>();

/** What the replacements of a stand-in pool wait for. */
const holds = new WeakMap<SessionPool, Promise<void>>();

/** From now on this stand-in pool brings no other session onto the screen, until what this answers is called. */
export function holdReplacements(pool: SessionPool): () => void {
  let release: () => void = () => undefined;
  holds.set(
    pool,
    new Promise((resolve) => {
      release = resolve;
    }),
  );
  return () => {
    holds.delete(pool);
    release();
  };
}

/** The session on the screen of a stand-in pool dies by itself, and another takes its place. */
export async function shownSessionDies(pool: SessionPool): Promise<void> {
  const dies = deaths.get(pool);
  if (dies === undefined) throw new Error('these sessions have processes: end one of those');
  await dies();
}

/**
 * Sessions without a process: shown and ended at once. Their folders are real, and so is the record that the
 * pool writes at every change, since a crash may come while it is written.
 */
export function standInPool(
  launch: Pick<SessionLaunch, 'keeperFolder' | 'emptySelections'>,
  recordPath: string,
  changed: PoolEvents['changed'] = () => undefined,
): SessionPool {
  const living = new Map<string, Session>();
  let shown: Session | null = null;
  let died = (_dead: Session, _wasShown: boolean): void => undefined;

  // Nobody is named in it: there is no process to end.
  const record = (): void => recordSessions(recordPath, launch.keeperFolder, [], null);

  function begin(): Session {
    const session = standInSession(launch);
    living.set(session.token, session);
    record();
    return session;
  }

  async function replaceSession(from: Session | null): Promise<void> {
    const held = holds.get(pool);
    if (held !== undefined) await held;
    if (shown === from) shown = begin();
    changed();
  }

  const pool: SessionPool = {
    start: () => replaceSession(null),
    // None of them dies unless a test says so.
    onDeath(told) {
      died = told;
    },
    // There is never one here: each is begun when it is needed, at once.
    keepSpare: () => undefined,
    shown: () => shown,
    // None of them can hang.
    awake: () => [],
    record,
    withToken: (token) => living.get(token) ?? null,
    replaceSession,
    endAllButCore: (session) => session.endAllButCore(),
    end: (session) => session.end(),
    ended(session) {
      living.delete(session.token);
      record();
    },
    async endAll() {
      forgetSessions(recordPath);
    },
  };
  deaths.set(pool, async () => {
    const dead = shown;
    if (dead === null) throw new Error('no session is shown');
    living.delete(dead.token);
    dead.removeFolder();
    died(dead, true);
    shown = null;
    await replaceSession(null);
  });
  return pool;
}
