import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageKeyboard, SUPERVISOR } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { tamperWithLastEntry } from '../support/kiosk/dead-keeper.ts';
import { nextStart } from '../support/kiosk/endings.ts';
import { closeTheDay, readExport } from '../support/kiosk/exported-ledger.ts';
import { ledgerCommand } from '../support/kiosk/ledger-command.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

/** Presses a button that writes a file, and answers where it lies. */
async function written(page: Page, button: string, folder: string, ending: string): Promise<string> {
  await press(page, button);
  const told = page.locator(`[data-file$="${ending}"]`);
  await told.waitFor();
  return join(folder, (await told.getAttribute('data-file')) ?? '');
}

/** The sheet that is shown is typed, mistyped, and scanned by a keyboard that ends with Enter. */
async function checkSheet(page: Page): Promise<void> {
  const sheet = page.locator('[data-shown-day-sheet]');
  const sequence = (await sheet.getAttribute('data-shown-day-sheet')) ?? '';
  const [short] = await sheet.getByText(/^(?:[0-9A-Z]{4} ){7}[0-9A-Z]{4}$/).allInnerTexts();
  const [whole] = await sheet.getByText(/^(?:[0-9A-Z]{4} ){59}[0-9A-Z]{4}$/).allInnerTexts();
  if (short === undefined || whole === undefined) throw new Error('the sheet has both codes');
  const verdict = page.locator('[data-verdict]');
  const check = async (code: string): Promise<void> => {
    await page.locator('#checkpoint').fill('');
    await page.locator('#checkpoint').focus();
    await pageKeyboard(page).type(code);
    await pageKeyboard(page).press('Enter');
  };
  for (const code of [short.toLowerCase(), whole.replaceAll(' ', '')]) {
    await check(code);
    await expect(verdict.locator(`[data-checkpoint="${sequence}"]`)).toContainText(
      'is in this ledger, unchanged',
    );
    await expectAccessible(page, 'supervisor, ledger, a day sheet that was checked');
  }
  await check(`${short.slice(0, -1)}${short.endsWith('7') ? '8' : '7'}`);
  await expect(page.locator('[data-no-checkpoint="mistyped"]')).toContainText(
    'At least one character is wrong',
  );
}

// About 16 s.
test('the ledger: verified, exported, on a day sheet and on a stick; one flipped bit at its end stops the kiosk', async ({
  peers,
  openKiosk,
}, testInfo) => {
  const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
  const stick = testInfo.outputPath('stick');
  mkdirSync(stick, { recursive: true });
  const kiosk = await openKiosk({ exportFolder: stick });
  const session = await kiosk.signedIn();
  await bringTo('named', session.page, WILHELMINA);
  await pageKeyboard(session.page).press('F12');
  const { page } = await nextStart(kiosk, session);
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  await closeTheDay(page);
  await openSection(page, 'ledger');

  await press(page, 'Verify the ledger');
  await expect(page.locator('[data-verdict="valid"]')).toContainText('Ledger verified');
  const entries = readExport(await written(page, 'Write NDJSON file', stick, '.ndjson'));
  expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1));
  expect(entries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['handoff', 'erased']));
  const csv = readFileSync(await written(page, 'Export as CSV', stick, '.csv'), 'utf8');
  const [columns = [], ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((row) => row.split(','));
  expect(rows.map((row) => [Number(row[0]), row[1], row.at(-1)])).toEqual(
    entries.map(({ sequence, kind, hash }) => [sequence, kind, hash]),
  );
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));
  for (const text of [csv, JSON.stringify(entries)]) {
    for (const part of WILHELMINA.name.split(/[ -]/)) expect(text).not.toContain(part);
  }

  await press(page, 'Make day sheet');
  const sheet = page.locator('[data-shown-day-sheet]');
  await sheet.waitFor();
  await expect(sheet.locator('h4')).toBeFocused();
  await expect(sheet.locator('[data-paper="screen-only"]')).toContainText('choose an ordinary printer');
  await expectAccessible(page, 'supervisor, ledger, day sheet on the screen only');
  await chooseOrdinaryPrinter(page, printer.uri);
  await press(page, 'Make day sheet');
  await expect(page.getByRole('button', { name: 'Print day sheet' })).toBeFocused();
  await expectAccessible(page, 'supervisor, ledger, day sheet');
  await keepPicture(page, 'supervisor-ledger');
  await pageKeyboard(page).press('Enter');
  await sheet.locator('[data-paper-ending="in-tray"]').waitFor();
  expect(printer.cards()).toMatchObject([{ faces: 1, pages: 1 }]);
  const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0)).replace(/\s+/gu, ' ');
  const lines = await sheet.locator('dt, dd').allInnerTexts();
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(paper).toContain(line);
  expect(paper).toContain('City Hall, desk 2');
  for (const word of ['Verify', 'Supervisor', SUPERVISOR.name]) expect(paper).not.toContain(word);

  await checkSheet(page);

  const checkpoint = await written(page, 'Save checkpoint to USB drive', stick, '.json');
  await expect(page.locator(`[data-file$=".json"]`)).toBeInViewport();
  await keepPicture(page, 'supervisor-ledger-stick');
  await kiosk.keeper().stop();
  const copy = testInfo.outputPath('copy-of-the-ledger.db');
  copyFileSync(join(kiosk.dataFolder, 'ledger.db'), copy);
  const verified = await ledgerCommand('verify', copy, '--checkpoint', checkpoint);
  expect(verified).toEqual({
    code: 0,
    says: expect.stringContaining('it agrees with the checkpoint at entry'),
  });

  tamperWithLastEntry(kiosk);
  copyFileSync(join(kiosk.dataFolder, 'ledger.db'), copy);
  expect((await ledgerCommand('verify', copy)).code).toBe(1);
  const refusal = await kiosk.relaunch().then(
    () => 'it started',
    (error: unknown) => (error instanceof Error ? error.message : 'not an error'),
  );
  expect(refusal).toContain('CF-49, exit code 49: The ledger does not match its signature.');
  expect(await kiosk.keeper().ended).toBe(49);
});
