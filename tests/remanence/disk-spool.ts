import { join } from 'node:path';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { CLERK, setUpKiosk, waitForStart } from '../../build/kiosk/clerk.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { asChosen } from '../print/as-chosen.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { tellCore } from '../support/kiosk/core-calls.ts';
import { type Bench, openBench, todayHere } from './bench.ts';
import { chooseQueue } from './choose-queue.ts';
import { enrollToPrint, patternsOf, requireControl } from './enrollment.ts';
import { createCanaryPerson } from './person.ts';
import { moveSpoolToDisk, printPlainly } from './plain-print.ts';
import { type PrintSide, type SpoolScan, startPrintSide } from './print-side.ts';
import {
  refusedAtChoice,
  refusedAtInspection,
  refusedAtPrint,
  refusedAtStart,
  type SpoolReasons,
} from './refusals.ts';
import { scanMemory } from './scan.ts';
import { spoolFindingInWords } from './spool-watch.ts';
import { readKeys } from './witness-keys.ts';

/** What came of a kiosk whose good queue was given a spool on a disk. */
export interface DiskSpoolResult {
  readonly printer: 'cups';
  readonly sabotage: 'disk-spool';
  /** Why the spool was refused at each moment; null: it was not. */
  readonly refused: Readonly<Record<'start' | 'inspection' | 'choice' | 'print', SpoolReasons>>;
  /** Jobs that the kiosk made at the queue, and cards that came out of the printer. */
  readonly jobs: number;
  readonly cards: number;
  /** How often a plain document was found on the same disk. */
  readonly control: number;
  readonly files: number;
  readonly bytes: number;
  readonly rawBytes: number;
  readonly hits: number;
  readonly skipped?: string;
  /** Where something of the person was found, in words. */
  readonly where: readonly string[];
}

/** Whether the kiosk refused the queue at every moment, and nothing of the person reached the disk. */
export function isRefused({ refused, jobs, cards, hits }: DiskSpoolResult): boolean {
  return Object.values(refused).every((reasons) => reasons !== null) && jobs + cards + hits === 0;
}

/**
 * Sets a kiosk up with a good queue, gives the same cupsd a spool on a disk while the kiosk is off, and starts it
 * again: it has to refuse the queue by itself, to the supervisor, and when somebody's card is to be printed. A plain
 * document shows that the disk does keep what is printed there.
 */
export async function runDiskSpool(ready: ReadyKiosk): Promise<DiskSpoolResult> {
  const bench = await openBench(ready);
  try {
    const side = await startPrintSide(bench.work);
    try {
      await setUpWithGoodQueue(bench, ready, side);
      const spool = await moveSpoolToDisk(side);
      const before = await printPlainly(side, bench.work, spool);
      const cardsBefore = side.printer.cards().length;
      const { refused, scan } = await startAgain(bench, ready, side);
      side.printer.setMode('ok');
      // The next number tells of jobs that were made meanwhile, also of those that are forgotten again.
      const after = await printPlainly(side, bench.work, spool);
      const { skipped } = side.volume;
      return {
        printer: 'cups',
        sabotage: 'disk-spool',
        refused,
        jobs: after.job - before.job - 1,
        // One is that of the plain document.
        cards: side.printer.cards().length - cardsBefore - 1,
        control: before.found + after.found,
        files: scan.files,
        bytes: scan.bytes,
        rawBytes: scan.rawBytes,
        hits: scan.findings.length,
        ...(skipped === null ? {} : { skipped }),
        where: [...new Set(scan.findings.map(spoolFindingInWords))],
      };
    } finally {
      await side.stop();
    }
  } finally {
    await bench.remove();
  }
}

/** The first day: a queue whose spool lies in memory is found good. */
async function setUpWithGoodQueue(bench: Bench, ready: ReadyKiosk, side: PrintSide): Promise<void> {
  const kiosk = bench.launch({ printServer: side.server });
  try {
    await kiosk.ready;
    const { page, browser } = await attachToShown(bench.dataFolder);
    await setUpKiosk(page, openXKeyboard(ready.display.environment), 'Remanence bench');
    await chooseQueue(page, side.address);
    await browser.close();
  } finally {
    await kiosk.stop();
  }
}

type SecondDay = Pick<DiskSpoolResult, 'refused'> & { readonly scan: SpoolScan };

/** The second day: the same kiosk, the same queue, another spool; and somebody who comes for a card. */
async function startAgain(bench: Bench, ready: ReadyKiosk, side: PrintSide): Promise<SecondDay> {
  const kiosk = bench.launch({ printServer: side.server });
  try {
    await kiosk.ready;
    const nextKey = readKeys(kiosk);
    const keys = openXKeyboard(ready.display.environment);
    const session = await attachToShown(bench.dataFolder);
    const { page } = session;
    const tree = (): readonly number[] => bench.tree(kiosk);
    try {
      const start = await refusedAtStart(page);
      const inspection = await refusedAtInspection(page, side.address);
      const choice = await refusedAtChoice(page, side.address);
      await tellCore(page, 'signIn', CLERK);
      await waitForStart(page);
      // What is sent in spite of all stands still at the printer, and lies in the spool.
      side.printer.setMode('slow');
      const queue = await asChosen(side.address, side.server.settings);
      const context = { tree, nextKey, today: todayHere(), queue, isRenewal: false };
      const sent = await enrollToPrint(session, keys, createCanaryPerson(Math.random), context);
      const enrolled = await patternsOf(session, sent, context);
      const print = await refusedAtPrint(page);
      const scan = await side.search([...enrolled.inSession, ...enrolled.printed]);
      requireControl(enrolled.inSession, scanMemory(tree(), enrolled.inSession).findings);
      return { refused: { start, inspection, choice, print }, scan };
    } catch (error) {
      await page.screenshot({ path: join(repositoryFolder, 'out', 'remanence-failed.png') });
      throw error;
    } finally {
      await session.browser.close();
    }
  } finally {
    await kiosk.stop();
  }
}
