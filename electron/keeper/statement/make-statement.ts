import { createHash, type KeyObject } from 'node:crypto';
import { dayText } from '../../../shared/calendar.ts';
import type { StatementObstacle } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { ledgerTables, vaultTables } from '../../../shared/statement/inventory.ts';
import { limits } from '../../../shared/statement/limits.ts';
import type { Statement, StatementSearch } from '../../../shared/statement/statement.ts';
import type { Clock } from '../clock.ts';
import type { DatabaseMeasure } from '../database/measure.ts';
import type { LedgerReader } from '../ledger/ledger.ts';
import { publicKeyOf } from '../ledger/signatures.ts';
import type { ActTime } from '../outbox/outbox.ts';
import { type ControlFiles, plantControlFiles } from './control-files.ts';
import { type LedgerPass, passThrough } from './ledger-facts.ts';
import { type FoundInPlaces, type SearchProgress, searchPlaces } from './search-places.ts';
import type { SearchedPlace } from './searched-places.ts';
import type { MeasuredVault } from './vault-control.ts';
import { stoppedBy, type WorkFacts, type WorkFactsPort } from './work-facts.ts';

/** What the other features say of themselves. */
export type FactsOfFeatures = Pick<
  Statement,
  'kiosk' | 'program' | 'settings' | 'staff' | 'recovery' | 'ribbons' | 'printers' | 'jobs'
> & {
  readonly policy: Omit<Statement['policy'], 'inForce'>;
  readonly holds: readonly Omit<Statement['holds'][number], 'sequence' | 'stopped'>[];
  readonly clock: Statement['made']['clock'];
  /** Ledger entries that wait to be written. */
  readonly pending: number;
};

/** What making a statement needs of the kiosk. */
export interface StatementPort {
  readonly vault: WorkFactsPort['vault'];
  readonly ledger: LedgerReader;
  readonly outbox: { now(): ActTime };
  readonly clock: Pick<Clock, 'dateAt' | 'uptime'>;
  /** All that is looked through, and the folders in which what must be found is planted. */
  readonly places: { all(): readonly SearchedPlace[]; readonly forControl: readonly string[] };
  readonly closing: AbortSignal;
  /** Why none can be made now; null: one can. */
  obstacle(): StatementObstacle | null;
  facts(): FactsOfFeatures;
  work(): WorkFacts;
  measureVault(): MeasuredVault;
  signingKey(): KeyObject;
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
  const control = await plantControlFiles(port.places.forControl);
  let found: FoundInPlaces | null = null;
  let isRemoved = true;
  try {
    found = await searchPlaces({
      places: port.places.all(),
      identifiers: port.vault.open().map(({ id }) => id),
      control: control ?? NO_CONTROL,
      dayOf: (moment) => dayText(port.clock.dateAt(moment)),
      uptime: port.clock.uptime,
      tell,
      stopped: port.closing,
    });
  } finally {
    isRemoved = (await control?.remove()) ?? true;
  }
  if (found === null) return err('stopped');
  const pass = passThrough(port.ledger);
  await pass.readOn();
  if (port.closing.aborted) return err('stopped');
  // From here on in one turn: rows, states and the ledger's head are of one moment.
  const obstacleNext = port.obstacle();
  if (obstacleNext !== null) return err(obstacleNext);
  if (!isContained(before, workOf(port))) return err('ended-meanwhile');
  pass.finish();
  const vault = port.measureVault();
  return ok(
    statementOf(port, askedBy, { ...found, pass, vault, files: verdictOf(control, isRemoved), found }),
  );
}

/** Without a control the search goes on: what it counts is told, and that it is void. */
const NO_CONTROL: Pick<ControlFiles, 'token' | 'isOne' | 'found' | 'met'> = {
  token: Buffer.from('no control was planted for this'),
  isOne: () => false,
  found: () => undefined,
  met: () => undefined,
};

function workOf({ vault }: StatementPort): ReadonlySet<string> {
  return new Set([...vault.open().map(({ id }) => id), ...vault.wipes.all().map(({ id }) => id)]);
}

function isContained(before: ReadonlySet<string>, now: ReadonlySet<string>): boolean {
  return [...before].every((each) => now.has(each));
}

type Void = Extract<StatementSearch, { kind: 'void' }>['control'];

/** Why what was said of files says nothing; null: each control was found. */
function verdictOf(control: ControlFiles | null, isRemoved: boolean): Void | null {
  if (control === null) return 'file-not-planted';
  if (!isRemoved) return 'not-removed';
  return control.areAllFound() ? null : 'file-not-found';
}

/** What was looked up. */
interface LookedUp {
  readonly found: FoundInPlaces;
  readonly pass: LedgerPass;
  readonly vault: MeasuredVault;
  readonly files: Void | null;
}

function statementOf(
  port: StatementPort,
  askedBy: Statement['askedBy'],
  { found, pass, vault, files }: LookedUp,
): Statement {
  const { clock, pending, policy, holds, ...features } = port.facts();
  const { utc } = port.outbox.now();
  const ledger = port.ledger.measure();
  const work = port.work();
  return {
    format: 'counterfoil custody statement 2',
    title: 'Machine annex to a custodian’s declaration',
    made: { utc, day: dayText(port.clock.dateAt(utc)), clock },
    askedBy,
    ...features,
    policy: { ...policy, inForce: pass.inForce() },
    ledger: ledgerOf(port, pass, pending),
    search: searchOf(found, files ?? (vault.control === 'found' ? null : vault.control)),
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

function ledgerOf(port: StatementPort, pass: LedgerPass, pending: number): Statement['ledger'] {
  const verdict = port.ledger.verify();
  const head = port.ledger.head();
  return {
    entries: head?.sequence ?? 0,
    head: head?.hash ?? '0'.repeat(64),
    key: createHash('sha256').update(publicKeyOf(port.signingKey())).digest('hex'),
    verdict: verdict.ok
      ? { kind: 'holds' }
      : { kind: 'broken', sequence: verdict.error.sequence, reason: verdict.error.reason },
    kinds: pass.kinds(),
    pending,
    checkpoints: pass.checkpoints(),
  };
}

function searchOf(
  { files, bytes, inPart, identifiersFound, databasesInside }: FoundInPlaces,
  control: Void | null,
): StatementSearch {
  if (control !== null) return { kind: 'void', control };
  return { kind: 'searched', files, bytes, inPart, identifiersFound, databasesInside };
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
