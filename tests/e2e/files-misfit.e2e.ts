import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CLERK, SECOND_SUPERVISOR, SUPERVISOR, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { askCore, getState, tellCore } from '../support/kiosk/core-calls.ts';
import { changeVault } from '../support/kiosk/dead-keeper.ts';
import { ledgerOf } from '../support/kiosk/exported-ledger.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { approve, press, signInAs, signOut } from '../support/kiosk/staff-at-the-kiosk.ts';
import { expect, test } from './fixtures.ts';

// About 8 s.
test('a vault that was put back keeps intake closed, says why, and two supervisors go on by the ledger', async ({
  openKiosk,
}, testInfo) => {
  const stick = testInfo.outputPath('stick');
  mkdirSync(stick, { recursive: true });
  const kiosk = await openKiosk({ exportFolder: stick });
  await kiosk.signedIn();
  await kiosk.keeper().stop();
  const kept = mkdtempSync(join(tmpdir(), 'counterfoil-older-vault-'));
  try {
    const vault = join(kiosk.dataFolder, 'vault.db');
    cpSync(vault, join(kept, 'vault.db'));
    await kiosk.relaunch();
    let { page } = await kiosk.shown();
    // The ledger has what the copy does not: somebody signed in, and the key rolled; a hold was set and lifted.
    await signInAs(page, SUPERVISOR);
    await tellCore(page, 'setHold', { reason: 'subpoena', tickets: null });
    const hold = (await getState(page)).status.holds[0]?.hold;
    await tellCore(page, 'approve', { act: 'liftHold', hold, ...SECOND_SUPERVISOR });
    await tellCore(page, 'liftHold', { hold });
    await signOut(page);
    await kiosk.keeper().stop();
    cpSync(join(kept, 'vault.db'), vault);

    await kiosk.relaunch();
    ({ page } = await kiosk.shown());
    await waitForScreen(page, 'sign-in');
    await expect(page.locator('[data-told="misfit"]')).toContainText('files don’t fit together');
    await expectAccessible(page, 'sign-in, files that do not fit');
    // A clerk reads what it is, and can do nothing.
    await signInAs(page, CLERK, 'files-misfit');
    await expect(page.locator('[data-misfit="vault-older"]')).toContainText('older than the ledger');
    await expect(page.getByRole('button', { name: 'Let the kiosk go on…' })).toHaveCount(0);
    expect(await askCore(page, 'startApplication', {})).toMatchObject({
      ok: false,
      error: { kind: 'files-misfit' },
    });
    await expectAccessible(page, 'files-misfit, a clerk');
    await signOut(page);

    await signInAs(page, SUPERVISOR, 'files-misfit');
    await keepPicture(page, 'files-misfit');
    await page.locator('input[name="misfit-reason"][value="copy-restored"]').focus();
    await page.keyboard.press(' ');
    await press(page, 'Let the kiosk go on…');
    await approve(page, 'acceptMisfit', SECOND_SUPERVISOR);
    // It starts again: a keeper that opens files that fit.
    await kiosk.keeper().ended;
    await kiosk.relaunch();
    ({ page } = await kiosk.shown());
    await signInAs(page, CLERK);
    const { status } = await getState(page);
    expect([status.misfit, status.intake]).toEqual([null, { kind: 'open' }]);
    await tellCore(page, 'signIn', SUPERVISOR);
    const entries = await ledgerOf(page, stick);
    expect(entries.filter(({ kind }) => kind === 'misfit-accepted')).toMatchObject([
      { fields: { misfit: 'vault-older', reason: 'copy-restored', applications: 0 } },
    ]);
  } finally {
    rmSync(kept, { recursive: true, force: true });
  }
});

// About 5 s.
test('a legal hold whose row was deleted stands again, on everything', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page: first } = await kiosk.signedIn();
  await signOut(first);
  await signInAs(first, SUPERVISOR);
  await tellCore(first, 'setHold', { reason: 'subpoena', tickets: null });
  await kiosk.keeper().stop();
  changeVault(kiosk, 'DELETE FROM hold');
  await kiosk.relaunch();
  const { page } = await kiosk.shown();
  await signInAs(page, SUPERVISOR, 'files-misfit');
  await expect(page.locator('[data-misfit="holds"]')).toBeVisible();
  expect((await getState(page)).status.holds).toMatchObject([{ scope: 'all', reason: 'subpoena' }]);
});
