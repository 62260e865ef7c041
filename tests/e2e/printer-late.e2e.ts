import { nameCard, pageKeyboard, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { choosePrinter, signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo, sendCard } from '../support/kiosk/clerk-steps.ts';
import { askCore, openApplication } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

test(
  'a card waits for its turn behind another person’s, can be stopped there, and each opens its own hand-over',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer();
    const kiosk = await openKiosk();
    const first = await signedInWithPrinter(kiosk, printer.uri);
    printer.setMode('slow');
    const keys = await bringTo('print', first.page, WILHELMINA);
    await first.page.locator('[data-print-stage="front"]').waitFor();
    // Whatever its way: a print can be stopped also while nothing is wrong.
    await expect(first.page.getByRole('button', { name: 'Stop print…' })).toBeVisible();
    await expectAccessible(first.page, 'print, on its way');
    await keepPicture(first.page, 'print-under-way');
    await keys.press('F6');
    const second = await kiosk.shown(first);
    await waitForStart(second.page);
    await bringTo('print', second.page, TEODORO);
    await expect(second.page.locator('[data-print-turn]')).toContainText('working on another card');
    await expectAccessible(second.page, 'print, waiting for another card');
    await keepPicture(second.page, 'print-waits-its-turn');
    expect(printer.cards()).toEqual([]);
    printer.setMode('ok');
    await nameCard(second.page);
    await pageKeyboard(second.page).press('F12');
    const third = await nextStart(kiosk, second);
    await press(third.page, 'Open ticket 1');
    await nameCard(third.page);
    await pageKeyboard(third.page).press('F12');
    await nextStart(kiosk, third);
    expect(printer.cards().map(({ kind }) => kind)).toEqual(['card', 'card']);
  },
);

test(
  'a printer that broke down under a card is replaced: the clerk looks into it, and the next one prints',
  LONG,
  async ({ peers, openKiosk }) => {
    const [broken, other] = await Promise.all([peers.printer(), peers.printer()]);
    const kiosk = await openKiosk();
    const first = await signedInWithPrinter(kiosk, broken.uri);
    broken.setMode('slow-half');
    await bringTo('check', first.page, TEODORO);
    const worker = await sendCard(kiosk.keeper().pid, first.page);
    await broken.waitForHold();
    // Whoever follows the card dies with it: nobody waits until the printer has been silent for long enough.
    await broken.kill();
    process.kill(worker, 'SIGKILL');
    await first.page.locator('[data-print-doubt="interrupted"]').waitFor();
    await pageKeyboard(first.page).press('F8');
    await first.page.locator('[data-none-seen]').waitFor();
    await pageKeyboard(first.page).press('F6');

    const second = await kiosk.shown(first);
    const { page } = second;
    await waitForStart(page);
    await choosePrinter(page, other.uri);
    expect(await askCore(page, 'openApplication', { ticket: 1 })).toMatchObject({ ok: true });
    await page.locator('[data-none-seen]').waitFor();
    await pageKeyboard(page).press('F7');
    await page.locator('[data-print-doubt="left-behind"]').waitFor();
    await expectAccessible(page, 'print, the question about another printer');
    await keepPicture(page, 'print-question-left-behind');
    await pageKeyboard(page).press('F8');
    await page.locator('[data-none-seen]').waitFor();
    expect(await openApplication(page)).toMatchObject({ printStage: 'failed', printEnding: null });
    expect(other.cards()).toEqual([]);
    await pageKeyboard(page).press('F7');
    await nameCard(page);
    await pageKeyboard(page).press('F12');

    // A second card of the same person may still lie in the printer that was carried away.
    const { page: start } = await kiosk.shown(second);
    const check = start.locator('[data-tray-cause="late-card"]');
    // Only after the worker has cleared up, the hand-over and the search.
    await check.waitFor();
    await expect(check).toContainText('still in a printer');
    await expectAccessible(start, 'the tray is looked into because of a late card');
    await keepPicture(start, 'tray-check-late-card');
    await start.getByRole('button', { name: 'I checked. No card is left' }).click();
    await waitForStart(start);
    await expect(start.locator('[data-last-ending="print-side-open"]')).toBeVisible();
    expect(other.cards()).toHaveLength(1);
  },
);
