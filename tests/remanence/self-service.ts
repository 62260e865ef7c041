import { expect } from '@playwright/test';
import { attachToShown, shownSession } from '../../build/kiosk/attach.ts';
import { askToEnd, CLERK, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { patternsOfValue, type SearchPattern } from '../../shared/remanence/patterns.ts';
import { getScreenState, openApplication, tellCore } from '../support/kiosk/core-calls.ts';
import { mainButton } from '../support/kiosk/resident-hand.ts';
import { byKeyboard } from '../support/kiosk/resident-keyboard.ts';
import { answerAlone, openForApplicants } from '../support/kiosk/resident-steps.ts';
import { createCanary } from '../support/memory/canary.ts';
import { createCanaryIn, patternsInOwnScript } from '../support/memory/own-script.ts';
import { keyPatterns } from './products.ts';
import { addKeepersFindings, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';
import type { WatchedCounter } from './watched-counter.ts';
import { askNames, ID, namePatterns } from './witness-names.ts';

type Language = 'ar' | 'zh-Hans';
type End = 'finished' | 'left' | 'idle';

/** The warning, the seconds after it (Harbor City: 120 and 30), and the wipe. */
const IDLE_MILLISECONDS = 240_000;

const IN_LATIN = 'name in Latin letters';
const IN_OWN_SCRIPT = 'name in its own script';
const WORD = 'word of the name';

/** One applicant, as they may lie somewhere. */
interface Planted {
  /** May be nowhere while they wait with a number, and afterwards. */
  readonly typed: readonly SearchPattern[];
  /** May be nowhere after their application has ended. */
  readonly key: readonly SearchPattern[];
  /** What named the application: not in files and blocks then. The keeper's heap may hold it until it is used anew. */
  readonly names: readonly SearchPattern[];
}

/**
 * Applicants answer alone, in Arabic and in Chinese: one finishes and waits until a clerk ends it, one leaves, one walks away.
 * After each they are searched for in all places there are. Their name is typed in their own script first, which the card may
 * not have, and then in Latin letters.
 */
export async function serveApplicantsAndLook(
  counter: WatchedCounter,
  result: RemanenceResult,
): Promise<void> {
  await open(counter);
  for (const language of ['ar', 'zh-Hans'] as const)
    for (const how of ['left', 'idle', 'finished'] as const) {
      const planted = await answerAndPlant(counter, language, result);
      await endBy[how](counter, planted, result);
      await search(counter, [...planted.typed, ...planted.key], planted.names, result);
      result.enrollments += 1;
    }
}

/** Staff choose self-service, and give the screen. */
async function open(counter: WatchedCounter): Promise<void> {
  const { page } = counter.session;
  await waitForStart(page);
  await openForApplicants(page);
}

/** From the choice of a language to the review. What was typed must be found in page and core: the positive control. */
async function answerAndPlant(
  counter: WatchedCounter,
  language: Language,
  result: RemanenceResult,
): Promise<Planted> {
  const { bench, kiosk, began, nextKey } = counter;
  const { page } = counter.session;
  const own = createCanaryIn(language, Math.random);
  const latin = `${createCanary(Math.random)} ${createCanary(Math.random)}`;
  const inOwnScript = patternsInOwnScript(IN_OWN_SCRIPT, own);
  const inLatin = [
    ...patternsOfValue(IN_LATIN, latin),
    ...latin.split(' ').flatMap((word) => patternsOfValue(WORD, word)),
  ];
  await waitForScreen(page, 'resident-language');
  const hand = byKeyboard(page);
  await hand.press(page.locator(`[data-language="${language}"] button`));
  await answerAlone(page, hand, latin, async () => {
    const field = page.locator('#answer-name');
    await page.keyboard.insertText(own);
    await expect(field).toHaveValue(own);
    await expect.poll(async () => (await openApplication(page)).answers.name).toBe(own);
    control(counter, inOwnScript, [IN_OWN_SCRIPT], result);
    for (const _ of own) await page.keyboard.press('Backspace');
    await expect(field).toHaveValue('');
  });
  const key = await nextKey();
  control(counter, inLatin, [IN_LATIN, WORD], result);
  const { ids } = await askNames(kiosk);
  const named = namePatterns({ ids, jobs: [], hashes: [] });
  const { hits } = await scanFiles([bench.dataFolder], named, began);
  if (!hits.some(({ label }) => label === ID)) throw new VoidRun(`positive control: no ${ID} in the vault`);
  result.control += hits.length;
  // Notes the sessions there are: the keeper's record forgets those that end.
  bench.tree(kiosk);
  return { typed: [...inOwnScript, ...inLatin], key: keyPatterns(key), names: named };
}

/** Each of these must be found in the page and in the core, or the run is void. The keeper never has one. */
function control(
  { bench, kiosk }: WatchedCounter,
  patterns: readonly SearchPattern[],
  labels: readonly string[],
  result: RemanenceResult,
): void {
  const { findings } = scanMemory(bench.tree(kiosk), patterns);
  for (const label of labels)
    for (const place of ['renderer ', 'core '])
      if (!findings.some((finding) => finding.label === label && finding.process.startsWith(place)))
        throw new VoidRun(`positive control: ${label} was not found in the ${place}while it was open`);
  addKeepersFindings(result, 'what an applicant typed', findings);
  result.control += findings.length;
}

const endBy: Readonly<
  Record<End, (counter: WatchedCounter, planted: Planted, result: RemanenceResult) => Promise<void>>
> = {
  async left(counter) {
    const { page } = counter.session;
    await byKeyboard(page).press(page.locator('[data-opens="leave"]'));
    await page.locator('[data-leaving="erased"]').waitFor();
    await byKeyboard(page).press(page.locator('[role="dialog"] button').nth(1));
    await nextSession(counter);
    await erased(counter, 'withdrawn');
  },
  async idle(counter) {
    const { page, pid } = counter.session;
    await page.locator('[data-idle-end]').waitFor({ timeout: IDLE_MILLISECONDS });
    await expect
      .poll(() => shownSession(counter.bench.dataFolder)?.pid, { timeout: IDLE_MILLISECONDS })
      .not.toBe(pid);
    await nextSession(counter);
    await erased(counter, 'expired');
  },
  async finished(counter, { typed }, result) {
    const { page } = counter.session;
    const ticket = (await openApplication(page)).ticket;
    await byKeyboard(page).press(mainButton(page));
    await nextSession(counter);
    const waiting = counter.session.page;
    await waitForScreen(waiting, 'resident-ticket');
    // It waits encrypted: nothing that they typed is anywhere.
    await search(counter, typed, [], result);
    await tellCore(waiting, 'signIn', CLERK);
    await waitForStart(waiting);
    await tellCore(waiting, 'openApplication', { ticket });
    const keys = pageKeyboard(waiting);
    await waitForScreen(waiting, 'documents');
    control(counter, typed, [IN_LATIN], result);
    await askToEnd(waiting, keys);
    for (const key of ['Tab', 'Enter']) await keys.press(key);
    await nextSession(counter);
    // The page that has just come onto the screen hears a moment later that somebody is being erased.
    await counter.session.page.locator('[data-last-ending="ended"]').waitFor();
    await waitForStart(counter.session.page);
    await pageKeyboard(counter.session.page).press('F11');
  },
};

async function nextSession(counter: WatchedCounter): Promise<void> {
  const { pid, browser } = counter.session;
  await browser.close();
  counter.session = await attachToShown(counter.bench.dataFolder, pid);
}

/** The screen says that it is erased, and is left for the next applicant. */
async function erased(counter: WatchedCounter, outcome: 'withdrawn' | 'expired'): Promise<void> {
  const { page } = counter.session;
  await page.locator(`[data-became="ended"][data-outcome="${outcome}"]`).waitFor();
  const ended = (await getScreenState(page)).status.lastEnding;
  if (ended?.kind !== 'left' || ended.became.kind !== 'ended') throw new VoidRun('it has not ended');
  if (ended.became.receipt.erased.search.kind !== 'searched')
    throw new VoidRun(`the product's own search was ${ended.became.receipt.erased.search.kind}`);
  await byKeyboard(page).press(mainButton(page));
}

async function search(
  { bench, kiosk, began }: WatchedCounter,
  everywhere: readonly SearchPattern[],
  inFiles: readonly SearchPattern[],
  result: RemanenceResult,
): Promise<void> {
  const memory = scanMemory(bench.tree(kiosk), everywhere);
  const sought = [...everywhere, ...inFiles];
  const files = await scanFiles(bench.roots, sought, began);
  addSearch(result, { memory, files, raw: await bench.disk.searchRaw(sought) });
}
