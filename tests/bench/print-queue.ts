import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { bundlePrograms } from '../support/bundle-programs.ts';
import { printTimes } from './printing-kiosk.ts';
import { type SideProgram, startSideProgram } from './side-program.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { columnsOf, milliseconds } from './table.ts';

const WARM_UP = 2;
const FIRST_BYTE_GOAL_MILLISECONDS = 250;

const marks = z.object({ begun: z.number(), booted: z.number(), loaded: z.number() });
const printerTimes = z.object({
  address: z.string(),
  asked: z.number(),
  created: z.number(),
  firstByte: z.number(),
  bytes: z.number(),
});
const senderTimes = z.object({ ordered: z.number() });

/** From the order to the first byte of the document at the printer, and what that consists of. */
export interface QueueFigures {
  readonly comparison: Comparison;
  readonly lines: readonly string[];
}

/** The moments of one print, in `machineTime`. */
type Moments = z.output<typeof marks> &
  z.output<typeof printTimes> &
  Pick<z.output<typeof printerTimes>, 'asked' | 'created' | 'firstByte'>;

const PARTS: readonly (readonly [string, (moments: Moments) => number])[] = [
  ['job written down; card opened, drawn, registered; connected', ({ ordered, asked }) => asked - ordered],
  ['preflight: what the printer is, whether it takes such a job', ({ asked, created }) => created - asked],
  ['job created, its number told, first byte', ({ created, firstByte }) => firstByte - created],
];

/**
 * Compares "print" with the least that printing takes: a running process that sends as large a document, made
 * already. The printer answers at once, so that nothing of it is measured. `rounds`: 20 at least, for the p95.
 */
export async function measureQueue(work: string, fontFolder: string, rounds: number): Promise<QueueFigures> {
  // Below the repository, where the worker finds its native packages.
  const programs = join(repositoryFolder, 'out', 'bench', 'worker');
  await bundlePrograms(programs, { 'marked-worker': join(import.meta.dirname, 'marked-worker.ts') });
  const worker = join(programs, 'marked-worker.mjs');
  const started: SideProgram[] = [];
  const start = async (name: string, words: readonly string[] = []): Promise<SideProgram> => {
    const program = await startSideProgram(name, words);
    started.unshift(program);
    return program;
  };
  const prints: Moments[] = [];
  const theirs: number[] = [];
  try {
    const printer = await start('timed-printer-process.ts');
    const { address } = await printer.ask('figures', printerTimes);
    const services = await start('printing-kiosk-process.ts', [
      join(work, 'queue'),
      address,
      worker,
      fontFolder,
    ]);
    const printOne = async (): Promise<Moments> => {
      const times = await services.ask('print', printTimes);
      const worked = marks.parse(JSON.parse(readFileSync(join(programs, 'marks.json'), 'utf8')));
      return { ...times, ...worked, ...(await printer.ask('figures', printerTimes)) };
    };
    await printOne();
    const { bytes } = await printer.ask('figures', printerTimes);
    const sender = await start('plain-sender-process.ts', [address, String(bytes)]);
    for (let round = -WARM_UP; round < rounds; round += 1) {
      const print = await printOne();
      const { ordered } = await sender.ask('send', senderTimes);
      const sent = await printer.ask('figures', printerTimes);
      if (sent.bytes !== bytes) throw new Error(`documents of ${bytes} and ${sent.bytes} bytes`);
      if (round < 0) continue;
      prints.push(print);
      theirs.push(sent.firstByte - ordered);
    }
  } finally {
    for (const program of started) await program.stop();
  }
  const ours = prints.map(({ ordered, firstByte }) => firstByte - ordered);
  return {
    comparison: {
      what: '"print" → first byte at the printer',
      baseline: 'a running process: Create-Job, Send-Document, as many bytes',
      goal: { milliseconds: FIRST_BYTE_GOAL_MILLISECONDS, at: 'median' },
      ours,
      theirs,
    },
    lines: [`From "print" to the first byte of the card at a printer that answers at once:`, partsOf(prints)],
  };
}

function partsOf(prints: readonly Moments[]): string {
  const row = (what: string, values: readonly number[]): readonly string[] => {
    const { median, p95 } = usualAndRare(values);
    return [what, milliseconds(median), milliseconds(p95)];
  };
  return columnsOf([
    [`part (n ${prints.length})`, 'median', 'p95'],
    ...PARTS.map(([what, part]) => row(what, prints.map(part))),
    row(
      'in all',
      prints.map(({ ordered, firstByte }) => firstByte - ordered),
    ),
    row(
      'before that, while the card is read back: a worker started, its program loaded',
      prints.map(({ begun, loaded }) => loaded - begun),
    ),
  ]);
}
