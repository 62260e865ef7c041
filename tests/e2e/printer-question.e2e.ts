import type { Page } from '@playwright/test';
import { nameCard, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** What a scanner sends that is pointed at any card: ten characters and Enter, without a pause. */
async function scan(page: Page): Promise<void> {
  await page.keyboard.type('2345678923');
  await pageKeyboard(page).press('Enter');
}

// tests/print asks it on real printers; what no key answers is in tests/parts.
test(
  'in doubt a person is asked, nothing is printed by accident, and there is one good card in the end',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer();
    const kiosk = await openKiosk();
    const first = await signedInWithPrinter(kiosk, printer.uri);
    printer.setMode('fail-mid-job');
    await bringTo('print', first.page, WILHELMINA);

    await test.step('the question: where to look, and no answer by a scanner or by habit', async () => {
      const { page } = first;
      await page.locator('[data-print-doubt="aborted"]').waitFor();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Did a card come out?');
      await expect(page.locator('[data-printer-drawing="where-to-look"]')).toBeVisible();
      await keepPicture(page, 'print-question');
      await scan(page);
      await pageKeyboard(page).press(' ');
      await page.keyboard.press('F7');
      expect(await openApplication(page)).toMatchObject({
        state: 'printing',
        printEnding: { kind: 'doubt', doubt: 'aborted' },
      });
      printer.setMode('ok');
      expect(printer.cards().map(({ kind }) => kind)).toEqual(['half']);
      // Longer than a scanner's pause between two keys: the next one is a hand's.
      await expectAccessible(page, 'print, the question');
      await expectUsableAtDoubleText(page, 'print, the question', 'Yes, card found');
    });

    await test.step('no card: that is remembered, and still nothing is printed', async () => {
      const { page } = first;
      await pageKeyboard(page).press('F8');
      await page.locator('[data-none-seen]').waitFor();
      await expectAccessible(page, 'print, no card seen');
      await keepPicture(page, 'print-none-seen');
      await scan(page);
      expect(await openApplication(page)).toMatchObject({ printStage: 'failed', printEnding: null });
      await pageKeyboard(page).press('F6');
    });

    const second = await kiosk.shown(first);
    await test.step('put aside and opened again: not asked a second time', async () => {
      const { page } = second;
      await waitForStart(page);
      const stopped = page.locator('[data-ticket="1"]', { has: page.locator('[data-print-stopped="true"]') });
      await expect(stopped).toContainText('Open it to see why');
      await expectAccessible(page, 'start, a printing that stopped');
      await keepPicture(page, 'start-printing-stopped');
      await press(page, 'Open ticket 1');
      await waitForScreen(page, 'print');
      await page.locator('[data-none-seen]').waitFor();
      await expect(page.locator('[data-print-doubt]')).toHaveCount(0);
      expect(printer.cards()).toHaveLength(1);
    });

    await test.step('printed again by its own key', async () => {
      const { page } = second;
      const keys = pageKeyboard(page);
      await keys.press('F7');
      await nameCard(page, keys);
      await keys.press('F12');
      const { page: end } = await nextStart(kiosk, second);
      expect(printer.cards().map(({ kind }) => kind)).toEqual(['half', 'card']);
      await expectCounts(end, { issued: 1, spoiled: 0, wiped: 1 });
    });
  },
);
