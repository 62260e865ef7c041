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
import { type CanaryPerson, canaryNamed, typedBirthDate } from './person.ts';
import { keyPatterns } from './products.ts';
import { addKeepersFindings, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { handOverCard } from './self-service-card.ts';
import { VoidRun } from './void-run.ts';
import type { WatchedCounter } from './watched-counter.ts';
import { askNames, ID, namePatterns } from './witness-names.ts';

type Language = 'ar' | 'zh-Hans';
/** `card`: a clerk takes it up and hands the card over, with the name in its own script on it. */
type End = 'left' | 'idle' | 'finished' | 'card';

/** The warning, the seconds after it (Harbor City: 120 and 30), and the wipe. */
const IDLE_MILLISECONDS = 240_000;

const IN_LATIN = 'name in Latin letters';
const IN_OWN_SCRIPT = 'name in its own script';
const WORD = 'word of the name';

/** One applicant, as they may lie somewhere. */
interface Planted {
  readonly person: CanaryPerson;
  readonly keyBytes: Uint8Array;
  /** What their name is found as while it is kept. */
  readonly label: typeof IN_LATIN | typeof IN_OWN_SCRIPT;
  /** May be nowhere while they wait with a number, and afterwards. */
  readonly typed: readonly SearchPattern[];
  /** May be nowhere after their application has ended. */
  readonly key: readonly SearchPattern[];
  /** What named the application: not in files and blocks then. The keeper's heap may hold it until it is used anew. */
  readonly names: readonly SearchPattern[];
}

/** What else there was of them when it ended, and may be nowhere either. */
type Also = Pick<Planted, 'typed' | 'names'>;

const NOTHING_ELSE: Also = { typed: [], names: [] };

/**
 * Applicants answer alone, in Arabic and in Chinese: one leaves, one walks away, one finishes and waits until a clerk ends it,
 * and one gets a card. After each they are searched for in all places there are. The name on the card is in its own script;
 * the others type that first, and then a name in Latin letters.
 */
export async function serveApplicantsAndLook(
  counter: WatchedCounter,
  result: RemanenceResult,
): Promise<void> {
  await open(counter);
  for (const language of ['ar', 'zh-Hans'] as const)
    for (const how of ['left', 'idle', 'finished', 'card'] as const) {
      const planted = await answerAndPlant(counter, language, how === 'card', result);
      const also = await endBy[how](counter, planted, result);
      const everywhere = [...planted.typed, ...planted.key, ...also.typed];
      await search(counter, everywhere, [...planted.names, ...also.names], result);
      result.enrollments += 1;
      // The clerk who took them up has the screen, and gives it to the next one.
      if (how === 'finished' || how === 'card') await pageKeyboard(counter.session.page).press('F11');
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
  keepsOwnScript: boolean,
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
  const person = canaryNamed(keepsOwnScript ? own : latin, Math.random);
  await waitForScreen(page, 'resident-language');
  const hand = byKeyboard(page);
  await hand.press(page.locator(`[data-language="${language}"] button`));
  const typeOwnFirst = async (): Promise<void> => {
    const field = page.locator('#answer-name');
    await page.keyboard.insertText(own);
    await expect(field).toHaveValue(own);
    await expect.poll(async () => (await openApplication(page)).answers.name).toBe(own);
    control(counter, inOwnScript, [IN_OWN_SCRIPT], result);
    for (const _ of own) await page.keyboard.press('Backspace');
    await expect(field).toHaveValue('');
  };
  await answerAlone(
    page,
    hand,
    person.name,
    keepsOwnScript ? undefined : typeOwnFirst,
    typedBirthDate(person),
  );
  const keyBytes = await nextKey();
  if (keepsOwnScript) control(counter, inOwnScript, [IN_OWN_SCRIPT], result);
  else control(counter, inLatin, [IN_LATIN, WORD], result);
  const { ids } = await askNames(kiosk);
  const named = namePatterns({ ids, jobs: [], hashes: [] });
  const { hits } = await scanFiles([bench.dataFolder], named, began);
  if (!hits.some(({ label }) => label === ID)) throw new VoidRun(`positive control: no ${ID} in the vault`);
  result.control += hits.length;
  // Notes the sessions there are: the keeper's record forgets those that end.
  bench.tree(kiosk);
  return {
    ...{ person, keyBytes, label: keepsOwnScript ? IN_OWN_SCRIPT : IN_LATIN },
    typed: keepsOwnScript ? inOwnScript : [...inOwnScript, ...inLatin],
    key: keyPatterns(keyBytes),
    names: named,
  };
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
  Record<End, (counter: WatchedCounter, planted: Planted, result: RemanenceResult) => Promise<Also>>
> = {
  async left(counter) {
    const { page } = counter.session;
    await byKeyboard(page).press(page.locator('[data-opens="leave"]'));
    await page.locator('[data-leaving="erased"]').waitFor();
    await byKeyboard(page).press(page.locator('[role="dialog"] button').nth(1));
    await nextSession(counter);
    await erased(counter, 'withdrawn');
    return NOTHING_ELSE;
  },
  async idle(counter) {
    const { pid } = counter.session;
    // Not the warning before it: while the page was searched its time ran, and may be over by now.
    await expect
      .poll(() => shownSession(counter.bench.dataFolder)?.pid, { timeout: IDLE_MILLISECONDS })
      .not.toBe(pid);
    await nextSession(counter);
    await erased(counter, 'expired');
    return NOTHING_ELSE;
  },
  async finished(counter, planted, result) {
    await takeUp(counter, planted, result);
    const { page } = counter.session;
    const keys = pageKeyboard(page);
    await askToEnd(page, keys);
    for (const key of ['Tab', 'Enter']) await keys.press(key);
    await nextSession(counter);
    // The page that has just come onto the screen hears a moment later that somebody is being erased.
    await counter.session.page.locator('[data-last-ending="ended"]').waitFor();
    await waitForStart(counter.session.page);
    return NOTHING_ELSE;
  },
  async card(counter, planted, result) {
    // Another picture than anybody's before.
    counter.bench.film(result.enrollments + 1);
    await takeUp(counter, planted, result);
    const { patterns, names, control: found } = await handOverCard(counter, planted);
    result.control += found;
    return { typed: patterns, names };
  },
};

/**
 * They finish and wait with a number, encrypted: nothing that they typed is anywhere. Then a clerk signs in and takes it up,
 * to the documents.
 */
async function takeUp(
  counter: WatchedCounter,
  { typed, label }: Planted,
  result: RemanenceResult,
): Promise<void> {
  const { ticket } = await openApplication(counter.session.page);
  await byKeyboard(counter.session.page).press(mainButton(counter.session.page));
  await nextSession(counter);
  const { page } = counter.session;
  await waitForScreen(page, 'resident-ticket');
  await search(counter, typed, [], result);
  await tellCore(page, 'signIn', CLERK);
  await waitForStart(page);
  await tellCore(page, 'openApplication', { ticket });
  await waitForScreen(page, 'documents');
  control(counter, typed, [label], result);
}

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
