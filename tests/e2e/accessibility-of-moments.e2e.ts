import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { waitForShown } from '../../build/kiosk/attach.ts';
import { pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectAccessibleAtOneLook } from '../support/accessibility/expect-accessible.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo, sendCard } from '../support/kiosk/clerk-steps.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { freeze, processOf, until, workersOf } from '../support/kiosk/session-processes.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

// About 8 s. The printer stands still at each stage: one that it passes may be over before anybody looks. It cannot
// be held at "sent", so that is not looked at.
test('axe: each stage of the printing, and a printing that stopped', LONG, async ({ peers, openKiosk }) => {
  const printer = await peers.printer();
  const kiosk = await openKiosk();
  const { page } = await signedInWithPrinter(kiosk, printer.uri);
  const { pid: keeper } = kiosk.keeper();
  await bringTo('check', page, WILHELMINA);
  printer.setMode('slow');
  // Before a card is sent its printer is asked how it is. This one takes its time to answer.
  const ice = freeze(printer.pid());
  await sendCard(keeper, page);
  await page.locator('[data-print-stage="waiting"]').waitFor();
  await expectAccessibleAtOneLook(page, 'print, waiting');
  ice.thaw();
  await page.locator('[data-print-stage="front"]').waitFor();
  await expectAccessible(page, 'print, front');
  printer.setMode('slow-half');
  await page.locator('[data-print-stage="back"]').waitFor();
  await expectAccessible(page, 'print, back');
  printer.setMode('ok');
  await waitForScreen(page, 'hand-over');
  await tellNoCard(page);
  // As after every other question: an act of its own, and not the keys of a first print. Its card is counted.
  await page.locator('[data-missing-card]').waitFor();
  await expectAccessible(page, 'print, a missing card');

  // The first worker clears up behind its card. Cut off there it leaves a job to be asked about, and who watches stays.
  await until('the end of the first worker', () => (workersOf(keeper).length === 1 ? true : null));
  const again = freeze(printer.pid());
  process.kill(await sendCard(keeper, page, 'F7'), 'SIGKILL');
  await page.locator('[data-print-stage="failed"]').waitFor();
  again.thaw();
  await expectAccessible(page, 'print, failed');
  await page.getByRole('button', { name: 'No card, I checked' }).focus();
  await pageKeyboard(page).press('Enter');
  await page.locator('[data-none-seen]').waitFor();
  await expectAccessible(page, 'print, no card seen');
  await pageKeyboard(page).press('F7');
  await waitForScreen(page, 'hand-over');
});

async function tellNoCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Report missing card' }).focus();
  await pageKeyboard(page).press('Enter');
}

// About 7 s. A long file without content in the data folder makes the search last until its process is frozen, however late
// that is; cut short, it is read to the end as soon as that process goes on.
test(
  'axe: while the last record is being erased; Start sleeps until that is proven',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    await bringTo('named', session.page, TEODORO);
    const long = join(kiosk.dataFolder, 'long-to-search');
    writeFileSync(long, '');
    truncateSync(long, 4_000_000_000);
    const core = processOf(session.pid, 'core');
    if (core === null) throw new Error('the session has no core');
    // Frozen as soon as the fresh session is on the screen: attaching to it takes longer than the search does.
    const [ice] = await Promise.all([
      waitForShown(kiosk.dataFolder, session.pid).then(() => freeze(core)),
      pageKeyboard(session.page).press('F12'),
    ]);
    const { page } = await kiosk.shown(session);
    await page.locator('[data-last-ending="erasing"]').waitFor();
    await expect(page.getByRole('button', { name: 'Start' })).toHaveAttribute('aria-disabled', 'true');
    await pageKeyboard(page).press('Enter');
    expect(await askCore(page, 'startApplication')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await expectAccessibleAtOneLook(page, 'start, erasing');
    truncateSync(long, 0);
    ice.thaw();
    await waitForStart(page);
    await expect(page.locator('[data-last-ending="ended"]')).toContainText('Found none');
  },
);

// About 6 s.
test(
  'axe: locked, because the search found the person’s name in a file; no application can begin',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    await bringTo('named', session.page, WILHELMINA);
    writeFileSync(join(kiosk.dataFolder, 'a-copy.txt'), `Dear ${WILHELMINA.name},`);
    await pageKeyboard(session.page).press('F12');
    const { page } = await kiosk.shown(session);
    await waitForScreen(page, 'locked');
    await expect(page.locator('[data-wipe-step="searched"]')).toBeVisible();
    await expectAccessible(page, 'locked');
    await pageKeyboard(page).press('Enter');
    await expect(page.locator('main')).toContainText('Tried 2 times');
    await expect(page.locator('main')).toHaveAttribute('data-screen', 'locked');
    expect(await askCore(page, 'startApplication')).toMatchObject({
      ok: false,
      error: { kind: 'intake-locked', step: 'searched' },
    });
  },
);
