import type { RecordSearchStatus, SealedName } from '../../../shared/contract/command/record-search.ts';
import type { SearchStatement } from '../../../shared/record-search/statement.ts';
import { SEARCH_MINUTES } from '../../../shared/record-search/terms.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { AskedSearch } from './search-statement.ts';
import {
  dropName,
  type RecordSearchesPort,
  type SessionSearch,
  show,
  startSearch,
} from './session-search.ts';

/** A search that was answered, with the name that it was for, still sealed. */
export interface AnsweredSearch {
  readonly statement: SearchStatement;
  readonly name: SealedName;
}

/**
 * Searches for a person among all that the kiosk holds, one in the life of a session. In memory only: with the session
 * goes the name, its key and the answer, and what is left is an entry in the ledger.
 */
export interface RecordSearches {
  /** How far the search of this session is; null: there is none in it. */
  statusOf(occupant: Occupant): RecordSearchStatus | null;
  /** From here on the session is for a search. */
  begin(occupant: Occupant): void;
  /** Whether it may be searched now: nothing was, or without an answer. */
  mayStart(occupant: Occupant): boolean;
  /** False: the sealed name is not the one of this digest. Otherwise the search is under way, or canceled, when it resolves. */
  start(occupant: Occupant, name: SealedName, asked: AskedSearch): Promise<boolean>;
  /** Stops it; then there is no answer. */
  cancel(occupant: Occupant): void;
  answerOf(occupant: Occupant): AnsweredSearch | null;
  noteFile(occupant: Occupant, file: string): void;
  /** Whether it has stood here for so long that nobody waits for it any more. One that is under way is waited for. */
  isOverdue(occupant: Occupant): boolean;
  /** The session ends: its search stops, and the key of the name is zeroed. */
  forget(occupant: Occupant): void;
}

/** The searches of one keeper. */
export function createRecordSearches(port: RecordSearchesPort): RecordSearches {
  const searches = new WeakMap<Occupant, SessionSearch>();

  return {
    statusOf: (occupant) => searches.get(occupant)?.status ?? null,
    begin(occupant) {
      const status = { kind: 'asking' } as const;
      const since = port.clock.uptime();
      searches.set(occupant, { status, name: null, statement: null, stop: new AbortController(), since });
      occupant.used = true;
      port.screens.refresh();
    },
    mayStart(occupant) {
      const kind = searches.get(occupant)?.status.kind;
      return kind === 'asking' || kind === 'stopped';
    },
    async start(occupant, name, asked) {
      const search = searches.get(occupant);
      if (search === undefined) throw new Error('no search was begun in this session');
      return startSearch(port, search, name, asked);
    },
    cancel: (occupant) => searches.get(occupant)?.stop.abort(),
    answerOf(occupant) {
      const search = searches.get(occupant);
      if (search === undefined || search.name === null || search.statement === null) return null;
      return { name: search.name, statement: search.statement };
    },
    noteFile(occupant, file) {
      const search = searches.get(occupant);
      if (search?.status.kind === 'answered') show(port, search, { ...search.status, file });
    },
    isOverdue(occupant) {
      const search = searches.get(occupant);
      if (search === undefined || search.status.kind === 'running') return false;
      return port.clock.uptime() - search.since >= SEARCH_MINUTES * 60_000;
    },
    forget(occupant) {
      const search = searches.get(occupant);
      if (search === undefined) return;
      search.stop.abort();
      dropName(search);
      searches.delete(occupant);
    },
  };
}
