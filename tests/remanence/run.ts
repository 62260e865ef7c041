import { join } from 'node:path';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { CLERK, setUpKiosk, signInClerk } from '../../build/kiosk/clerk.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import type { ReadyKiosk } from '../../build/kiosk/make-ready.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { asChosen } from '../print/as-chosen.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { type Bench, openBench } from './bench.ts';
import { chooseQueue } from './choose-queue.ts';
import { endDayAndLook } from './end-of-day.ts';
import type { RemanencePrinter } from './enrollment.ts';
import { guessCards } from './guess-cards.ts';
import { searchForNameAndLook } from './name-search.ts';
import { rollAndLook } from './old-key.ts';
import { startPrintSide } from './print-side.ts';
import { produceAndLook } from './production.ts';
import { addPlaces, type RemanenceResult } from './result.ts';
import { watchSelections } from './selections.ts';
import { serveApplicantsAndLook } from './self-service.ts';
import { watchSpool } from './spool-watch.ts';
import { bundleUnguardedSession } from './unguarded-session.ts';
import { VoidRun } from './void-run.ts';
import { enrollAndSearch, type WatchedCounter } from './watched-counter.ts';
import { readKeys } from './witness-keys.ts';

export type Sabotage = 'skip-wipe' | 'skip-session-end' | 'keep-selections' | 'keep-journal';

export interface RemanenceOptions {
  readonly enrollments: number;
  readonly sabotage: Sabotage | null;
  readonly printer: RemanencePrinter;
  /** Afterwards applicants answer alone, in Arabic and Chinese. Eight minutes: two of them walk away, and the kiosk waits for them. */
  readonly applicants?: boolean;
  /** In the end two supervisors produce a held application and search for its name; it is then looked for as well. */
  readonly nameSearch?: boolean;
}

/**
 * Enrolls canary people one after the other, and after each hand-over searches every file that the product,
 * its user's home and temporary folders or shared memory got, the bare blocks of the kiosk's own disk, and the memory
 * of every process that is left; with a queue also all that its server keeps in files, and the bare blocks of the
 * server's volume. Files and blocks are searched for what named the application, too; memory is not: the keeper's
 * heap may hold such an id until it is used for something else. Rows with a ticket and a minute are looked for on the disk, and the
 * person in what the kiosk wrote to standard error. Then the day ends, and another key signs, and files and blocks are searched for the one before. Another program at the display looks into selections
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
  const side = options.printer === 'cups' ? await startPrintSide(bench.work) : null;
  const queue = side === null ? null : await asChosen(side.address, side.server.settings);
  const spool = side === null ? null : watchSpool(side);
  const selections = watchSelections(ready.display.environment);
  const kiosk = bench.launch({
    ...(options.sabotage === 'keep-selections' ? { sessionFolder: await bundleUnguardedSession() } : {}),
    ...(side === null ? {} : { printServer: side.server }),
    ...(options.sabotage === null ? {} : { keeperEnvironment: { COUNTERFOIL_SABOTAGE: options.sabotage } }),
  });
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
  let counter: WatchedCounter | null = null;
  try {
    await kiosk.ready;
    const nextKey = readKeys(kiosk);
    const keys = openXKeyboard(ready.display.environment);
    const session = await attachToShown(bench.dataFolder);
    counter = { bench, kiosk, began, keys, nextKey, queue, selections, spool, session };
    await setUpKiosk(session.page, keys, 'Remanence bench');
    if (side === null) await signInClerk(session.page, keys);
    else await chooseQueue(session.page, side.address);
    const names: SearchPattern[] = [];
    for (let number = 1; number <= options.enrollments; number += 1)
      names.push(...(await enrollAndSearch(counter, number, result)));
    await endDayAndLook(counter, names, result);
    await rollAndLook(counter, result);
    if (options.applicants === true) await serveApplicantsAndLook(counter, result);
    // Last: somebody stays held, and their hold stops new applications.
    if (options.nameSearch === true) {
      const held = await produceAndLook(counter, result);
      await searchForNameAndLook(counter, held, result);
    }
    const guessed = await guessCards(bench, CLERK);
    result.hits += guessed;
    if (guessed > 0) result.where.push('a hash that gives the last four of a card away, on the kiosk’s disk');
    result.hits += selections.figures.hits + (spool?.figures.hits ?? 0);
    addPlaces(result, [...selections.where, ...(spool?.where ?? [])]);
    return result;
  } catch (error) {
    // What the clerk would have seen says more than a time-out. Where that screen is gone as well, the failure itself has to do.
    if (!(error instanceof VoidRun))
      await counter?.session.page
        .screenshot({ path: join(repositoryFolder, 'out', 'remanence-failed.png') })
        .catch((missing: unknown) => void process.stderr.write(`no picture of it: ${String(missing)}\n`));
    throw error;
  } finally {
    await kiosk.stop();
    await side?.stop();
  }
}
