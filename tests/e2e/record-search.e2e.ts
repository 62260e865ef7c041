import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import {
  pageKeyboard,
  SECOND_SUPERVISOR,
  SUPERVISOR,
  waitForScreen,
  waitForStart,
} from '../../build/kiosk/clerk.ts';
import { repositoryFolder } from '../../build/kiosk/launch-keeper.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { chooseOrdinaryPrinter } from '../support/kiosk/chosen-printer.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { wordsIn } from '../support/paper/paper-words.ts';
import { expect, test } from './fixtures.ts';

/** Has a name searched for, from the supervisor's area to the answer. */
async function searchFor(page: Page, name: string): Promise<void> {
  await openSection(page, 'records');
  await press(page, 'Start a name search…');
  await waitForScreen(page, 'record-search');
  await expect(page.locator('#asked-name')).toBeFocused();
  await pageKeyboard(page).type(name);
  await page.locator('input[name="search-reason"][value="subpoena"]').focus();
  await pageKeyboard(page).press(' ');
  await press(page, 'Search this kiosk…');
  // Whoever approves reads what for.
  await expect(page.locator('[data-approval-about]')).toContainText(name);
  await approve(page, 'searchRecords', SECOND_SUPERVISOR);
  await page.locator('[data-search-verdict]').waitFor();
}

/** The project's own command, as whoever got the answer would run it on another machine. */
function checkAnswer(
  answer: string,
  kept: { readonly checkpoint: string; readonly ledger: string },
  paper: { readonly name: string; readonly salt: string },
): Promise<string> {
  const script = join(repositoryFolder, 'build', 'ledger.ts');
  const { checkpoint, ledger } = kept;
  const words = [script, 'record-search', answer, '--checkpoint', checkpoint, '--ledger', ledger];
  return new Promise((resolve) => {
    const command = execFile(process.execPath, words, (_error, stdout, stderr) =>
      resolve(`${stdout}${stderr}`),
    );
    // Never in the command line, which anybody on the machine can read.
    command.stdin?.end(`${paper.name}\n${paper.salt}\n`);
  });
}

// About 12 s: four sessions.
// `electron/keeper/record-search` finds it with a real keeper, and ends the session that knew the name.
test(
  'a name in a held record is found, another is not, and the session that knew them ends',
  LONG,
  async ({ peers, openKiosk }, testInfo) => {
    const printer = await peers.printer({ attributes: 'no-card-size', keepDocument: true });
    const stick = testInfo.outputPath('stick');
    mkdirSync(stick, { recursive: true });
    const kiosk = await openKiosk({ exportFolder: stick });
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, WILHELMINA);
    await pageKeyboard(first.page).press('F6');
    const second = await kiosk.shown(first);
    await waitForStart(second.page);
    await signOut(second.page);
    await signInAs(second.page, SUPERVISOR);
    await chooseOrdinaryPrinter(second.page, printer.uri);
    await openSection(second.page, 'hold');
    await second.page.locator('input[name="hold-reason"][value="subpoena"]').focus();
    await pageKeyboard(second.page).press(' ');
    await press(second.page, 'Set legal hold…');
    await press(second.page, 'Set legal hold now');
    await second.page.locator('[data-entry-made="hold-set"]').waitFor();
    await pageKeyboard(second.page).press('Escape');
    await waitForScreen(second.page, 'start');

    const [given = '', ...rest] = WILHELMINA.name.split(' ');
    const name = `${rest.join(' ')}, ${given}`.toUpperCase();
    await searchFor(second.page, name);
    const found = second.page.locator('[data-search-verdict="found"]');
    await expect(found).toContainText('An application, or a text that staff typed, has this name');
    await expect(second.page.locator('[data-match-ticket="1"]')).toContainText('in another order of words');
    await expect(second.page.locator('[data-unsearchable="0"]')).toBeVisible();
    await expectAccessible(second.page, 'name search, found');
    await keepPicture(second.page, 'name-search-found');
    await press(second.page, 'Save signed result');
    const file = second.page.locator('[data-file$=".json"]');
    await file.waitFor();
    const answer = join(stick, (await file.getAttribute('data-file')) ?? '');
    await press(second.page, 'Print result with the name');
    await second.page.locator('[data-paper-ending="in-tray"]').waitFor();
    // The name stands on the paper alone, with the salt of its digest.
    const paper = wordsIn(printer.lastDocument() ?? Buffer.alloc(0)).replace(/\s+/gu, ' ');
    expect(paper).toContain(name);
    expect(paper).toContain('Found: an application, or a text that staff typed, has this name');
    expect(readFileSync(answer, 'utf8')).not.toContain(given.toUpperCase());
    const salt = /Salt ((?:[0-9a-f]{4} ?){8})/u.exec(paper)?.[1] ?? '';
    await pageKeyboard(second.page).press('Escape');

    const third = await kiosk.shown(second);
    await waitForScreen(third.page, 'start');
    expect((await getState(third.page)).status.recordSearch).toBeNull();
    await searchFor(third.page, 'Peregrine Oddfellow');
    await expect(third.page.locator('[data-search-verdict="not-found"]')).toContainText(
      'Every application that was here when the search began was opened. None has this name in a text that was typed, and no text of staff has it.',
    );
    await pageKeyboard(third.page).press('Escape');
    const fourth = await kiosk.shown(third);
    await waitForScreen(fourth.page, 'start');

    await openSection(fourth.page, 'ledger');
    await press(fourth.page, 'Save checkpoint to USB drive');
    const kept = fourth.page.locator('[data-file*="checkpoint"]');
    await kept.waitFor();
    const checkpoint = join(stick, (await kept.getAttribute('data-file')) ?? '');
    await kiosk.keeper().stop();
    const ledger = testInfo.outputPath('copy-of-the-ledger.db');
    copyFileSync(join(kiosk.dataFolder, 'ledger.db'), ledger);
    const says = await checkAnswer(answer, { checkpoint, ledger }, { name, salt });
    expect(says).toContain('It is the answer that the kiosk entered for this search');
    expect(says).toContain('Found: an application, or a text that staff typed, has this name');
    expect(says).toContain('It is about the name on the paper.');
    expect(says).toContain(
      'Searched: 1. Encrypted, not searchable: 0. Search failed: 0. Being erased: 0. Erased meanwhile: 0.',
    );
    expect(says).toContain('Legal holds in force: 1 on everything');
  },
);
