import { attachToShown } from '../../build/kiosk/attach.ts';
import { pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { patternsOfValue } from '../../shared/remanence/patterns.ts';
import { tellCore } from '../support/kiosk/core-calls.ts';
import {
  addSecondSupervisor,
  approve,
  openSection,
  press,
  SECOND_SUPERVISOR,
} from '../support/kiosk/staff-at-the-kiosk.ts';
import { createCanary } from '../support/memory/canary.ts';
import { addKeepersFindings, addSearch, type RemanenceResult } from './result.ts';
import { scanFiles, scanMemory } from './scan.ts';
import { VoidRun } from './void-run.ts';
import type { WatchedCounter } from './watched-counter.ts';

/**
 * Two supervisors search the kiosk for a name that nobody has; then it is looked for wherever an applicant's is. While the
 * answer is on the screen it must be found in the page: the positive control.
 */
export async function searchForNameAndLook(counter: WatchedCounter, result: RemanenceResult): Promise<void> {
  const { bench, kiosk, began, keys } = counter;
  const { page, pid, browser } = counter.session;
  const name = `${createCanary(Math.random)} ${createCanary(Math.random)}`;
  await waitForStart(page);
  await addSecondSupervisor(page);
  await tellCore(page, 'signIn', SUPERVISOR);
  await waitForScreen(page, 'start');
  await openSection(page, 'records');
  await press(page, 'Start a name search…');
  await page.locator('#asked-name:focus').waitFor();
  await keys.type(name);
  await page.locator('input[name="search-reason"]').first().focus();
  await pageKeyboard(page).press(' ');
  await press(page, 'Search this kiosk…');
  await approve(page, 'searchRecords', SECOND_SUPERVISOR);
  await page.locator('[data-search-verdict="not-found"]').waitFor();
  const patterns = [
    ...patternsOfValue('asked name', name),
    ...name.split(' ').flatMap((word) => patternsOfValue('word of the asked name', word)),
  ];
  const control = scanMemory(bench.tree(kiosk), patterns).findings;
  if (!control.some(({ process }) => process.startsWith('renderer ')))
    throw new VoidRun('positive control: the asked name was not found in the page that shows it');
  addKeepersFindings(result, 'the asked name', control);
  result.control += control.length;
  await browser.close();
  await keys.press('Escape');
  counter.session = await attachToShown(bench.dataFolder, pid);
  await waitForStart(counter.session.page);
  const memory = scanMemory(bench.tree(kiosk), patterns);
  const files = await scanFiles(bench.roots, patterns, began);
  addSearch(result, { memory, files, raw: await bench.disk.searchRaw(patterns) });
}
