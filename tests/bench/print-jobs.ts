import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bus, startBus } from '../print/peers/bus.ts';
import { type CardPrinter, startCardPrinter } from '../print/peers/card-printer.ts';
import type { PrintPrograms } from './bench-kiosk.ts';
import { type KioskFootprint, kioskFootprint } from './kiosk-footprint.ts';
import { printTimes } from './printing-kiosk.ts';
import { type SideProgram, startSideProgram } from './side-program.ts';
import type { Comparison } from './statistics.ts';

/** Of the first and of the last jobs. */
const COMPARED = 100;
const SAMPLE_EVERY = 10;
const GOAL = 1.05;
/** Fewer would leave nothing to look at once it is warm. */
export const FEWEST_JOBS = 4 * SAMPLE_EVERY;

/** A look at the kiosk after so many jobs. */
interface Sample extends KioskFootprint {
  readonly jobs: number;
}

/** Many jobs one after the other, on one printer. */
export interface JobFigures {
  readonly comparisons: readonly Comparison[];
  /** After the first job, then every ten. */
  readonly samples: readonly Sample[];
  /** Cards in the printer's tray; each job had exactly one. */
  readonly cards: number;
  /** Files in the printer's own spool: kept for a minute at least, and no business of the kiosk's. */
  readonly spooled: number;
  /** Names that were not in the machine's folders for passing things before; other programs' are among them. */
  readonly newNames: readonly string[];
}

/** A printer and a kiosk that prints on it. */
interface Line {
  readonly printer: CardPrinter;
  readonly services: SideProgram;
  /** Milliseconds from "print" until the worker is gone. Proves that exactly one card dropped. */
  printOne(): Promise<number>;
  close(): Promise<void>;
}

async function openLine(folder: string, bus: Bus, { workerPath, fontFolder }: PrintPrograms): Promise<Line> {
  mkdirSync(folder, { recursive: true });
  const printer = await startCardPrinter({ folder: join(folder, 'printer'), bus });
  let cards = 0;
  try {
    const words = [join(folder, 'data'), printer.uri, workerPath, fontFolder];
    const services = await startSideProgram('printing-kiosk-process.ts', words);
    return {
      printer,
      services,
      async printOne() {
        const { ordered, gone } = await services.ask('print', printTimes);
        cards += 1;
        const dropped = printer.cards();
        const last = dropped.at(-1);
        const isOne = dropped.length === cards && last?.kind === 'card' && last.faces === 2;
        if (!isOne) throw new Error(`after job ${cards}: ${JSON.stringify(dropped.slice(cards - 1))}`);
        return gone - ordered;
      },
      async close() {
        await services.stop();
        await printer.stop();
      },
    };
  } catch (error) {
    await printer.stop();
    throw error;
  }
}

/** What lies in the folders where programs leave what is to pass. */
function passingNames(): readonly string[] {
  return [...new Set([tmpdir(), '/tmp', '/dev/shm'])].flatMap((folder) =>
    readdirSync(folder).map((name) => join(folder, name)),
  );
}

/**
 * So many cards on a real ippeveprinter, each by a worker of its own as in the product, each proven to be one
 * card, handed over and wiped. The last hundred are in turn with the first of another kiosk and printer: minutes
 * lie between first and last in one kiosk, and the machine is not the same then. `jobs`: `FEWEST_JOBS` at least.
 */
export async function measureJobs(jobs: number, programs: PrintPrograms): Promise<JobFigures> {
  // The path of a bus's socket has 107 bytes: not below the bench's own folder.
  const folder = mkdtempSync(join(tmpdir(), 'cj-'));
  const compared = Math.min(COMPARED, Math.floor(jobs / 2));
  const times: number[] = [];
  const samples: Sample[] = [];
  const fresh: number[] = [];
  const closing: (() => Promise<void>)[] = [];
  try {
    const bus = await startBus(join(folder, 'bus'));
    closing.unshift(bus.stop);
    const line = await openLine(join(folder, 'a'), bus, programs);
    closing.unshift(line.close);
    const before = new Set(passingNames());
    const printOne = async (): Promise<void> => {
      times.push(await line.printOne());
      const done = times.length;
      if (done === 1 || done % SAMPLE_EVERY === 0 || done === jobs)
        samples.push({ jobs: done, ...(await line.services.ask('figures', kioskFootprint)) });
    };
    while (times.length < jobs - compared) await printOne();
    const other = await openLine(join(folder, 'b'), bus, programs);
    closing.unshift(other.close);
    while (times.length < jobs) {
      await printOne();
      fresh.push(await other.printOne());
    }
    await other.close();
    const last = times.slice(-compared);
    const what = `card on ippeveprinter, last ${compared} of ${jobs}`;
    return {
      comparisons: [
        {
          what,
          baseline: `the first ${compared} of another kiosk and printer, in turn`,
          goal: GOAL,
          ours: last,
          theirs: fresh,
        },
        {
          what,
          baseline: `the first ${compared} of the same, earlier`,
          goal: null,
          ours: last,
          theirs: times.slice(0, compared),
        },
      ],
      samples,
      cards: new Set(line.printer.cards().map(({ digest }) => digest)).size,
      spooled: line.printer.spoolFiles().length,
      newNames: passingNames().filter((name) => !before.has(name)),
    };
  } finally {
    for (const close of closing) await close();
    rmSync(folder, { recursive: true, force: true });
  }
}
