import type { Page } from '@playwright/test';
import {
  CLERK,
  nameCard,
  pageKeyboard,
  receiptOn,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import type { PrintServer } from '../../shared/contract/configuration.ts';
import type { Cups } from '../print/peers/cups.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** As the keeper is told of the print server of its machine. */
function serverOf({ port, paths }: Cups): PrintServer {
  return { port, socket: null, settings: paths.filesConf };
}

/** A supervisor has this machine's queues listed, and looks at the only one. */
async function inspectQueue(page: Page): Promise<void> {
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  await openSection(page, 'printer');
  await press(page, 'List this computer’s print queues');
  await page.locator('[data-queues="1"]').waitFor();
  await expect(page.locator('[data-queues="1"]')).toBeInViewport({ ratio: 0.9 });
  await keepPicture(page, 'printer-queues');
  await press(page, /^Check printer\s*: card/);
}

test(
  'a queue of this machine is chosen from the list; the clerk is asked after its card, and what it kept is removed',
  LONG,
  async ({ peers, openKiosk }) => {
    const [printer, cups] = await Promise.all([peers.printer(), peers.cups()]);
    const queue = await cups.addQueue('card', printer.uri, { driver: 'everywhere' });
    const kiosk = await openKiosk({ printServer: serverOf(cups) });
    const session = await kiosk.signedIn();
    const { page } = session;
    await inspectQueue(page);
    await expect(page.locator('[data-inspection][data-usable="true"]')).toContainText('in memory only');
    await expectAccessible(page, 'printer section, a print queue that can be used');
    await keepPicture(page, 'printer-queue');
    await press(page, 'Use this printer for cards');
    await page.locator('[data-entry-made="printer-chosen"]').waitFor();

    // No answer of a queue tells how its cards look: somebody prints one, holds it and says so.
    expect(await askCore(page, 'confirmTestCard')).toMatchObject({ ok: false, error: { kind: 'not-now' } });
    await expectAccessible(page, 'printer section, a queue that awaits its test card');
    await press(page, 'Print test card');
    await page.locator('[data-test-card-ending="doubt"]').waitFor();
    await keepPicture(page, 'printer-queue-test-card');
    await press(page, 'Confirm test card');
    await page.locator('[data-entry-made="test-card-confirmed"]').waitFor();
    await expect(page.locator('[data-awaits-test-card]')).toHaveCount(0);
    await pageKeyboard(page).press('Escape');
    await waitForScreen(page, 'start');
    await signOut(page);
    await signInAs(page, CLERK);
    await waitForStart(page);

    await cups.pause(queue.name);
    printer.setMode('slow');
    const keys = await bringTo('print', page, TEODORO);
    await page.locator('[data-print-trouble="paused"]').waitFor();
    // A queue calls a card done that it has handed on: the clerk is told beforehand, and asked after every card.
    await expect(page.locator('[data-print-asks]')).toContainText('the kiosk will ask you');
    await expectAccessible(page, 'print, the queue is paused');
    await keepPicture(page, 'print-queue-paused');
    expect(cups.spoolFiles()).toEqual([]);
    await cups.resume(queue.name);
    await printer.waitForHold();
    // The positive control: while it is under way the spool does hold it.
    expect(cups.spoolFiles().length).toBeGreaterThan(0);
    printer.setMode('ok');
    await page.locator('[data-print-doubt="cannot-know"]').waitFor();
    await expectAccessible(page, 'print, the question after every card');
    await keepPicture(page, 'print-question-every-card');
    await keys.press('F12');
    await nameCard(page, keys);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    // The test card, and the person's.
    const card = { kind: 'card', faces: 2, pages: 2 };
    expect(printer.cards()).toMatchObject([card, card]);
    expect(cups.spoolFiles()).toEqual([]);
    const receipt = await receiptOn(next.page);
    expect(receipt.erased).toMatchObject({ outcome: 'issued', spool: 'purged', search: { hits: 0 } });
    await expect(next.page.locator('[data-erasure-done]')).toContainText(
      'Any copy of the card in the printer’s queue was removed',
    );
    await keepPicture(next.page, 'receipt-print-queue');
    await expectCounts(next.page, { issued: 1, spoiled: 0, wiped: 1 });
  },
);

// tests/print refuses such queues on a real print server.
test(
  'a queue whose server keeps what is printed cannot be chosen, and every reason is told',
  LONG,
  async ({ peers, openKiosk }) => {
    const [printer, cups] = await Promise.all([
      peers.printer(),
      peers.cups({
        onDisk: ['requestRoot', 'tempDir', 'cacheDir'],
        settings: { PreserveJobFiles: 'Yes', LogLevel: 'debug2', PageLogFormat: '%p %u %j' },
      }),
    ]);
    await cups.addQueue('card', printer.uri, { driver: 'everywhere', errorPolicy: 'retry-job' });
    const kiosk = await openKiosk({ printServer: serverOf(cups) });
    const { page } = await kiosk.signedIn();
    await inspectQueue(page);
    const missing = page.locator('[data-inspection][data-usable="false"] [data-missing="spool"]');
    for (const word of ['not in memory', 'PreserveJobFiles', 'PageLogFormat', 'printer-error-policy']) {
      await expect(missing).toContainText(word);
    }
    await expect(page.getByRole('button', { name: 'Use this printer for cards' })).toHaveCount(0);
    await expectAccessible(page, 'printer section, a print queue that keeps what is printed');
    await keepPicture(page, 'printer-queue-keeps');
  },
);
