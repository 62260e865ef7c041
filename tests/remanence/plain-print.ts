import { existsSync, readdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { patternsOfValue } from '../../shared/remanence/patterns.ts';
import { samplePdf } from '../print/peers/sample-document.test-support.ts';
import { untilSeen } from '../print/peers/watch.ts';
import { createCanary } from '../support/memory/canary.ts';
import { type PrintSide, QUEUE } from './print-side.ts';
import { VoidRun } from './void-run.ts';

/** Of `statfs`, for tmpfs. */
const TMPFS_MAGIC = 0x01021994;

/**
 * The settings of a good server, changed to a spool on its volume, and taken by the same cupsd while it runs. Answers
 * the folder.
 */
export async function moveSpoolToDisk({ cups, volume }: PrintSide): Promise<string> {
  if (statfsSync(volume.folder).type === TMPFS_MAGIC)
    throw new VoidRun(`${volume.folder} is in memory: set TMPDIR to a folder on a disk`);
  const spool = join(volume.folder, 'disk-spool');
  const settings = readFileSync(cups.paths.filesConf, 'utf8');
  writeFileSync(cups.paths.filesConf, settings.replace(/^RequestRoot .*$/m, `RequestRoot ${spool}`));
  process.kill(cups.pid, 'SIGHUP');
  // It makes the folder itself: the sign that it has read the settings.
  await untilSeen(volume.folder, 'the spool on the disk', () => (existsSync(spool) ? true : null));
  await cups.client('lpstat', ['-r']);
  return spool;
}

/** What a plain `lp` came to. */
export interface PlainPrint {
  /** The number that cupsd gave the job. */
  readonly job: number;
  /** How often the document was found on the volume, in files and bare blocks. */
  readonly found: number;
}

/**
 * The positive control: prints a document of canaries by `lp`, and makes sure that the search finds it on the disk,
 * while it prints as a file and, after cupsd has deleted it, in the bare blocks where these can be read.
 */
export async function printPlainly(side: PrintSide, work: string, spool: string): Promise<PlainPrint> {
  const { cups, printer, volume } = side;
  const canary = createCanary(Math.random);
  const patterns = patternsOfValue('plain document', canary);
  const document = join(work, 'plain.pdf');
  // One page, so that it is one card whatever sides the queue takes by itself.
  writeFileSync(document, samplePdf([canary]));
  if ((await side.search(patterns)).findings.length > 0)
    throw new VoidRun('a word found before it was printed');
  const cards = printer.cards().length;
  printer.setMode('slow');
  const said = await cups.client('lp', ['-d', QUEUE, document]);
  await printer.waitForHold();
  const during = await side.search(patterns);
  printer.setMode('ok');
  await printer.waitForCards(cards + 1);
  const isEmpty = (): true | null => (readdirSync(spool).some((name) => name.startsWith('d')) ? null : true);
  await untilSeen(spool, 'a spool without documents', isEmpty);
  const after = await side.search(patterns);
  const asFile = during.findings.filter(({ path }) => path?.startsWith(`${spool}/`)).length;
  const inBlocks = after.findings.filter(({ place }) => place === 'raw').length;
  if (asFile === 0) throw new VoidRun('positive control: a plain document was not found in the disk spool');
  if (volume.skipped === null && inBlocks === 0)
    throw new VoidRun('positive control: a plain document was not found in the raw blocks');
  return { job: jobNumber(said), found: asFile + inBlocks };
}

/** `request id is card-1 (1 file(s))` */
function jobNumber(said: string): number {
  const number = said.match(/request id is \S+-(\d+) /)?.[1];
  if (number === undefined) throw new Error(`lp tells no job: ${said}`);
  return Number(number);
}
