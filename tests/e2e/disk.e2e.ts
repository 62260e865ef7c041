import { CLERK, pageKeyboard, waitForScreen, waitForStart } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore, endThroughCore, getState } from '../support/kiosk/core-calls.ts';
import { WILHELMINA } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { mountSmallDisk } from '../support/kiosk/small-disk.ts';
import { signInAs } from '../support/kiosk/staff-at-the-kiosk.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

const nearlyFull = { ok: false, error: { kind: 'disk-nearly-full', place: 'disk' } };

// About 20 s: two keepers.
test(
  'a disk that fills up stops intake before anybody begins, and what is open is ended; so does one that is full at the start',
  LONG,
  async ({ openKiosk }, testInfo) => {
    const disk = mountSmallDisk(testInfo.outputPath('disk'));
    test.skip(disk === null, 'only root can mount a disk of a few megabytes');
    if (disk === null) return;
    try {
      const kiosk = await openKiosk({ custody: 'sealed', dataFolder: disk.dataFolder });
      const first = await kiosk.signedIn();
      const notice = '[data-notice="shortage"][data-place="disk"]';
      await expect(first.page.locator(notice)).toHaveCount(0);
      await bringTo('check', first.page, WILHELMINA);
      disk.fill();
      await endThroughCore(first.page, 'endWithoutCard', { outcome: 'withdrawn' });
      const { page } = await kiosk.shown(first);
      await waitForScreen(page, 'start');
      await page.locator(notice).waitFor();
      await expectAccessible(page, 'start, the disk nearly full');
      await keepPicture(page, 'disk-nearly-full');
      await pageKeyboard(page).press('Enter');
      expect(await askCore(page, 'startApplication')).toMatchObject(nearlyFull);
      await expect.poll(async () => (await getState(page)).status.inProgress).toEqual([]);
      disk.makeRoom();
      // By itself, and nobody starts anything anew.
      await waitForStart(page);
      await expect(page.locator(notice)).toHaveCount(0);
      await bringTo('documents', page, WILHELMINA);
      await kiosk.keeper().stop();

      disk.fill();
      await kiosk.relaunch();
      const after = await kiosk.shown();
      await signInAs(after.page, CLERK);
      await after.page.locator(notice).waitFor();
      expect(await askCore(after.page, 'startApplication')).toMatchObject(nearlyFull);
      expect((await getState(after.page)).status).toMatchObject({ inProgress: [{ ticket: 2 }] });
      disk.makeRoom();
      await waitForStart(after.page);
      await kiosk.keeper().stop();
      const { said } = kiosk.keeper();
      expect(said.filter((line) => /^\s+at /.test(line))).toEqual([]);
      expect(said.filter((line) => line.startsWith('Too little room'))).toHaveLength(1);
    } finally {
      disk.end();
    }
  },
);
