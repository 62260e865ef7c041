import { type AttachedSession, attachToShown } from '../../build/kiosk/attach.ts';
import {
  askToEnd,
  type ClerkKeyboard,
  pressDeny,
  refuse,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import type { IppPrinter } from '../../shared/contract/printing/printer.ts';
import { receipt as receiptSchema } from '../../shared/contract/receipt.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { type Bench, todayHere } from './bench.ts';
import { plantEnrollment } from './enrollment.ts';
import { createCanaryPerson } from './person.ts';
import { plantNames } from './plant-names.ts';
import { addSearch, type RemanenceResult } from './result.ts';
import { lookForRows, requireRow } from './rows-left.ts';
import { searchSaid } from './said-by-kiosk.ts';
import { scanFiles, scanMemory } from './scan.ts';
import type { SelectionWatch } from './selections.ts';
import type { SpoolWatch } from './spool-watch.ts';
import { VoidRun } from './void-run.ts';

/** A kiosk that canary people come to one after the other, and all who look for what they leave. */
export interface WatchedCounter {
  readonly bench: Bench;
  readonly kiosk: LaunchedKiosk;
  /** When the run began, epoch milliseconds: older files cannot hold any of them. */
  readonly began: number;
  readonly keys: ClerkKeyboard;
  readonly nextKey: () => Promise<Uint8Array>;
  /** The queue that cards are printed on; null: the built-in printer. */
  readonly queue: IppPrinter | null;
  readonly selections: SelectionWatch;
  /** The printer's side, where it is a queue. */
  readonly spool: SpoolWatch | null;
  /** The one on the screen: another one for each person. */
  session: AttachedSession;
}

/**
 * Enrolls the run's next person, hands over, and searches for them in all places there are. Every third one is denied
 * in the end, after the card is in the tray: there is a slip on the screen, and as much of the person as of any other. Answers what
 * named the application.
 */
export async function enrollAndSearch(
  counter: WatchedCounter,
  number: number,
  result: RemanenceResult,
): Promise<readonly SearchPattern[]> {
  const { bench, kiosk, began, keys, nextKey, queue, selections, spool } = counter;
  const tree = (): readonly number[] => bench.tree(kiosk);
  bench.film(number);
  await waitForStart(counter.session.page);
  spool?.holdNext();
  const person = createCanaryPerson(Math.random);
  // Every second one, so that a run of a few has both.
  const isRenewal = number % 2 === 0;
  const context = {
    ...{ tree, nextKey, queue, isRenewal },
    today: todayHere(),
    onceAnswered: selections.tryFields,
  };
  const planted = await plantEnrollment(counter.session, keys, person, context, async (patterns) => {
    await spool?.whilePrinting(patterns);
  });
  await selections.plant(counter.session, person);
  const names = await plantNames(bench, kiosk, began);
  result.control += names.control;
  await requireRow(bench);
  // Notes the sessions there are: the keeper's record forgets those that end.
  tree();
  // The second one, so that a run of two has a denial, too.
  if (number % 3 === 2) await refuseCard(counter);
  await end(counter);
  selections.afterwards();
  const memory = scanMemory(tree(), planted.patterns);
  const sought = [...planted.patterns, ...names.patterns];
  const files = await scanFiles(bench.roots, sought, began);
  const raw = await bench.disk.searchRaw(sought);
  await spool?.afterwards(planted.patterns);
  result.enrollments = number;
  result.control += planted.control;
  addSearch(result, { memory, files, raw });
  await lookForRows(bench, result);
  searchSaid(kiosk, planted.patterns, person, result);
  return names.patterns;
}

/** The card is spoiled, and the application denied: from the hand-over to the slip. */
async function refuseCard({ session: { page }, keys }: WatchedCounter): Promise<void> {
  await keys.press('F8');
  await page.locator('input[name="spoil-reason"]').first().waitFor();
  await keys.press('1');
  await page.locator('input[name="spoil-reason"]:checked').waitFor();
  await page.locator('[role="dialog"] [data-irreversible="true"]:not([aria-disabled="true"])').waitFor();
  await keys.press('Enter');
  await waitForScreen(page, 'print');
  // The screen comes up below the dialog, and F4 is not for what is below one.
  await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
  await askToEnd(page, keys);
  await pressDeny(keys);
  const { denial } = harborCity;
  if (denial === undefined) throw new Error('the shipped policy has no denial');
  await refuse(page, keys, denial);
}

/** Hands over, or ends as denied: F12 is both. Waits for the next session. Its receipt must say that the product has searched and purged, too. */
export async function end(counter: WatchedCounter): Promise<void> {
  const { pid, browser, page: left } = counter.session;
  // For a moment after the screen came the key does nothing; and nobody looks once the browser is closed.
  await left.locator('[aria-keyshortcuts="F12"][data-asleep="false"]').waitFor();
  await browser.close();
  await counter.keys.press('F12');
  counter.session = await attachToShown(counter.bench.dataFolder, pid);
  const { page } = counter.session;
  await waitForStart(page);
  const shown = await page.locator('[data-receipt]').textContent();
  const { erased } = receiptSchema.parse(JSON.parse(shown ?? ''));
  if (erased.search.kind !== 'searched')
    throw new VoidRun(`the product's own search was ${erased.search.kind}`);
  if (counter.spool !== null && erased.spool !== 'purged')
    throw new VoidRun(`the queue was not purged: ${erased.spool}`);
}
