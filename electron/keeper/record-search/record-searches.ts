import type { KeyObject } from 'node:crypto';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { RecordSearchStatus, SealedName } from '../../../shared/contract/record-search.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import type { SearchFindings, SearchStatement } from '../../../shared/record-search/statement.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type SearchHeldPort, searchHeld } from './search-held.ts';
import { type AskedSearch, makeStatement } from './search-statement.ts';

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
  /** False: the sealed name is not the one of this digest. Otherwise the search is under way when it resolves. */
  start(occupant: Occupant, name: SealedName, asked: AskedSearch): Promise<boolean>;
  /** Stops it; then there is no answer. */
  cancel(occupant: Occupant): void;
  answerOf(occupant: Occupant): AnsweredSearch | null;
  noteFile(occupant: Occupant, file: string): void;
  /** The session ends: its search stops, and the key of the name is zeroed. */
  forget(occupant: Occupant): void;
}

/** What searches need of the kiosk. */
export interface RecordSearchesPort extends SearchHeldPort {
  readonly outbox: EntryRecorder;
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly kiosk: { read(): KioskIdentity | null };
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly clock: { now(): number; uptime(): number };
  readonly screens: { refresh(): void };
  readonly facts: { readonly build: SearchStatement['build'] };
  /** Aborted when the keeper begins to stop: then nothing is searched, answered or recorded any more. */
  readonly closing: AbortSignal;
  signingKey(): KeyObject;
  onBug(where: string, error: unknown): void;
}

interface Search {
  status: RecordSearchStatus;
  name: SealedName | null;
  statement: SearchStatement | null;
  stop: AbortController;
}

/** A status is made of all that is open: not for each of a thousand applications. */
const PROGRESS_MILLISECONDS = 250;

/** The searches of one keeper. */
export function createRecordSearches(port: RecordSearchesPort): RecordSearches {
  const searches = new WeakMap<Occupant, Search>();

  function of(occupant: Occupant): Search {
    const search = searches.get(occupant);
    if (search === undefined) throw new Error('no search was begun in this session');
    return search;
  }

  function show(search: Search, status: RecordSearchStatus): void {
    search.status = status;
    port.screens.refresh();
  }

  /** Whatever came of it: two people had it searched, and these were opened. */
  function record(asked: AskedSearch, counts: Pick<SearchFindings, 'searched' | 'unsearchable'>): void {
    port.outbox.record(({ utc }) => ({
      kind: 'records-searched',
      ...{ utc, by: asked.by, second: asked.second, reason: asked.reason },
      applications: roundFigure(counts.searched),
      unsearchable: roundFigure(counts.unsearchable),
    }));
  }

  function answer(search: Search, asked: AskedSearch, findings: SearchFindings): void {
    record(asked, findings);
    const kiosk = port.kiosk.read();
    const ledger = port.ledger.head();
    if (kiosk === null || ledger === undefined) throw new Error('a kiosk that holds nothing was searched');
    const where = { identifier: kiosk.identifier, name: kiosk.name, build: port.facts.build, ledger };
    search.statement = makeStatement(
      port.signingKey(),
      asked,
      { ...where, policy: port.policies.inForce.hash },
      findings,
      port.clock.now(),
    );
    const { began, reason } = asked;
    show(search, { kind: 'answered', findings, reason, began, file: null });
  }

  async function run(search: Search, name: SealedName, asked: AskedSearch): Promise<void> {
    const signal = AbortSignal.any([search.stop.signal, port.closing]);
    let told = -PROGRESS_MILLISECONDS;
    let done = 0;
    const findings = await searchHeld(port, { name, digest: asked.digest }, signal, (progress) => {
      done = progress.done;
      search.status = { kind: 'running', ...progress };
      const now = port.clock.uptime();
      if (now - told < PROGRESS_MILLISECONDS) return;
      told = now;
      port.screens.refresh();
    });
    if (port.closing.aborted) return;
    if (findings !== null) return answer(search, asked, findings);
    record(asked, { searched: done, unsearchable: 0 });
    show(search, { kind: 'stopped', why: 'canceled' });
  }

  /** A process of its own looks at the name alone: the keeper cannot. */
  async function isOfDigest(search: Search, name: SealedName, digest: string): Promise<boolean> {
    try {
      const report = await port.processes.run({ name, application: null }, search.stop.signal);
      return report?.kind === 'searched' && report.digest === digest;
    } catch (error) {
      show(search, { kind: 'stopped', why: 'failed' });
      throw error;
    }
  }

  function dropName(search: Search): void {
    search.name?.key.fill(0);
    search.name = null;
  }

  return {
    statusOf: (occupant) => searches.get(occupant)?.status ?? null,
    begin(occupant) {
      const status = { kind: 'asking' } as const;
      searches.set(occupant, { status, name: null, statement: null, stop: new AbortController() });
      occupant.used = true;
      port.screens.refresh();
    },
    mayStart(occupant) {
      const kind = searches.get(occupant)?.status.kind;
      return kind === 'asking' || kind === 'stopped';
    },
    async start(occupant, name, asked) {
      const search = of(occupant);
      dropName(search);
      search.stop = new AbortController();
      search.name = name;
      search.status = { kind: 'running', done: 0, of: 0 };
      if (!(await isOfDigest(search, name, asked.digest))) {
        dropName(search);
        show(search, { kind: 'asking' });
        return false;
      }
      void run(search, name, asked).catch((error: unknown) => {
        search.stop.abort();
        port.onBug('record search', error);
        show(search, { kind: 'stopped', why: 'failed' });
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
      const search = of(occupant);
      if (search.status.kind === 'answered') show(search, { ...search.status, file });
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
