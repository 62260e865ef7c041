import type { Page } from '@playwright/test';
import { nameCard, receiptOn, waitForScreen } from '../../build/kiosk/clerk.ts';
import { operations } from '../print/peers/ipp-message.ts';
import { toldByNextPoll } from '../print/peers/next-poll.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

function heading(page: Page, words: string): Promise<void> {
  return page.getByRole('heading', { level: 1, name: words }).waitFor();
}

// tests/print has a printer that waits and goes on by itself; tests/parts has the drawing’s screen.
test(
  'an open cover is drawn with what to do, the printing goes on by itself, and the receipt claims no more than it may',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer();
    const { line, uri } = await peers.line(printer);
    const kiosk = await openKiosk();
    const session = await signedInWithPrinter(kiosk, uri);
    const { page } = session;
    await keepPicture(page, 'printer-ready');
    printer.setMode('cover-open');
    const keys = await bringTo('print', page, WILHELMINA);
    await printer.waitForHold();
    const since = performance.now();
    // Its mechanics stand still; the printer itself hears of it a moment later.
    await expect.poll(() => peers.reasonsOf(printer), { timeout: 60_000 }).toContain('cover-open');
    const trouble = page.locator('[data-print-trouble="cover-open"]');
    await toldByNextPoll(line, operations.getJobAttributes, () => trouble.waitFor());
    const shownAfter = performance.now() - since;
    testInfo.annotations.push({
      type: 'measured',
      description: `trouble shown ${Math.round(shownAfter)} ms after`,
    });
    await heading(page, 'Printer needs attention');
    await expect(trouble.locator('[data-printer-drawing="cover-open"]')).toBeVisible();
    await expect(trouble).toContainText('The printer is open.');
    await expect(trouble).toContainText('Close its cover until it clicks. Printing continues by itself.');
    await expectAccessible(page, 'print, the cover is open');
    await keepPicture(page, 'print-cover-open');
    printer.setMode('ok');
    await nameCard(page, keys);
    await keepPicture(page, 'hand-over-real-printer');
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    expect(printer.cards()).toMatchObject([{ kind: 'card', faces: 2, pages: 2 }]);
    const receipt = await receiptOn(next.page);
    expect(receipt.erased).toMatchObject({ outcome: 'issued', spool: 'not-proven', search: { hits: 0 } });
    expect(receipt.notDone).toContain('printer-memory-out-of-reach');
    await expect(next.page.locator('[data-last-ending="ended"]')).toContainText(
      'the printer itself remembers',
    );
    await keepPicture(next.page, 'receipt-real-printer');
    await expectCounts(next.page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);

test(
  'a printer that is off prints nothing, says so, and prints once it is on',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer();
    const kiosk = await openKiosk();
    const session = await signedInWithPrinter(kiosk, printer.uri);
    const { page } = session;
    await printer.kill();
    const keys = await bringTo('print', page, TEODORO);
    await page.locator('[data-no-card="unreachable"]').waitFor();
    await heading(page, 'Card not printed');
    await expectAccessible(page, 'print, the printer is off');
    await keepPicture(page, 'print-no-card');
    await printer.restart();
    await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused();
    await keys.press('Enter');
    await nameCard(page, keys);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    expect(printer.cards()).toHaveLength(1);
    await expectCounts(next.page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);

test(
  'a print that is stopped ends in the question, and the card that came out all the same is handed over',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer();
    const kiosk = await openKiosk();
    const session = await signedInWithPrinter(kiosk, printer.uri);
    const { page } = session;
    printer.setMode('media-jam');
    const keys = await bringTo('print', page, WILHELMINA);
    await page.locator('[data-print-trouble="media-jam"]').waitFor();
    await keys.press('F3');
    await page.getByRole('dialog').waitFor();
    await expect(page.getByRole('button', { name: 'Keep printing' })).toBeFocused();
    await expectAccessible(page, 'the dialog that stops a print');
    await keepPicture(page, 'print-stop');
    // By habit: nothing is stopped.
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await openApplication(page)).toMatchObject({ state: 'printing', printEnding: null });
    await keys.press('F3');
    await page.getByRole('dialog').waitFor();
    await keys.press('Tab');
    await expect(page.getByRole('button', { name: 'Stop print', exact: true })).toBeFocused();
    await keys.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expect.poll(() => printer.said(), { timeout: 60_000 }).toContain('Cancel-Job');
    await heading(page, 'Stopping the print');
    await expect(page.locator('main')).not.toContainText('by itself');
    await keys.press('F3');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectAccessible(page, 'print, being stopped');
    await keepPicture(page, 'print-stopping');
    // Its card is in it, and it finishes what it has begun.
    printer.setMode('ok');
    await page.locator('[data-print-doubt="canceled"]').waitFor();
    await expectAccessible(page, 'print, the question after a stop');
    await keepPicture(page, 'print-question-after-stop');
    await printer.waitForCards(1);
    await keys.press('F12');
    await waitForScreen(page, 'hand-over');
    await nameCard(page, keys);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    expect(printer.cards()).toMatchObject([{ kind: 'card' }]);
    await expectCounts(next.page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);
