import { truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/kiosk/accessibility.ts';
import { bringTo } from '../support/kiosk/at-the-desk.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { freeze, processOf, until, workersOf } from '../support/kiosk/session-processes.ts';
import { expect, test } from './fixtures.ts';

/** Freezes a process while axe looks at what it has brought onto the screen. */
async function lookFrozen(pid: number, page: Page, state: string): Promise<void> {
  const ice = freeze(pid);
  await expectAccessible(page, state);
  ice.thaw();
}

// About 8 s. "Sent" lasts no time at the virtual printer (it begins the front at once), so it is not looked at.
test('axe: each stage of the printing, and a printing that stopped', async ({ openKiosk }) => {
  const kiosk = await openKiosk({ secondsPerFace: 1 });
  const { page } = await kiosk.signedIn();
  await bringTo('check', page, WILHELMINA);
  await pageKeyboard(page).press('Enter');
  const { pid: keeper } = kiosk.keeper();
  const worker = await until('a print worker', () => workersOf(keeper)[0] ?? null);
  const ice = freeze(worker);
  await page.locator('[data-print-stage="waiting"]').waitFor();
  await expectAccessible(page, 'print, waiting');
  ice.thaw();
  for (const stage of ['front', 'back']) {
    await page.locator(`[data-print-stage="${stage}"]`).waitFor();
    await lookFrozen(worker, page, `print, ${stage}`);
  }
  await waitForScreen(page, 'hand-over');
  await tellNoCard(page);
  await page.getByRole('heading', { name: 'Is every letter right?' }).waitFor();

  await pageKeyboard(page).press('Enter');
  process.kill(await until('a second print worker', () => workersOf(keeper)[0] ?? null), 'SIGKILL');
  await page.locator('[data-print-stage="failed"]').waitFor();
  await expectAccessible(page, 'print, failed');
  await page.getByRole('button', { name: 'No card, I have looked' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-none-seen]').waitFor();
  await expectAccessible(page, 'print, no card seen');
  await pageKeyboard(page).press('F7');
  await waitForScreen(page, 'hand-over');
});

async function tellNoCard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'There is no card in the tray' }).focus();
  await page.keyboard.press('Enter');
}

// About 7 s. A long file without content in the data folder makes the search last long enough to be seen.
test('axe: while the last record is being erased; Start sleeps until that is proven', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await bringTo('named', session.page, TEODORO);
  const long = join(kiosk.dataFolder, 'long-to-search');
  writeFileSync(long, '');
  truncateSync(long, 200_000_000);
  const core = processOf(session.pid, 'core');
  if (core === null) throw new Error('the session has no core');
  await pageKeyboard(session.page).press('F12');
  const { page } = await kiosk.shown(session);
  const ice = freeze(core);
  await page.locator('[data-turn-over="erasing"]').waitFor();
  await expect(page.getByRole('button', { name: 'Start' })).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  expect(await askCore(page, 'startApplication')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
  await expectAccessible(page, 'start, erasing');
  ice.thaw();
  await waitForStart(page);
  await expect(page.locator('[data-turn-over="ended"]')).toContainText('none found');
});

// About 6 s.
test('axe: locked, because the search found the person’s name in a file; no application can begin', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await bringTo('named', session.page, WILHELMINA);
  writeFileSync(join(kiosk.dataFolder, 'a-copy.txt'), `Dear ${WILHELMINA.name},`);
  await pageKeyboard(session.page).press('F12');
  const { page } = await kiosk.shown(session);
  await waitForScreen(page, 'locked');
  await expect(page.locator('[data-wipe-step="searched"]')).toBeVisible();
  await expectAccessible(page, 'locked');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toContainText('Tried 2 times');
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'locked');
  expect(await askCore(page, 'startApplication')).toMatchObject({
    ok: false,
    error: { kind: 'intake-locked', step: 'searched' },
  });
});
