import { randomBytes } from 'node:crypto';
import { recordSessions } from '../../../electron/keeper/sessions/recorded-sessions.ts';
import type { Session } from '../../../electron/keeper/sessions/session.ts';
import type { SessionPool } from '../../../electron/keeper/sessions/session-pool.ts';
import {
  createSessionFolder,
  removeSessionFolder,
} from '../../../electron/keeper/sessions/volatile-folder.ts';
import { sessionId } from '../../../shared/contract/ids.ts';
import { ok } from '../../../shared/result.ts';

/** One above the highest process id that Linux gives (2^22): nobody's, also as a POSIX session. */
const NOBODY = 2 ** 22 + 1;

/**
 * Sessions without a process: shown and ended at once. Their folders are real, and so is the record that the
 * pool writes at every change, since a crash may come while it is written.
 */
export function standInPool(recordPath: string, keeperFolder: string): SessionPool {
  const living = new Map<string, Session>();
  let shown: Session | null = null;

  // Nobody is named in it: there is no process to end.
  const record = (): void => recordSessions(recordPath, keeperFolder, [], null);

  function begin(): Session {
    const folder = createSessionFolder(keeperFolder);
    const session: Session = {
      id: sessionId.parse(randomBytes(16).toString('hex')),
      token: randomBytes(32).toString('hex'),
      pid: NOBODY,
      folder,
      painted: Promise.resolve('painted'),
      died: new Promise(() => undefined),
      show: () => Promise.resolve(),
      endAllButCore: () => Promise.resolve(),
      end: () => Promise.resolve(ok({ processes: 1, selections: { kind: 'empty' } })),
      removeFolder: () => removeSessionFolder(folder.path),
    };
    living.set(session.token, session);
    record();
    return session;
  }

  async function replaceSession(from: Session | null): Promise<void> {
    if (shown === from) shown = begin();
  }

  return {
    start: () => replaceSession(null),
    // None of them ever dies.
    onDeath: () => undefined,
    shown: () => shown,
    record,
    withToken: (token) => living.get(token) ?? null,
    replaceSession,
    endAllButCore: (session) => session.endAllButCore(),
    end: (session) => session.end(),
    ended(session) {
      living.delete(session.token);
      record();
    },
    endAll: () => Promise.resolve(),
  };
}
