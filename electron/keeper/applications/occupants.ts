import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { Session } from '../sessions/session.ts';

/** Who is in a session: at most one applicant in its whole life. */
export interface Occupant {
  readonly session: Session;
  application: ApplicationId | null;
  /** Its core's line to the keeper is open. */
  connected: boolean;
  /** An application was opened here once: no other may be, whatever became of it. */
  used: boolean;
  /** The application is being wiped: the core may only report its search. */
  finishing: boolean;
  /** Counts what was changed of its application here: what somebody looked at before is about another one. */
  changes: number;
  /** The application was put aside: from that call on this session touches it no more. */
  leaving: boolean;
  /** The replacement of this session by another, once it began: nobody may end the session before it is done. */
  replacement: Promise<unknown> | null;
  /** The end of this session, once its application was put aside: whoever opens that application waits for it. */
  departure: Promise<void> | null;
}

/** The occupants of living sessions, by the session's token. */
export type Occupants = Map<string, Occupant>;

/** Adds a session that has connected, with no applicant in it yet. */
export function addOccupant(occupants: Occupants, session: Session): Occupant {
  const occupant: Occupant = {
    session,
    application: null,
    connected: true,
    used: false,
    finishing: false,
    changes: 0,
    leaving: false,
    replacement: null,
    departure: null,
  };
  occupants.set(session.token, occupant);
  return occupant;
}

/** The application that this session may act on; null: none, or none any more. */
export function openIn({ application, finishing, leaving }: Occupant): ApplicationId | null {
  return finishing || leaving ? null : application;
}

/** The occupant of the session on the screen; null: none is shown, or its core has not connected yet. */
export function occupantShown(
  pool: { shown(): Session | null },
  occupants: ReadonlyMap<string, Occupant>,
): Occupant | null {
  const shown = pool.shown();
  return shown === null ? null : (occupants.get(shown.token) ?? null);
}

/** The occupant whose session has this application open. */
export function occupantOf(
  occupants: ReadonlyMap<string, Occupant>,
  application: ApplicationId,
): Occupant | null {
  for (const occupant of occupants.values()) if (occupant.application === application) return occupant;
  return null;
}
