import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  askToEnd,
  CLERK,
  type ClerkKeyboard,
  pressDeny,
  receiptOn,
  refuse,
  SUPERVISOR,
  waitForScreen,
} from '../../build/kiosk/clerk.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { expectAccessible, expectUsableAtDoubleText } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { expectCounts, nextStart } from '../support/kiosk/endings.ts';
import { ledgerOfClosedDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

const policy = join(repositoryFolder, 'build', 'programmes', 'harbor-city.json');
const { denial: rules } = harborCity;
if (rules === undefined) throw new Error('the shipped policy has no denial');

/** The project's own command, as whoever hears the appeal would run it. */
function checkCode(
  code: string,
  { checkpoint, ledger }: { readonly checkpoint: string; readonly ledger: string },
): Promise<string> {
  const words = ['appeal', ...code.split(' '), '--policy', policy];
  words.push('--checkpoint', checkpoint, '--ledger', ledger);
  return new Promise((resolve) => {
    execFile(process.execPath, [join(repositoryFolder, 'build', 'ledger.ts'), ...words], (_error, out, err) =>
      resolve(`${out}${err}`),
    );
  });
}

/** From the documents, none of them shown, to the question why. */
async function askWhy(page: Page): Promise<ClerkKeyboard> {
  const keys = await bringTo('documents', page, WILHELMINA);
  await askToEnd(page, keys);
  await pressDeny(keys);
  await page.locator('input[name="denial-reason"]').first().waitFor();
  return keys;
}

async function takeCheckpoint(page: Page, folder: string): Promise<string> {
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  await openSection(page, 'ledger');
  await press(page, /checkpoint/i);
  const file = page.locator('[data-file$=".json"]');
  await file.waitFor();
  return join(folder, (await file.getAttribute('data-file')) ?? '');
}

// About 12 s.
// `electron/keeper/slips` has its review and its end with a real keeper, `build/ledger` its code, tests/parts its slip.
test(
  'a denial that a supervisor reviews ends with a slip in Spanish, whose code the command checks without any record',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const stick = testInfo.outputPath('stick');
    mkdirSync(stick, { recursive: true });
    const kiosk = await openKiosk({ exportFolder: stick });
    const session = await kiosk.signedIn();
    const { page } = session;
    const keys = await askWhy(page);
    await expectAccessible(page, 'why an application is denied');
    await keepPicture(page, 'denial-reasons');
    await refuse(page, keys, rules);
    await expectAccessible(page, 'denial slip');
    await page.locator('input[name="slip-language"][value="en"]').focus();
    await keys.press('ArrowDown');
    const slip = page.locator('[data-slip="es"]');
    await expect(slip).toContainText('Los documentos presentados no demuestran quién es usted.');
    await expect(slip).toContainText('Cualquiera de estas opciones sería suficiente');
    await expect(slip).toContainText('Puede apelar hasta el');
    await keepPicture(page, 'denial-slip');
    const code = (await page.locator('[data-appeal-code]').textContent()) ?? '';
    for (const part of WILHELMINA.name.split(/[ -]/)) expect(await slip.textContent()).not.toContain(part);
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    expect((await receiptOn(next.page)).erased).toMatchObject({
      outcome: 'denied',
      search: { kind: 'searched', hits: 0 },
    });
    await expectCounts(next.page, { issued: 0, spoiled: 0, wiped: 1 });

    const checkpoint = await takeCheckpoint(next.page, stick);
    // With each checkpoint another key takes over: of the one before, which signed the code, the ledger alone tells.
    const ledger = testInfo.outputPath('copy-of-the-ledger.db');
    copyFileSync(join(kiosk.dataFolder, 'ledger.db'), ledger);
    const said = await checkCode(code, { checkpoint, ledger });
    expect(said).toContain('An appeal is in time until');
    expect(said).toContain('identity-not-proven: Identity not proven');
    const altered = `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;
    expect(await checkCode(altered, { checkpoint, ledger })).toContain('The signature does not hold');
    const entries = await ledgerOfClosedDay(next.page, stick);
    expect(entries.filter(({ kind }) => kind === 'denied')).toMatchObject([
      { fields: { review: 'supervisor' } },
    ]);
  },
);

// About 15 s.
test(
  'a supervisor sends a denial back; a jammed printer keeps nobody, and says that the slip is not printed',
  LONG,
  async ({ peers, openKiosk }) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const kiosk = await openKiosk();
    const session = await kiosk.signedIn();
    const { page } = session;
    await signOut(page);
    await signInAs(page, SUPERVISOR);
    await chooseOrdinaryPrinter(page, printer.uri);
    await signOut(page);
    await signInAs(page, CLERK);
    const keys = await askWhy(page);
    await keys.press('2');
    await keys.press('Enter');
    await page.locator('form[data-approval="deny"] [data-approval-about]').waitFor();
    await expectAccessible(page, 'a supervisor reviews a denial');
    await keepPicture(page, 'denial-review');
    await keys.press('Escape');
    await page.locator('input[name="denial-reason"]').first().waitFor();
    await keys.press('Escape');
    await waitForScreen(page, 'documents');

    await askToEnd(page, keys);
    await pressDeny(keys);
    await refuse(page, keys, rules);
    await expectUsableAtDoubleText(page, 'denial slip', 'Deny and erase');
    await keys.press('F8');
    await waitForScreen(page, 'documents');
    await askToEnd(page, keys);
    await pressDeny(keys);
    await refuse(page, keys, rules);
    printer.setMode('media-empty');
    await keys.press('F7');
    await page.locator('[data-paper-trouble="media-empty"]').waitFor();
    await expect(page.locator('[data-slip-on-its-way="true"]')).toContainText('isn’t printed yet');
    await keepPicture(page, 'denial-slip-out-of-paper');
    await keys.press('F12');
    const next = await nextStart(kiosk, session);
    expect((await receiptOn(next.page)).erased.outcome).toBe('denied');
    printer.setMode('ok');
    await expect.poll(() => printer.cards(), { timeout: 30_000 }).toMatchObject([{ faces: 1, pages: 1 }]);
    const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0));
    expect(paper).toContain('The documents shown do not prove who you are.');
    for (const part of WILHELMINA.name.split(/[ -]/)) expect(paper).not.toContain(part);
  },
);
