import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Sqlite from 'better-sqlite3';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { openVault } from '../../electron/keeper/vault/open-vault.test-support.ts';
import { fillFreePages } from '../../electron/keeper/vault/zeroed-free-pages.ts';
import { digestOf, type SealedPart, sealedPartsOf } from '../fixtures/parts.ts';
import { type DetachedDisk, type Disk, detachedImage } from './bench.ts';
import { bundleVictim } from './bundle.ts';
import { FIXTURES, filesBehind } from './carried-over.ts';
import { makeImage, mountImage, releaseMounts, unmountImage, whyNoMounts } from './loop-image.ts';
import { type CleanTrace, readCleanTrace, sampleOf } from './points.ts';
import { straceWords, type Tracing } from './start-victim.ts';

export interface MigrationOptions {
  /** A folder of tests/fixtures: whose files are carried over. */
  readonly release: string;
  /** So many points; null: every one there is. */
  readonly sample: number | null;
  /** The counter-example, which must be found out: the old file stays beside the new one. */
  readonly sabotage: 'keep-old-file' | null;
  say(line: string): void;
}

/** What came of cutting a migration short. */
export interface MigrationResult {
  points: number;
  powerCuts: number;
  /** Disks on which something was gone, or the ledger did not verify, after the next start. */
  lost: number;
  /** Disks on which old bytes lay beside the new ones after the next start. */
  left: number;
  /**
   * The positive control: disks on which they did before it. Null: the ledger alone is behind, whose migration writes no row anew, so
   * that there is nothing to see.
   */
  seenBefore: number | null;
  skipped?: string;
}

/** Something was tried, the control was seen, nothing was lost and nothing left. */
export function isHarmless({ points, powerCuts, lost, left, seenBefore }: MigrationResult): boolean {
  return points > 0 && powerCuts > 0 && seenBefore !== 0 && lost === 0 && left === 0;
}

/** What the files hold, whatever their version. */
interface Holding {
  readonly parts: ReadonlyMap<string, string>;
  readonly entries: number;
  /** Bytes from the middle of each part, which stand on the disk once as long as nothing is kept twice. */
  readonly marks: readonly Buffer[];
}

function partsIn(folder: string): readonly SealedPart[] {
  const database = new Sqlite(join(folder, 'vault.db'), { readonly: true });
  try {
    return sealedPartsOf(database);
  } finally {
    database.close();
  }
}

/** Opens the files as the next start does. A text: what is gone. */
function nextStart(folder: string, holding: Holding | null): { readonly entries: number } | string {
  const vault = openVault(join(folder, 'vault.db'));
  if (!vault.ok) return `the vault: ${JSON.stringify(vault.error)}`;
  // What a crash after the migration left in journal and free pages, each start erases before anybody is served.
  fillFreePages(vault.value.database);
  vault.value.eraseJournal();
  vault.value.database.close();
  const ledger = openLedger(join(folder, 'ledger.db'), () => {
    throw new Error('nothing is to be signed');
  });
  if (!ledger.ok) return `the ledger: ${JSON.stringify(ledger.error)}`;
  const verdict = ledger.value.verify();
  ledger.value.close();
  const now = new Map(partsIn(folder).map(({ name, sealed }) => [name, digestOf(sealed)]));
  const isWhole =
    holding === null ||
    (now.size === holding.parts.size &&
      [...holding.parts].every(([name, digest]) => now.get(name) === digest));
  if (!verdict.ok) return 'the ledger does not verify';
  return isWhole ? { entries: verdict.value.count } : 'sealed parts';
}

/** How many of the marks stand in the raw bytes more than once. */
function keptTwice({ files }: DetachedDisk, { marks }: Holding): number {
  const [image] = files;
  if (image === undefined) throw new Error('no image');
  const raw = readFileSync(image);
  return marks.filter((mark) => raw.indexOf(mark, raw.indexOf(mark) + 1) !== -1).length;
}

const MARK_BYTES = 32;

/** The files of a release, on an image of their own, with what they hold. */
async function prepare(work: string, release: string): Promise<{ disk: DetachedDisk; holding: Holding }> {
  const place = join(work, 'template');
  const image = join(work, 'template.img');
  await makeImage(image);
  await mountImage(image, place);
  const folder = join(place, 'data');
  mkdirSync(folder, { mode: 0o700 });
  const from = join(FIXTURES, release, 'sealed');
  for (const name of readdirSync(from))
    writeFileSync(join(folder, name.replace(/\.gz$/, '')), gunzipSync(readFileSync(join(from, name))), {
      mode: 0o600,
    });
  const parts = partsIn(folder);
  await unmountImage(place);
  const disk = detachedImage(image, place);
  // How many entries the ledger has, and which marks are not cut in two by the edge of a page: told by a whole run.
  const whole = await (await disk.copy('whole')).attach();
  const marks = parts.map(({ sealed }) => Buffer.from(sealed.subarray(8, 8 + MARK_BYTES)));
  const started = nextStart(whole.dataFolder, null);
  if (typeof started === 'string') throw new Error(`the fixture is not carried over: ${started}`);
  const after = await whole.detach();
  const raw = readFileSync(after.files[0] ?? '');
  after.remove();
  const holding = {
    parts: new Map(parts.map(({ name, sealed }) => [name, digestOf(sealed)])),
    entries: started.entries,
    marks: marks.filter((mark) => mark.length === MARK_BYTES && raw.includes(mark)),
  };
  if (holding.marks.length < 5) throw new Error('too few marks to search for');
  return { disk, holding };
}

