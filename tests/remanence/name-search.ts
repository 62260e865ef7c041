import { attachToShown } from '../../build/kiosk/attach.ts';
import { SECOND_SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { patternsOfValue } from '../../shared/remanence/patterns.ts';
import { approve, openSection, press } from '../support/kiosk/staff-at-the-kiosk.ts';
import type { HeldPerson } from './production.ts';
import { addKeepersFindings, addPlaces, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';
import type { WatchedCounter } from './watched-counter.ts';

/**
 * Two supervisors search the kiosk for the name of somebody whose application it holds, in another order of words, so that a
 * process opens the application and finds it; then the name and all that the application has are looked for wherever an
 * applicant's are. While the answer is on the screen the name must be found in the page: the positive control. A
 * supervisor is signed in.
 */
export async function searchForNameAndLook(
  counter: WatchedCounter,
  held: HeldPerson,
  result: RemanenceResult,
): Promise<void> {
  const { bench, kiosk, began, keys } = counter;
  const { page, pid, browser } = counter.session;
  const name = held.name.split(' ').toReversed().join(' ');
  await waitForScreen(page, 'start');
  await openSection(page, 'records');
  await press(page, 'Start a name search…');
  await page.locator('#asked-name:focus').waitFor();
  await keys.type(name);
  await page.locator('input[name="search-reason"]').first().focus();
  // By the keyboard that typed the name: it knows how long a space behind a text is taken for a scanner's.
  await keys.press(' ');
  await page.locator('input[name="search-reason"]:checked').waitFor();
  await press(page, 'Search this kiosk…');
  await approve(page, 'searchRecords', SECOND_SUPERVISOR);
  await page.locator('[data-search-verdict="found"]').waitFor();
  await page.locator(`[data-match-ticket="${held.ticket}"]`).waitFor();
  const patterns = [...patternsOfValue('asked name', name), ...held.patterns];
  const control = scanMemory(bench.tree(kiosk), patterns).findings;
  if (!control.some(({ label, process }) => label === 'asked name' && process.startsWith('renderer ')))
    throw new VoidRun('positive control: the asked name was not found in the page that shows it');
  // The page has the name that was asked, and nothing of what was opened.
  const opened = control.filter(({ label }) => label.startsWith('held '));
  result.hits += opened.length;
  addPlaces(
    result,
    opened.map(({ label, process }) => `${label} in the memory of ${process}, while the answer was shown`),
  );
  addKeepersFindings(result, 'the asked name', control);
  result.control += control.length - opened.length;
  await browser.close();
  await keys.press('Escape');
  counter.session = await attachToShown(bench.dataFolder, pid);
  // Not for its main key: the hold stops new applications.
  await waitForScreen(counter.session.page, 'start');
  const memory = scanMemory(bench.tree(kiosk), patterns);
  const files = await scanFiles(bench.roots, patterns, began);
  addSearch(result, { memory, files, raw: await bench.disk.searchRaw(patterns) });
}
