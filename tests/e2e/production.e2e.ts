import { execFile } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
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
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, openSection, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

/** A command of the project, as somebody would run it on another machine. */
function run(command: 'production' | 'ledger', words: readonly string[]): Promise<string> {
  const script = join(repositoryFolder, 'build', `${command}.ts`);
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...words], (_error, stdout, stderr) => resolve(`${stdout}${stderr}`));
  });
}

/** The recipient's own. */
const production = (...words: readonly string[]): Promise<string> => run('production', words);

/** The fingerprint of the kiosk's key, as it is known from a checkpoint that left the kiosk before. */
async function fingerprintOfKiosk(page: Page, stick: string): Promise<string> {
  await openSection(page, 'ledger');
  await press(page, 'Save checkpoint to USB drive');
  const kept = page.locator('[data-file*="checkpoint"]');
  await kept.waitFor();
  const checkpoint = join(stick, (await kept.getAttribute('data-file')) ?? '');
  await pageKeyboard(page).press('Escape');
  await waitForScreen(page, 'start');
  return (await run('ledger', ['fingerprint', checkpoint])).trim();
}

async function choose(page: Page, choice: string): Promise<void> {
  await page.locator(choice).focus();
  await pageKeyboard(page).press(' ');
}

// About 10 s: two sessions, and six commands.
test('a held application is produced by two people, and its recipient opens it, and no other key; the hold is lifted', async ({
  openKiosk,
}, testInfo) => {
  const stick = testInfo.outputPath('stick');
  mkdirSync(stick, { recursive: true });
  const key = testInfo.outputPath('counsel.key');
  const says = await production('key', key);
  copyFileSync(`${key}.recipient.txt`, join(stick, 'recipient.txt'));
  const kiosk = await openKiosk({ exportFolder: stick });
  const first = await kiosk.signedIn();
  await bringTo('documents', first.page, WILHELMINA);
  await pageKeyboard(first.page).press('F6');
  const { page } = await kiosk.shown(first);
  await waitForStart(page);
  await signOut(page);
  await signInAs(page, SUPERVISOR);
  const signer = await fingerprintOfKiosk(page, stick);
  await openSection(page, 'hold');
  await choose(page, 'input[name="hold-reason"][value="court-order"]');
  await press(page, 'Set legal hold…');
  await press(page, 'Set legal hold now');
  await page.locator('[data-entry-made="hold-set"]').waitFor();

  await press(page, 'Produce an application on legal hold…');
  await choose(page, 'input[name="production-ticket"][value="1"]');
  await press(page, 'Check the key…');
  // The fingerprint that the recipient reads out is the one that was shown to them.
  const fingerprint = await page.locator('[data-fingerprint]').getAttribute('data-fingerprint');
  expect(says).toContain(`Fingerprint: ${fingerprint}.`);
  await expectAccessible(page, 'supervisor, hold, producing is confirmed');
  await keepPicture(page, 'supervisor-hold-produce');
  await press(page, 'It matches. Produce…');
  await expect(page.locator('[data-approval-about]')).toContainText(fingerprint ?? 'none');
  await approve(page, 'produceRecord', SECOND_SUPERVISOR);
  const done = page.locator('[data-entry-made="record-produced"] [data-produced]');
  await done.waitFor();
  const file = (await done.getAttribute('data-produced')) ?? '';
  await expect(done).toHaveAttribute('data-produced-to', fingerprint ?? 'none');
  await keepPicture(page, 'supervisor-hold-produced');
  expect(readdirSync(stick).filter((name) => name.startsWith('counterfoil-record'))).toHaveLength(2);

  const folder = testInfo.outputPath('opened');
  // The kiosk has signed with another key since that checkpoint: its ledger says that it is one of its own.
  const ledger = testInfo.outputPath('copy-of-the-ledger.db');
  copyFileSync(join(kiosk.dataFolder, 'ledger.db'), ledger);
  const open = (withKey: string, kioskKey: string): Promise<string> =>
    production('open', join(stick, file), '--key', withKey, folder, '--kiosk', kioskKey, '--ledger', ledger);
  const other = testInfo.outputPath('other.key');
  await production('key', other);
  expect(await open(other, signer)).toContain('This key does not open the file.');
  expect(await open(key, '0'.repeat(32))).toContain('Another key signed the manifest');
  expect(existsSync(folder)).toBe(false);
  // The control: the recipient's key, and the kiosk's.
  const opened = await open(key, signer);
  expect(opened).toContain('ticket 1 of');
  expect(opened).toContain(`fingerprint ${fingerprint}.`);
  expect(opened).toContain(
    'By its ledger the manifest is signed by another key of the kiosk whose key was given',
  );
  expect(opened).not.toContain(signer);
  expect(readFileSync(join(folder, 'record.json'), 'utf8')).toContain(WILHELMINA.name);
  expect(readFileSync(join(stick, file)).includes(WILHELMINA.name)).toBe(false);

  await press(page, /^Lift…/);
  await expect(page.getByRole('dialog')).toContainText('and erased');
  await press(page, 'Lift legal hold…');
  await approve(page, 'liftHold', SECOND_SUPERVISOR);
  await page.locator('[data-entry-made="hold-lifted"]').waitFor();
  // It may still be on its way, behind the answer.
  await expect
    .poll(async () => (await getState(page)).status)
    .toMatchObject({ holds: [], inProgress: [{ ticket: 1, hold: 'free' }] });
  await pageKeyboard(page).press('Escape');
  await waitForScreen(page, 'start');
});
