import { join } from 'node:path';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { CLERK, setUpKiosk, signInClerk, waitForStart } from '../../build/kiosk/clerk.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import { receipt as receiptSchema } from '../../shared/contract/receipt.ts';
import { asChosen } from '../print/as-chosen.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { type Bench, openBench, todayHere } from './bench.ts';
import { chooseQueue } from './choose-queue.ts';
import { plantEnrollment, type RemanencePrinter } from './enrollment.ts';
import { guessCards } from './guess-cards.ts';
import { createCanaryPerson } from './person.ts';
import { plantNames } from './plant-names.ts';
import { startPrintSide } from './print-side.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { type SelectionFigures, watchSelections } from './selections.ts';
import { type SpoolFigures, watchSpool } from './spool-watch.ts';
import { bundleUnguardedSession } from './unguarded-session.ts';
import { VoidRun } from './void-run.ts';
import { readKeys } from './witness-keys.ts';

export type Sabotage = 'skip-wipe' | 'skip-turnover' | 'keep-selections' | 'keep-journal';

export interface RemanenceOptions {
  readonly enrollments: number;
  readonly sabotage: Sabotage | null;
  readonly printer: RemanencePrinter;
}

/** The figures of a run; the last line of its output. */
export interface RemanenceResult {
  readonly printer: RemanencePrinter;
  enrollments: number;
  control: number;
  files: number;
  bytes: number;
  /** Bare blocks of the kiosk's own disk. */
  rawBytes: number;
  processes: number;
  /** Everywhere, the printer's side included. */
  hits: number;
  /** What another program at the display got. */
  readonly selections: SelectionFigures;
  /** Why no bare blocks of the kiosk's own disk were searched. */
  readonly skipped?: string;
  /** The printer's side, where it is a queue. */
  readonly spool?: SpoolFigures;
  /** Where something was found, in words: what, in which process or kind of file. Empty in a good run. */
  readonly where: string[];
}

/**
 * Enrolls canary people one after the other, and after each hand-over searches every file that the product,
 * its user's home and temporary folders or shared memory got, the bare blocks of the kiosk's own disk, and the memory
 * of every process that is left; with a queue also all that its server keeps in files, and the bare blocks of the
 * server's volume. Files and blocks are searched for what named the application, too; memory is not: the keeper's
 * heap may hold such an id until it is used for something else. Another program at the display looks into selections
 * and cut buffers, while each answer is copied and dragged by hand, and afterwards.
 */
export async function runRemanence(ready: ReadyKiosk, options: RemanenceOptions): Promise<RemanenceResult> {
  const bench = await openBench(ready);
  try {
    return await runOn(bench, ready, options);
  } finally {
    await bench.remove();
  }
}

async function runOn(bench: Bench, ready: ReadyKiosk, options: RemanenceOptions): Promise<RemanenceResult> {
  const began = Date.now();
  const { dataFolder } = bench;
  const side = options.printer === 'cups' ? await startPrintSide(bench.work) : null;
  const queue = side === null ? null : await asChosen(side.address, side.server.settings);
  const spool = side === null ? null : watchSpool(side);
  const selections = watchSelections(ready.display.environment);
  const kiosk = bench.launch({
    ...(options.sabotage === 'keep-selections' ? { sessionFolder: await bundleUnguardedSession() } : {}),
    ...(side === null ? {} : { printServer: side.server }),
    ...(options.sabotage === null ? {} : { keeperEnvironment: { COUNTERFOIL_SABOTAGE: options.sabotage } }),
  });
  const tree = (): readonly number[] => bench.tree(kiosk);
  const result: RemanenceResult = {
    printer: options.printer,
    enrollments: 0,
    control: 0,
    files: 0,
    bytes: 0,
    rawBytes: 0,
    processes: 0,
    hits: 0,
    selections: selections.figures,
    ...(bench.disk.skipped === null ? {} : { skipped: bench.disk.skipped }),
    ...(spool === null ? {} : { spool: spool.figures }),
    where: [],
  };
  let onFailure = (): Promise<unknown> => Promise.resolve();
  try {
    await kiosk.ready;
    const nextKey = readKeys(kiosk);
    const keys = openXKeyboard(ready.display.environment);
    let session = await attachToShown(dataFolder);
    onFailure = (): Promise<unknown> =>
      session.page.screenshot({ path: join(repositoryFolder, 'out', 'remanence-failed.png') });
    await setUpKiosk(session.page, keys, 'Remanence bench');
    if (side === null) await signInClerk(session.page, keys);
    else await chooseQueue(session.page, side.address);
    for (let number = 1; number <= options.enrollments; number += 1) {
      bench.film(number);
      await waitForStart(session.page);
      spool?.holdNext();
      const person = createCanaryPerson(Math.random);
      const around = {
        tree,
        nextKey,
        today: todayHere(),
        queue,
        onceAnswered: selections.tryFields,
      };
      const planted = await plantEnrollment(session, keys, person, around, async (patterns) => {
        await spool?.whilePrinting(patterns);
      });
      await selections.plant(session, person);
      const names = await plantNames(bench, kiosk, began);
      result.control += names.control;
      tree();
      const before = session.pid;
      await session.browser.close();
      await keys.press('F12');
      session = await attachToShown(dataFolder, before);
      await waitForStart(session.page);
      const shown = await session.page.locator('[data-receipt]').textContent();
      const { erased } = receiptSchema.parse(JSON.parse(shown ?? ''));
      if (erased.search.kind !== 'searched')
        throw new VoidRun(`the product's own search was ${erased.search.kind}`);
      if (spool !== null && erased.spool !== 'purged')
        throw new VoidRun(`the queue was not purged: ${erased.spool}`);
      selections.afterwards();
      const memory = scanMemory(tree(), planted.patterns);
      const sought = [...planted.patterns, ...names.patterns];
      const files = await scanFiles(bench.roots, sought, began);
      const raw = await bench.disk.searchRaw(sought);
      await spool?.afterwards(planted.patterns);
      result.enrollments = number;
      result.control += planted.control;
      result.files += files.files;
      result.bytes += files.bytes + memory.bytes;
      result.rawBytes += raw?.bytes ?? 0;
      result.processes += memory.scanned;
      result.hits += memory.findings.length + files.hits.length + (raw?.hits.length ?? 0);
      const where = [
        ...memory.findings.map((hit) => `${hit.label} (${hit.encoding}) in the memory of ${hit.process}`),
        ...files.hits.map((hit) => `${hit.label} (${hit.encoding}) in ${hit.path}`),
        ...(raw?.hits ?? []).map(
          (hit) => `${hit.label} (${hit.encoding}) in the raw blocks of the kiosk’s disk`,
        ),
      ];
      for (const place of where) if (!result.where.includes(place)) result.where.push(place);
    }
    const guessed = await guessCards(bench, CLERK);
    result.hits += guessed;
    if (guessed > 0) result.where.push('a hash that gives the last four of a card away, on the kiosk’s disk');
    result.hits += selections.figures.hits + (spool?.figures.hits ?? 0);
    for (const place of [...selections.where, ...(spool?.where ?? [])])
      if (!result.where.includes(place)) result.where.push(place);
    return result;
  } catch (error) {
    // What the clerk would have seen says more than a time-out.
    if (!(error instanceof VoidRun)) await onFailure();
    throw error;
  } finally {
    await kiosk.stop();
    await side?.stop();
  }
}
