import type { RecordSearchStatus, SealedName } from '../../../shared/contract/command/record-search.ts';
import type { SearchStatement } from '../../../shared/record-search/statement.ts';
import { SEARCH_MINUTES } from '../../../shared/record-search/terms.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { CarriedOut } from './carry-out-search.ts';
import type { SearchProcesses, SearchProgress } from './search-held.ts';
import type { AskedSearch } from './search-statement.ts';

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

/** What searches need of the kiosk. */
export interface RecordSearchesPort {
  readonly processes: SearchProcesses;
  /** See `carryOutSearch`. */
  carryOut(
    name: SealedName,
    asked: AskedSearch,
    stopped: AbortSignal,
    tell: (progress: SearchProgress) => void,
  ): Promise<CarriedOut>;
  readonly clock: { uptime(): number };
  readonly screens: { refresh(): void };
  onBug(where: string, error: unknown): void;
}

interface Search {
  status: RecordSearchStatus;
  name: SealedName | null;
  statement: SearchStatement | null;
  stop: AbortController;
  /** When it came to what it is now. Uptime in milliseconds. */
  since: number;
}

/** A status is made of all that is open: not for each of a thousand applications. */
const PROGRESS_MILLISECONDS = 250;

function dropName(search: Search): void {
  search.name?.key.fill(0);
  search.name = null;
}

function answerOnScreen(statement: SearchStatement): RecordSearchStatus {
  const { verdict, searched, unsearchable, failed, beingErased, erasedMeanwhile, matches, reason } =
    statement;
  const findings = { verdict, searched, unsearchable, failed, beingErased, erasedMeanwhile, matches };
  return { kind: 'answered', findings, reason, began: Date.parse(statement.began), file: null };
}

/** The searches of one keeper. */
export function createRecordSearches(port: RecordSearchesPort): RecordSearches {
  const searches = new WeakMap<Occupant, Search>();

  function show(search: Search, status: RecordSearchStatus): void {
    if (search.status.kind !== status.kind) search.since = port.clock.uptime();
    search.status = status;
    port.screens.refresh();
  }

  /** A process of its own looks at the name alone: the keeper cannot. */
  async function isOfDigest(search: Search, name: SealedName, digest: string): Promise<boolean> {
    const report = await port.processes.run({ name, application: null }, search.stop.signal);
    return report?.kind === 'searched' && report.digest === digest;
  }

  function fail(search: Search): void {
    search.stop.abort();
    show(search, { kind: 'stopped', why: 'failed' });
  }

  async function run(search: Search, name: SealedName, asked: AskedSearch): Promise<void> {
    let told = -PROGRESS_MILLISECONDS;
    const tell = (progress: SearchProgress): void => {
      search.status = { kind: 'running', ...progress };
      const now = port.clock.uptime();
      if (now - told < PROGRESS_MILLISECONDS) return;
      told = now;
      port.screens.refresh();
    };
    const outcome = await port.carryOut(name, asked, search.stop.signal, tell);
    if (outcome.kind !== 'answered') return show(search, { kind: 'stopped', why: outcome.kind });
    search.statement = outcome.statement;
    show(search, answerOnScreen(outcome.statement));
  }

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
      dropName(search);
      search.stop = new AbortController();
      search.name = name;
      search.status = { kind: 'running', done: 0, of: 0 };
      try {
        if (!(await isOfDigest(search, name, asked.digest))) {
          dropName(search);
          const isCanceled = search.stop.signal.aborted;
          show(search, isCanceled ? { kind: 'stopped', why: 'canceled' } : { kind: 'asking' });
          return isCanceled;
        }
      } catch (error) {
        fail(search);
        throw error;
      }
      void run(search, name, asked).catch((error: unknown) => {
        port.onBug('record search', error);
        fail(search);
      });
      return true;
    },
    cancel: (occupant) => searches.get(occupant)?.stop.abort(),
    answerOf(occupant) {
      const search = searches.get(occupant);
      if (search === undefined || search.name === null || search.statement === null) return null;
      return { name: search.name, statement: search.statement };
    },
    noteFile(occupant, file) {
      const search = searches.get(occupant);
      if (search?.status.kind === 'answered') show(search, { ...search.status, file });
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
