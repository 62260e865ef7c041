import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { pageKeyboard, SUPERVISOR } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

// About 12 s.
test(
  'statistics: today’s applicant is not in them yet; paper and file have what is on the screen',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const stick = testInfo.outputPath('stick');
    mkdirSync(stick, { recursive: true });
    const kiosk = await openKiosk({ exportFolder: stick });
    const session = await kiosk.signedIn();
    const { today } = (await getState(session.page)).status;
    await bringTo('named', session.page, WILHELMINA);
    await pageKeyboard(session.page).press('F12');
    const { page } = await nextStart(kiosk, session);
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await chooseOrdinaryPrinter(page, printer.uri);
    await openSection(page, 'statistics');

    const ended = page.locator('[data-figures="ended"]');
    await ended.waitFor();
    await expect(ended).toHaveAttribute('data-span', 'day');
    await expect(ended.locator('tbody tr')).toHaveCount(14);
    // If midnight passes meanwhile, the last day is the one on which somebody was there.
    const isSameDay = isDeepStrictEqual((await getState(page)).status.today, today);
    const quiet = isSameDay ? 'tbody tr' : 'tbody tr:not(:last-child)';
    const cells = await ended.locator(`${quiet} td`).allInnerTexts();
    expect(cells.length).toBeGreaterThan(13);
    for (const cell of cells) expect(cell).toBe('0');
    await expectAccessible(page, 'supervisor, statistics');
    await page.locator('input[value="day"]').focus();
    await pageKeyboard(page).press('ArrowDown');
    await expect(ended).toHaveAttribute('data-span', 'week');
    await expect(ended.locator('tbody tr')).toHaveCount(12);
    await keepPicture(page, 'supervisor-statistics');

    await press(page, 'Print statistics');
    await page.locator('[data-paper-ending="in-tray"]').waitFor();
    expect(printer.cards()).toMatchObject([{ faces: 1, pages: 1 }]);
    const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0)).replace(/\s+/gu, ' ');
    const shown = await page.locator('[data-figures] th').allInnerTexts();
    expect(shown.length).toBeGreaterThan(24);
    // A range of days has thin spaces.
    for (const word of shown) expect(paper).toContain(word.replace(/\s+/gu, ' '));
    for (const word of [SUPERVISOR.name, ...WILHELMINA.name.split(/[ -]/)]) expect(paper).not.toContain(word);

    await press(page, 'Export as CSV');
    const told = page.locator('[data-file$="-weeks.csv"]');
    await told.waitFor();
    const file = readFileSync(join(stick, (await told.getAttribute('data-file')) ?? ''), 'utf8');
    const rows = file
      .trimEnd()
      .split('\r\n')
      .map((row) => row.split(','));
    expect(rows).toHaveLength(13);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    for (const part of WILHELMINA.name.split(/[ -]/)) expect(file).not.toContain(part);
  },
);
