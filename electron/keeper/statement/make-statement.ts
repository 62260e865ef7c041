import type { WipeStep } from '../../../shared/contract/application/wipe-steps.ts';
import type { ApplicationId, WipeId } from '../../../shared/contract/ids.ts';
import type { StatementObstacle } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ledgerTables, vaultTables } from '../../../shared/statement/inventory.ts';
import { limits } from '../../../shared/statement/limits.ts';
import type { Statement, StatementSearch } from '../../../shared/statement/statement.ts';
import type { DatabaseMeasure } from '../database/measure.ts';
import type { LedgerPass } from './ledger-facts.ts';
import type { SearchProgress } from './search-places.ts';
import type { FailedControl, SearchedFiles } from './search-with-control.ts';
import type { StatedLedger } from './stated-ledger.ts';
import type { MeasuredVault } from './vault-control.ts';
import { stoppedBy, type WorkFacts } from './work-facts.ts';

/** What the other features say of themselves. */
export type FactsOfFeatures = Pick<
  Statement,
  | 'made'
  | 'kiosk'
  | 'program'
  | 'settings'
  | 'staff'
  | 'recovery'
  | 'ribbons'
  | 'printers'
  | 'jobs'
  | 'doctor'
> & {
  readonly policy: Omit<Statement['policy'], 'inForce'>;
  readonly holds: readonly Omit<Statement['holds'][number], 'sequence' | 'stopped'>[];
  /** Ledger entries that wait to be written. */
  readonly pending: number;
};

/** As much of an unfinished erasure as a statement looks at. */
interface StatedWipe {
  readonly id: WipeId;
  readonly application: ApplicationId;
  readonly done: readonly WipeStep[];
}

/** What making a statement needs of the kiosk. */
export interface StatementPort {
  readonly vault: {
    open(): readonly { readonly id: ApplicationId }[];
    readonly wipes: { all(): readonly StatedWipe[] };
  };
  readonly ledger: StatedLedger;
  /** See `searchWithControl`. */
  search(
    identifiers: () => readonly ApplicationId[],
    tell: (progress: SearchProgress) => void,
  ): Promise<SearchedFiles | null>;
  readonly closing: AbortSignal;
  /** Why none can be made now; null: one can. */
  obstacle(): StatementObstacle | null;
  facts(): FactsOfFeatures;
  work(): WorkFacts;
  measureVault(): MeasuredVault;
}

/**
 * Nobody in practice is somebody whom a statement is about. And while something is being erased its end is near: a failed
 * one waits for a person, and is stated as it is.
 */
export function obstacleNow({
  kiosk,
  wipes,
}: {
  readonly kiosk: { isPracticing(): boolean };
  readonly wipes: { busy(): boolean; failure(): unknown };
}): StatementObstacle | null {
  if (kiosk.isPracticing()) return 'in-practice';
  return wipes.busy() && wipes.failure() === null ? 'erasing' : null;
}

/**
 * Searches all that this kiosk owns and says what was found. Half a minute at most on a full disk, and everybody else has
 * their turn meanwhile. Nothing is made where something was erased while it searched: files and rows would be of two
 * moments.
 */
export async function makeStatement(
  port: StatementPort,
  askedBy: Statement['askedBy'],
  tell: (progress: SearchProgress) => void,
): Promise<Result<Statement, StatementObstacle>> {
  const obstacle = port.obstacle();
  if (obstacle !== null) return err(obstacle);
  const before = workOf(port);
  const found = await port.search(() => applicationsHere(port), tell);
  if (found === null) return err('stopped');
  const pass = port.ledger.pass();
  await pass.readOn();
  if (port.closing.aborted) return err('stopped');
  // From here on in one turn: rows, states and the ledger's head are of one moment.
  const obstacleNext = port.obstacle();
  if (obstacleNext !== null) return err(obstacleNext);
  if (!isContained(before, workOf(port))) return err('ended-meanwhile');
  pass.finish();
  return ok(statementOf(port, askedBy, { found, pass, vault: port.measureVault() }));
}

function workOf({ vault }: StatementPort): ReadonlySet<string> {
  return new Set([...vault.open().map(({ id }) => id), ...vault.wipes.all().map(({ id }) => id)]);
}

/** Of which there is a key or a row: open ones, and those whose erasure has not come so far, as where a legal hold stopped it. */
function applicationsHere({ vault }: StatementPort): readonly ApplicationId[] {
  const unfinished = vault.wipes
    .all()
    .filter(({ done }) => !done.includes('key-destroyed') || !done.includes('rows-deleted'));
  return [...vault.open().map(({ id }) => id), ...unfinished.map(({ application }) => application)];
}

function isContained(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return [...before].every((each) => now.has(each));
}

/** What was looked up. */
interface LookedUp {
  readonly found: SearchedFiles;
  readonly pass: LedgerPass;
  readonly vault: MeasuredVault;
}

function statementOf(
  port: StatementPort,
  askedBy: Statement['askedBy'],
  { found, pass, vault }: LookedUp,
): Statement {
  const { pending, policy, holds, ...features } = port.facts();
  const ledger = port.ledger.measure();
  const work = port.work();
  return {
    format: 'counterfoil custody statement 3',
    title: 'Machine annex to a custodian’s declaration',
    askedBy,
    ...features,
    policy: { ...policy, inForce: pass.inForce() },
    ledger: port.ledger.state(pass, pending),
    search: searchOf(found, vault.control === 'found' ? null : vault.control),
    tables: {
      vault: rowsOf(vault, vaultTables),
      ledger: rowsOf(ledger, ledgerTables),
    },
    databases: [
      databaseOf('vault', vault, vault.leftInFreePages),
      // It only grows: it has no free pages, and where it has some nobody here has read them.
      databaseOf('ledger', ledger, ledger.freePages === 0 ? 0 : null),
    ],
    places: [...found.places],
    ...work,
    holds: holds.map((hold) => ({
      ...hold,
      sequence: pass.setAt(hold.hold),
      stopped: stoppedBy(hold, work.wipes),
    })),
    cannotSay: [...limits],
  };
}

function searchOf(found: SearchedFiles, ofVault: FailedControl | null): StatementSearch {
  const control = found.failedControl ?? ofVault;
  if (control !== null) return { kind: 'void', control };
  const { files, bytes, inPart, identifiersSearched, identifiersFound, databasesInside } = found;
  return { kind: 'searched', files, bytes, inPart, identifiersSearched, identifiersFound, databasesInside };
}

/** @throws where a table has no line in the inventory: a test finds it before. */
function rowsOf<Table extends string>(
  { tables }: DatabaseMeasure,
  known: readonly Table[],
): { table: Table; rows: number }[] {
  return tables.map(({ table, rows }) => {
    const name = known.find((each) => each === table);
    if (name === undefined) throw new Error('a table is in no inventory');
    return { table: name, rows };
  });
}

function databaseOf(
  file: 'vault' | 'ledger',
  { bytes, fileBytes, pages, freePages, journal }: DatabaseMeasure,
  leftInFreePages: number | null,
): Statement['databases'][number] {
  return { file, bytes, fileBytes, pages, freePages, leftInFreePages, journal };
}
