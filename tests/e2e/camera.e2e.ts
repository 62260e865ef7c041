import type { Page } from '@playwright/test';
import { pageKeyboard, takePhoto, waitForScreen } from '../../build/kiosk/clerk.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { askCore } from '../support/kiosk/core-calls.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { keepPicture } from '../support/kiosk/pictures.ts';
import { processOf, until } from '../support/kiosk/session-processes.ts';
import { LONG } from '../support/long.ts';
import { expect, test } from './fixtures.ts';

/** What the page gets when it asks for a camera or a microphone: `granted`, or the error's name. */
function askForMedia(
  page: Page,
  wanted: { readonly video: boolean; readonly audio: boolean },
): Promise<string> {
  return page.evaluate(async (constraints) => {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(constraints);
      for (const track of stream.getTracks()) track.stop();
      return 'granted';
    } catch (error) {
      return error instanceof DOMException ? error.name : 'not a DOMException';
    }
  }, wanted);
}

/** How many cameras the page is told of. Without a grant it gets no name of any. */
function camerasSeen(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind, label }) => kind === 'videoinput' && label === '').length;
  });
}

// About 4 s.
test('no camera: said in words, Space and Enter take nothing, and the answers are kept', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk({ camera: 'none' });
  const { page } = await kiosk.signedIn();
  // Before a name is typed.
  await expect(page.locator('[data-notice="no-camera"]')).toContainText('Plug it in before you start');
  await expectAccessible(page, 'start, no camera');
  await keepPicture(page, 'start-no-camera');
  await bringTo('photo', page, TEODORO);
  await page.locator('[data-camera="no-camera"]').waitFor();
  await expect(page.getByRole('alert')).toContainText('No camera found.');
  const take = page.getByRole('button', { name: 'Take photo' });
  await expect(take).toHaveAttribute('aria-disabled', 'true');
  await take.focus();
  for (const key of [' ', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'photo');
  expect(await askCore(page, 'print')).toMatchObject({ ok: false, error: { kind: 'photo-missing' } });
  await page.keyboard.press('Escape');
  await waitForScreen(page, 'documents');
});

// About 4 s.
test(
  'the camera is granted on the photo screen only, and the microphone nowhere',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page } = await kiosk.signedIn();
    const video = { video: true, audio: false };
    expect(await askForMedia(page, video), 'on the start screen').toBe('NotAllowedError');
    // The control of the notice that there is none: where there is one, it is seen.
    expect(await camerasSeen(page)).toBe(1);
    await expect(page.locator('[data-notice="no-camera"]')).toHaveCount(0);
    await bringTo('documents', page, TEODORO);
    expect(await askForMedia(page, video), 'on the documents screen').toBe('NotAllowedError');
    const keys = pageKeyboard(page);
    for (const letters of ['passp', 'rent']) {
      await keys.type(letters);
      await keys.press(' ');
    }
    await keys.press('Enter');
    await page.locator('[data-camera="live"]').waitFor();
    // The positive control: here the very same request is granted.
    expect(await askForMedia(page, video), 'on the photo screen').toBe('granted');
    expect(await askForMedia(page, { video: false, audio: true }), 'microphone alone').toBe(
      'NotAllowedError',
    );
    expect(await askForMedia(page, { video: true, audio: true }), 'microphone with it').toBe(
      'NotAllowedError',
    );
    await takePhoto(page, pageKeyboard(page));
    expect(await askForMedia(page, video), 'once the photo is taken').toBe('NotAllowedError');
  },
);

/** Looks out for the moment in which the camera is missed. `seen`: what the screen says and allows then. */
function watchForUnplugged(page: Page) {
  return page.evaluateHandle(() => {
    const seen = new Promise<{ readonly alert: string; readonly takeIsDisabled: string | null }>(
      (resolve) => {
        const observer = new MutationObserver(() => {
          if (document.querySelector('[data-camera="unplugged"]') === null) return;
          observer.disconnect();
          const take = document.querySelector('button[aria-keyshortcuts="Space"]');
          resolve({
            alert: document.querySelector('[role="alert"]')?.textContent ?? '',
            takeIsDisabled: take?.getAttribute('aria-disabled') ?? null,
          });
        });
        observer.observe(document.body, { subtree: true, childList: true, attributes: true });
      },
    );
    return { seen };
  });
}

// About 7 s: the screen tries again every two seconds. No cable can be pulled here. What Chromium itself does
// when a camera vanishes is brought about by killing the process that reads it: the tracks end from below.
test(
  'camera lost in mid-use (simulated: Chromium’s capture process is killed): said, and it comes back by itself',
  LONG,
  async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const { page, pid } = await kiosk.signedIn();
    await bringTo('photo', page, TEODORO);
    await page.locator('[data-camera="live"]').waitFor();
    // Seen by the page itself: looks from here, one after the other, may come after it has tried again.
    const unplugged = await watchForUnplugged(page);
    process.kill(await until('a process that reads the camera', () => processOf(pid, 'camera')), 'SIGKILL');
    expect(await unplugged.evaluate(({ seen }) => seen)).toEqual({
      alert: expect.stringContaining('The camera was unplugged.'),
      takeIsDisabled: 'true',
    });
    await page.locator('[data-camera="live"]').waitFor();
    await takePhoto(page, pageKeyboard(page));
  },
);

/** What cameras are called on a page that was granted one. */
function labelsSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.filter(({ kind }) => kind === 'videoinput').map(({ label }) => label);
  });
}

// About 10 s: three kiosks.
test(
  'the camera that the settings name is used, and no other one in its place',
  LONG,
  async ({ openKiosk }) => {
    const any = await openKiosk();
    const { page } = await any.signedIn();
    await bringTo('photo', page, TEODORO);
    await page.locator('[data-camera="live"]').waitFor();
    const [label = ''] = await labelsSeen(page);
    expect(label.length).toBeGreaterThan(3);
    await any.keeper().stop();

    const named = await openKiosk({ preset: { camera: label.slice(1).toUpperCase() } });
    const { page: withIts } = await named.signedIn();
    await bringTo('photo', withIts, TEODORO);
    await withIts.locator('[data-camera="live"]').waitFor();
    await named.keeper().stop();

    const other = await openKiosk({ preset: { camera: 'HD Pro Webcam C920' } });
    const { page: without } = await other.signedIn();
    await bringTo('photo', without, TEODORO);
    await without.locator('[data-camera="not-this-one"]').waitFor();
    await expect(without.getByRole('alert')).toContainText('The camera of this kiosk isn’t plugged in.');
    await expect(without.getByRole('button', { name: 'Take photo' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await expectAccessible(without, 'photo, another camera');
  },
);
