import { forgetSessions, recordSessions } from './recorded-sessions.ts';
import type { Session } from './session.ts';

/** The sessions that live, and their record for the keeper after a dead one. */
export interface LivingSessions {
  add(session: Session): void;
  remove(session: Session): void;
  withToken(token: string): Session | null;
  all(): readonly Session[];
  /** Writes the record anew. `shown`: the one on the screen. */
  record(shown: Session | null): void;
  /** None lives any more. */
  forget(): void;
}

/**
 * `unrecorded`: the record could not be written, or could again: null. A full disk must not end the keeper and with it
 * everybody's keys. Sessions end with their keeper by themselves; the record is for one that hangs.
 */
export function createLivingSessions(
  path: string,
  keeperFolder: string,
  unrecorded: (error: unknown) => void,
): LivingSessions {
  const living = new Map<string, Session>();

  function attempt(write: () => void): void {
    try {
      write();
      unrecorded(null);
    } catch (error) {
      unrecorded(error);
    }
  }

  return {
    add: (session) => void living.set(session.token, session),
    remove: (session) => void living.delete(session.token),
    withToken: (token) => living.get(token) ?? null,
    all: () => [...living.values()],
    record: (shown) => attempt(() => recordSessions(path, keeperFolder, [...living.values()], shown)),
    forget() {
      living.clear();
      // A disk that takes no writes keeps the record; the next keeper finds nobody of it.
      attempt(() => forgetSessions(path));
    },
  };
}
