import { mkdirSync } from 'node:fs';
import { SUPERVISOR, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { getState, keptAnswers, tellCore } from '../support/kiosk/core-calls.ts';
import { applicationsInVault, changeVault, killKeeper } from '../support/kiosk/dead-keeper.ts';
import { ledgerOfClosedDay } from '../support/kiosk/exported-ledger.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { press, signInAs } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const NINE_HOURS = 9 * 60 * 60_000;

// About 14 s: three keepers.
test(
  'sealed keys: a killed keeper loses nothing, and what grows too old is erased with nobody signed in',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const exportFolder = testInfo.outputPath('stick');
    mkdirSync(exportFolder, { recursive: true });
    const kiosk = await openKiosk({ custody: 'sealed', exportFolder });
    const first = await kiosk.signedIn();
    await bringTo('documents', first.page, WILHELMINA);
    // Fast hands are ahead of the vault. What the core answers after the last of it is on the disk.
    const last = WILHELMINA.emergencyPhone ?? '';
    await expect.poll(async () => (await keptAnswers(first.page)).emergencyPhone).toBe(last);
    await tellCore(first.page, 'answer', { field: 'emergencyPhone', typed: last });
    const typed = await keptAnswers(first.page);
    expect(typed.name).toBe(WILHELMINA.name);

    await killKeeper(kiosk);
    await kiosk.relaunch();
    const { page } = await kiosk.shown();
    await signInAs(page, SUPERVISOR);
    expect((await getState(page)).status).toMatchObject({ trayCheck: null, inProgress: [{ ticket: 1 }] });
    await press(page, 'Open ticket 1');
    await waitForScreen(page, 'answers');
    await expect(page.locator('#answer-name')).toHaveValue(WILHELMINA.name);
    expect(await keptAnswers(page)).toEqual(typed);

    await killKeeper(kiosk);
    changeVault(
      kiosk,
      'UPDATE application SET began_elapsed = began_elapsed - ?, began = began - ?',
      NINE_HOURS,
      NINE_HOURS,
    );
    expect(applicationsInVault(kiosk)).toBe(1);
    await kiosk.relaunch();
    const after = await kiosk.shown();
    await waitForScreen(after.page, 'sign-in');
    await expect.poll(async () => (await getState(after.page)).status.inProgress).toEqual([]);
    expect((await getState(after.page)).status).toMatchObject({ staff: null, trayCheck: null });
    await signInAs(after.page, SUPERVISOR);
    await waitForStart(after.page);
    expect((await getState(after.page)).status.counts).toEqual({ issued: 0, spoiled: 0, wiped: 1 });
    const told = await ledgerOfClosedDay(after.page, exportFolder);
    // The values were not there to be searched for: nobody was signed in, and no session had it open.
    expect(told.filter(({ kind }) => kind === 'erased')).toMatchObject([{ fields: { outcome: 'expired' } }]);
    expect(told.filter(({ kind }) => kind === 'unsearched')).toHaveLength(1);
    await kiosk.keeper().stop();
    expect(applicationsInVault(kiosk)).toBe(0);
  },
);
