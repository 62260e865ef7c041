import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLERK, pageKeyboard, SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, getState } from '../support/kiosk/core-calls.ts';
import { ledgerOfClosedDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

// About 10 s.
test('a copy that the search finds locks intake, whoever tries again; a clerk and a supervisor close it', async ({
  openKiosk,
}, testInfo) => {
  const exportFolder = testInfo.outputPath('stick');
  mkdirSync(exportFolder, { recursive: true });
  const kiosk = await openKiosk({ exportFolder });
  const session = await kiosk.signedIn();
  await bringTo('named', session.page, WILHELMINA);
  writeFileSync(join(kiosk.dataFolder, 'notes.txt'), `To call back: ${WILHELMINA.name}, Tuesday`);
  await pageKeyboard(session.page).press('F12');
  const { page } = await kiosk.shown(session);
  const keys = pageKeyboard(page);
  await waitForScreen(page, 'locked');
  await expect(page.locator('[data-wipe-step="searched"]')).toHaveAttribute('data-key-destroyed', 'true');
  await expect(page.getByRole('alert')).toContainText('A copy that was found may still be readable.');
  await keepPicture(page, 'failed-wipe');
  await keys.press('Enter');
  await expect(page.locator('main')).toContainText(/Tried [2-9] times/);
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'locked');
  expect(await askCore(page, 'startApplication')).toMatchObject({
    ok: false,
    error: { kind: 'intake-locked', step: 'searched' },
  });

  await keys.press('F8');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  // Without a reason, neither Enter nor the key of the next question closes anything.
  for (const key of ['Enter', 'F12']) await keys.press(key);
  await expect(dialog.getByRole('radio')).toHaveCount(5);
  await expect(dialog.getByRole('radio', { checked: true })).toHaveCount(0);
  await expectAccessible(page, 'closing a wipe, the reasons');
  await keepPicture(page, 'close-wipe-reasons');
  await keys.press('1');
  await keys.press('Enter');
  await page.locator('[data-close-reason="found-and-removed"]').waitFor();
  await expectAccessible(page, 'closing a wipe, the question');
  await keepPicture(page, 'close-wipe');
  await keys.press('F12');
  await approve(page, 'closeWipe', { name: SUPERVISOR.name, passphrase: 'not hers' });
  await page.locator('form[data-refusal="wrong-passphrase"]').waitFor();
  await expectAccessible(page, 'a supervisor approves, wrong passphrase');
  await keepPicture(page, 'approval');
  expect((await getState(page)).status.intake.kind).toBe('locked');
  await approve(page, 'closeWipe', SUPERVISOR);

  await waitForStart(page);
  await expect(page.locator('[data-last-ending="closed"]')).toContainText('without proof');
  await expect(page.locator('[data-receipt]')).toHaveCount(0);
  expect((await getState(page)).status).toMatchObject({
    staff: { name: CLERK.name },
    intake: { kind: 'open' },
    counts: { issued: 1, wiped: 0 },
  });
  await keepPicture(page, 'wipe-closed');

  await signOut(page);
  await signInAs(page, SUPERVISOR);
  const kinds = (await ledgerOfClosedDay(page, exportFolder)).map(({ kind }) => kind);
  expect(
    kinds.filter((kind) => ['locked', 'wipe-closed', 'erased', 'unlocked'].includes(kind)).toSorted(),
  ).toEqual(['locked', 'wipe-closed']);
  expect(kinds).toContain('handoff');
});