function carryOver(program: string, folder: string, tracing: Tracing, log: string) {
  const victim = [process.execPath, program, folder];
  const words = tracing.kind === 'none' ? victim : ['strace', ...straceWords(tracing, log), ...victim];
  const [first = '', ...rest] = words;
  return spawnSync(first, rest, { encoding: 'utf8', timeout: 60_000 });
}

async function cleanTrace(work: string, program: string, template: DetachedDisk): Promise<CleanTrace> {
  const disk = await (await template.copy('victim')).attach();
  const log = join(work, 'trace');
  const { status, stdout, stderr } = carryOver(program, disk.dataFolder, { kind: 'learn' }, log);
  if (status !== 0) throw new Error(`the migration does not come to its end: ${stderr}`);
  const trace = readCleanTrace(readFileSync(log, 'utf8'), disk.dataFolder, Number(stdout));
  (await disk.detach()).remove();
  return trace;
}

/**
 * Carries the files of an earlier version over, and kills that at every write, with the power cut at the same moment on
 * a copy; then starts anew. Nothing may be lost, and no old bytes may lie beside the new ones, on the whole raw disk.
 * About 0.6 s a point.
 */
export async function crashMigration(options: MigrationOptions): Promise<MigrationResult> {
  const work = mkdtempSync('/dev/shm/counterfoil-crash-work-');
  const behind = filesBehind(options.release);
  if (behind.length === 0) throw new Error(`the files of ${options.release} are of this version`);
  const seenBefore = behind.includes('vault') ? 0 : null;
  const result: MigrationResult = { points: 0, powerCuts: 0, lost: 0, left: 0, seenBefore };
  let bundled: string | null = null;
  try {
    const noMounts = await whyNoMounts(work);
    if (noMounts !== null) return { ...result, skipped: noMounts };
    const { folder, carryOver: program } = await bundleVictim();
    bundled = folder;
    const { disk: template, holding } = await prepare(work, options.release);
    const trace = await cleanTrace(work, program, template);
    const points =
      options.sample === null
        ? trace.points.filter((point) => !trace.repeated.has(point))
        : sampleOf(trace, options.sample, []);
    options.say(`${options.release}: ${trace.points.length} writes, ${points.length} of them tried`);
    for (const point of points) {
      const disk = await (await template.copy('victim')).attach();
      const { signal, status, stderr } = carryOver(
        program,
        disk.dataFolder,
        {
          kind: 'kill',
          point,
          paths: trace.paths,
        },
        '/dev/null',
      );
      const killed = signal === 'SIGKILL';
      if (!killed && status !== 0) throw new Error(`at ${point.call} ${point.count}: ${stderr}`);
      const cut = await disk.cutPower();
      const where = `${options.release}, ${point.call} ${point.count}`;
      await examine(disk, `${where}, killed`, 'points');
      if (cut !== null) await examine(await cut.attach(), `${where}, power cut`, 'powerCuts');
    }
    return result;

    async function examine(disk: Disk, where: string, counted: 'points' | 'powerCuts'): Promise<void> {
      result[counted] += 1;
      // What lies on the disk at this moment, before the next start.
      const before = await disk.detach();
      if (result.seenBefore !== null && keptTwice(before, holding) > 0) result.seenBefore += 1;
      const again = await before.attach();
      if (options.sabotage === 'keep-old-file')
        copyFileSync(join(again.dataFolder, 'vault.db'), join(dirname(again.dataFolder), 'vault.db.before'));
      const started = nextStart(again.dataFolder, holding);
      if (typeof started === 'string' || started.entries !== holding.entries) {
        result.lost += 1;
        options.say(`LOST ${where}: ${typeof started === 'string' ? started : `${started.entries} entries`}`);
      }
      const after = await again.detach();
      const twice = keptTwice(after, holding);
      if (twice > 0) {
        result.left += 1;
        options.say(`LEFT ${where}: ${twice} of ${holding.marks.length} parts stand there twice`);
      }
      after.remove();
    }
  } finally {
    await releaseMounts();
    for (const each of [work, ...(bundled === null ? [] : [bundled])])
      rmSync(each, { recursive: true, force: true });
  }
}
