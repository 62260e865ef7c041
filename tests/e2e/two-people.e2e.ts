import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { AttachedSession } from '../../build/kiosk/attach.ts';
import {
  lastFourOnScreen,
  nameCard,
  pageKeyboard,
  type TypedApplication,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { signedInWithPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { openApplication } from '../support/kiosk/core-calls.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { TEODORO, WILHELMINA } from '../support/kiosk/people.ts';
import { processOf, until } from '../support/kiosk/session-processes.ts';
import { readShippedPolicy } from '../support/kiosk/shipped-policy.ts';
import { press } from '../support/kiosk/staff-at-the-kiosk.ts';
import type { TestKiosk } from '../support/kiosk/test-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** Sends somebody's card to the printer and puts the application aside at once. */
async function printAndPutAside(
  kiosk: TestKiosk,
  session: AttachedSession,
  person: TypedApplication,
): Promise<{ readonly next: AttachedSession; readonly lastFour: string }> {
  await bringTo('print', session.page, person);
  const lastFour = await lastFourOnScreen(session.page);
  await pageKeyboard(session.page).press('F6');
  const next = await kiosk.shown(session);
  await waitForStart(next.page);
  await expect(next.page.locator('[data-last-ending="put-aside"]')).toContainText('Nothing was lost');
  // The session that knew the person is gone before the next person can begin to speak.
  await until('the end of the session', () => (processOf(session.pid, 'main') === null ? true : null));
  return { next, lastFour };
}

// About 12 s: three cards are printed, five sessions come and go.
test(
  'put aside while printing, the next person served, each card opens its own hand-over',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const wilhelmina = await printAndPutAside(kiosk, await kiosk.signedIn(), WILHELMINA);
    const teodoro = await printAndPutAside(kiosk, wilhelmina.next, TEODORO);

    // A third person is served from beginning to end meanwhile.
    const third = teodoro.next;
    await bringTo('named', third.page, { ...TEODORO, name: 'Philippa Nightjar' });
    // Whoever serves is told that the two cards are there to be handed over.
    await expect(third.page.locator('[data-ready-ticket]')).toHaveCount(2);
    await pageKeyboard(third.page).press('F12');
    const start = await nextStart(kiosk, third);
    await expect(start.page.locator('[data-ticket][data-state="printed"]')).toHaveCount(2);
    // Anybody may see this screen: it has tickets, never a name.
    const words = await start.page.locator('body').textContent();
    for (const name of ['Wilhelmina', 'Featherstone', 'Teodoro', 'Philippa'])
      expect(words).not.toContain(name);

    const keys = pageKeyboard(start.page);
    const wrong =
      ['2222', '3333'].find((four) => ![wilhelmina.lastFour, teodoro.lastFour].includes(four)) ?? '';
    await keys.type(wrong);
    await keys.press('Enter');
    await expect(start.page.locator('#find-card-note')).toContainText('No open application has a card');

    await keys.press('Control+A');
    await keys.type(wilhelmina.lastFour);
    await keys.press('Enter');
    await start.page.locator('[data-enabled="true"]').waitFor();
    expect(await openApplication(start.page)).toMatchObject({
      answers: { name: WILHELMINA.name },
      state: 'printed',
    });
    await keys.press('F12');
    const afterFirst = await nextStart(kiosk, start);

    // Opened by its ticket, the hand-over still wants to see the card: another person's does not do.
    await press(afterFirst.page, /^Open ticket/);
    await afterFirst.page.locator('[data-enabled="false"]').waitFor();
    await pageKeyboard(afterFirst.page).type(wilhelmina.lastFour);
    await pageKeyboard(afterFirst.page).press('Enter');
    await expect(afterFirst.page.locator('#card-characters-note')).toContainText(
      'isn’t the card for this application',
    );
    await pageKeyboard(afterFirst.page).press('F12');
    expect(await openApplication(afterFirst.page)).toMatchObject({
      answers: { name: TEODORO.name },
      state: 'printed',
    });
    await pageKeyboard(afterFirst.page).press('Control+A');
    await nameCard(afterFirst.page);
    await pageKeyboard(afterFirst.page).press('F12');
    const end = await nextStart(kiosk, afterFirst);
    await expectCounts(end.page, { issued: 3, spoiled: 0, wiped: 3 });
  },
);

/** Notes on the page in which state each tone ended: one that was never allowed to begin is suspended. */
async function noteTones(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement;
    const Real = window.AudioContext;
    dataset.heard = '';
    class Noted extends Real {
      override close(): Promise<void> {
        dataset.heard += `${this.state} `;
        return super.close();
      }
    }
    Object.assign(window, { AudioContext: Noted });
  });
}

// About 10 s. The printer stands still until it is listened to.
test(
  'a card that was set aside is heard once when it is ready, with no key pressed on that screen',
  LONG,
  async ({ peers, openKiosk }) => {
    const folder = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-policy-'));
    const policyPath = join(folder, 'policy.json');
    writeFileSync(policyPath, JSON.stringify({ ...readShippedPolicy(), sounds: { cardReady: true } }));
    const printer = await peers.printer();
    const kiosk = await openKiosk({ policyPath });
    const first = await signedInWithPrinter(kiosk, printer.uri);
    printer.setMode('slow');
    const { next } = await printAndPutAside(kiosk, first, WILHELMINA);
    const html = next.page.locator('html');
    await noteTones(next.page);
    await expect(next.page.locator('[data-ticket][data-state="printing"]')).toHaveCount(1);
    await expect(html).toHaveAttribute('data-heard', '');
    printer.setMode('ok');
    await expect(next.page.locator('[data-ticket][data-state="printed"]')).toHaveCount(1, {
      timeout: 30_000,
    });
    await expect(html).toHaveAttribute('data-heard', 'running ');
    // It was ready before the next screen came, and is told there without a tone.
    await bringTo('answers', next.page, TEODORO);
    await expect(next.page.locator('[data-ready-ticket]')).toHaveCount(1);
    await expect(html).toHaveAttribute('data-heard', 'running ');
    rmSync(folder, { recursive: true, force: true });
  },
);
