import { waitForScreen } from '../../build/kiosk/clerk.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { expectSamePage, markPage, targetsOf } from '../support/kiosk/targets.ts';
import { expect, test } from './fixtures.ts';

// About 4 s.
test('the page is a page: no node in it, one narrow bridge, a strict policy, and no file beside its own', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const globals = await page.evaluate(() =>
    ['process', 'require', 'module', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter(
      (name) => Reflect.has(window, name),
    ),
  );
  expect(globals).toEqual([]);
  const bridge = await page.evaluate(() => Object.keys(window.counterfoil).sort());
  expect(bridge).toEqual(['call', 'camera', 'failed', 'onEvent', 'painted']);

  const policy = await page.evaluate(async () =>
    (await fetch('app://kiosk/')).headers.get('content-security-policy'),
  );
  for (const part of [
    "default-src 'none'",
    "script-src 'self'",
    "connect-src 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toContain('unsafe');
  const ran = await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.inline = "ran"';
    document.body.append(script);
    return document.documentElement.dataset.inline ?? 'blocked';
  });
  expect(ran, 'an inline script').toBe('blocked');

  const paths = [
    '../package.json',
    '../../package.json',
    '%2e%2e/package.json',
    '..%2fpackage.json',
    '..%2f..%2fpackage.json',
    'assets/..%2f..%2fsession%2fmain.cjs',
    '..%5cpackage.json',
    '/etc/hostname',
    '%2fetc%2fhostname',
    'licences.json',
    // Really there, three folders up, and of a type that pages may have: only the folder stands in its way.
    '..%2f..%2f..%2fbuild%2fkiosk%2ffaces%2fdrawn-face.svg',
    'index.html%00.png',
  ];
  const statuses = await page.evaluate(
    (all) =>
      Promise.all(
        all.map((path) =>
          fetch(`app://kiosk/${path}`).then(
            ({ status }) => status,
            () => 0,
          ),
        ),
      ),
    paths,
  );
  // 404 from us, or 0: an address that Chromium itself refuses.
  const got = paths.filter((_path, index) => statuses[index] !== 404 && statuses[index] !== 0);
  expect(got, 'paths that gave something').toEqual([]);
  const other = await page.evaluate(() =>
    Promise.all(
      ['app://kiosk/index.html', 'app://elsewhere/index.html'].map((url) =>
        fetch(url).then(
          ({ status }) => status,
          () => 0,
        ),
      ),
    ),
  );
  expect(other[0], 'positive control').toBe(200);
  expect(other[1]).not.toBe(200);
});

// About 4 s.
test('every permission but the camera is denied', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const answers = await page.evaluate(async () => {
    const name = (error: unknown): string => (error instanceof Error ? error.name : String(error));
    const asked = (attempt: () => Promise<unknown>): Promise<string> =>
      attempt().then((value) => String(value), name);
    return {
      geolocation: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('told'),
          ({ code }) => resolve(`refused ${code}`),
          { timeout: 5000 },
        );
      }),
      notifications: await asked(() => Notification.requestPermission()),
      clipboard: await asked(() => navigator.clipboard.readText()),
      midi: await asked(() => navigator.requestMIDIAccess()),
      midiSystemExclusive: await asked(() => navigator.requestMIDIAccess({ sysex: true })),
      screen: await asked(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      wakeLock: await asked(() => navigator.wakeLock.request('screen')),
      states: await Promise.all(
        (['geolocation', 'notifications', 'persistent-storage'] as const).map(async (permission) => {
          const { state } = await navigator.permissions.query({ name: permission });
          return `${permission} ${state}`;
        }),
      ),
    };
  });
  expect(answers).toEqual({
    geolocation: 'refused 1',
    notifications: 'denied',
    clipboard: 'NotAllowedError',
    midi: expect.stringMatching(/^(NotAllowedError|SecurityError)$/),
    midiSystemExclusive: expect.stringMatching(/^(NotAllowedError|SecurityError)$/),
    screen: expect.stringMatching(/Error$/),
    wakeLock: 'NotAllowedError',
    states: ['geolocation denied', 'notifications denied', 'persistent-storage denied'],
  });
});

// About 5 s. Real keys at the X display: those through the debugging port never reach a menu.
test('no key opens developer tools, a menu, a second window or another page', async ({
  openKiosk,
  machine,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await markPage(page);
  const keys = openXKeyboard(machine.environment);
  const forbidden = ['F12', 'F5', 'F11', 'Alt_L', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'ctrl+r'];
  for (const key of [
    ...forbidden,
    'ctrl+n',
    'ctrl+t',
    'ctrl+o',
    'ctrl+p',
    'ctrl+s',
    'ctrl+u',
    'alt+Left',
    'ctrl+w',
  ]) {
    await keys.press(key);
  }
  // The positive control: a letter by the same keyboard arrives, after all of them.
  await keys.type('7');
  await expect(page.locator('#find-card')).toHaveValue('7');
  // Elsewhere this key opens a menu; here it locks the screen, and no menu takes room.
  await keys.press('F10');
  await waitForScreen(page, 'screen-locked');
  await expectSamePage(page, 'after the keys');
  expect(await targetsOf(kiosk.dataFolder)).toEqual(['app://kiosk/']);
  expect(await page.evaluate(() => window.innerHeight === window.outerHeight), 'no menu bar takes room').toBe(
    true,
  );
});
