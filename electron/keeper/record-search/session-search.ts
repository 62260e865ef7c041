import type { RecordSearchStatus, SealedName } from '../../../shared/contract/command/record-search.ts';
import type { SearchStatement } from '../../../shared/record-search/statement.ts';
import type { CarriedOut } from './carry-out-search.ts';
import type { SearchProcesses, SearchProgress } from './search-held.ts';
import type { AskedSearch } from './search-statement.ts';

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

/** The search of one session, as far as it has come. */
export interface SessionSearch {
  status: RecordSearchStatus;
  name: SealedName | null;
  statement: SearchStatement | null;
  stop: AbortController;
  /** When it came to what it is now. Uptime in milliseconds. */
  since: number;
}

/** A status is made of all that is open: not for each of a thousand applications. */
const PROGRESS_MILLISECONDS = 250;

/** Zeroes the key of its name. */
export function dropName(search: SessionSearch): void {
  search.name?.key.fill(0);
  search.name = null;
}

/** Whatever it comes to is on the screen. */
export function show(port: RecordSearchesPort, search: SessionSearch, status: RecordSearchStatus): void {
  if (search.status.kind !== status.kind) search.since = port.clock.uptime();
  search.status = status;
  port.screens.refresh();
}

/** See `RecordSearches.start`. */
export async function startSearch(
  port: RecordSearchesPort,
  search: SessionSearch,
  name: SealedName,
  asked: AskedSearch,
): Promise<boolean> {
  dropName(search);
  search.stop = new AbortController();
  search.name = name;
  search.status = { kind: 'running', done: 0, of: 0 };
  try {
    if (!(await isOfDigest(port, search, name, asked.digest))) {
      dropName(search);
      const isCanceled = search.stop.signal.aborted;
      show(port, search, isCanceled ? { kind: 'stopped', why: 'canceled' } : { kind: 'asking' });
      return isCanceled;
    }
  } catch (error) {
    fail(port, search);
    throw error;
  }
  void run(port, search, name, asked).catch((error: unknown) => {
    port.onBug('record search', error);
    fail(port, search);
  });
  return true;
}

/** A process of its own looks at the name alone: the keeper cannot. */
async function isOfDigest(
  { processes }: RecordSearchesPort,
  search: SessionSearch,
  name: SealedName,
  digest: string,
): Promise<boolean> {
  const report = await processes.run({ name, where: { kind: 'name-alone' } }, search.stop.signal);
  return report?.kind === 'searched' && report.digest === digest;
}

function fail(port: RecordSearchesPort, search: SessionSearch): void {
  search.stop.abort();
  show(port, search, { kind: 'stopped', why: 'failed' });
}

async function run(
  port: RecordSearchesPort,
  search: SessionSearch,
  name: SealedName,
  asked: AskedSearch,
): Promise<void> {
  let told = -PROGRESS_MILLISECONDS;
  const tell = (progress: SearchProgress): void => {
    search.status = { kind: 'running', ...progress };
    const now = port.clock.uptime();
    if (now - told < PROGRESS_MILLISECONDS) return;
    told = now;
    port.screens.refresh();
  };
  const outcome = await port.carryOut(name, asked, search.stop.signal, tell);
  if (outcome.kind !== 'answered') return show(port, search, { kind: 'stopped', why: outcome.kind });
  search.statement = outcome.statement;
  show(port, search, answerOnScreen(outcome.statement));
}

function answerOnScreen(statement: SearchStatement): RecordSearchStatus {
  const { verdict, searched, unsearchable, failed, beingErased, erasedMeanwhile } = statement;
  const { matches, staffTexts, reason } = statement;
  const counts = { searched, unsearchable, failed, beingErased, erasedMeanwhile };
  const findings = { verdict, ...counts, matches, staffTexts };
  return { kind: 'answered', findings, reason, began: Date.parse(statement.began), file: null };
}
