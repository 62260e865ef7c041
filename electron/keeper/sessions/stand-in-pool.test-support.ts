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

  // Nobody is named in it: there is no process to end.
  const record = (): void => recordSessions(recordPath, launch.keeperFolder, [], null);

  function begin(): Session {
    const session = standInSession(launch);
    living.set(session.token, session);
    record();
    return session;
  }

  async function replaceSession(from: Session | null): Promise<void> {
    if (shown === from) shown = begin();
    changed();
  }

  return {
    start: () => replaceSession(null),
    // None of them ever dies.
    onDeath: () => undefined,
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
}
