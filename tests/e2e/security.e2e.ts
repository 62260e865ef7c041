import type { Page } from '@playwright/test';
import { z } from 'zod';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownSession } from '../../build/kiosk/attach.ts';
import { waitForStart } from '../../build/kiosk/clerk.ts';
import { startCountingServer } from '../support/kiosk/counting-server.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { expect, test } from './fixtures.ts';

/** Every page, window and worker of a session, developer tools included, as Chromium itself lists them. */
async function targetsOf(dataFolder: string): Promise<readonly string[]> {
  const port = readFileSync(join(shownSession(dataFolder)?.folder ?? '', 'chromium', 'DevToolsActivePort'), 'utf8');
  const list = await fetch(`http://127.0.0.1:${port.split('\n')[0]}/json/list`);
  return z.array(z.object({ url: z.string() })).parse(await list.json()).map(({ url }) => url);
}

/** The start screen is still the same page that was marked before. */
async function expectSamePage(page: Page, after: string): Promise<void> {
  expect(await page.evaluate(() => `${location.href} ${document.documentElement.dataset.mark}`), after).toBe(
    'app://kiosk/ here',
  );
}

// About 6 s.
test('nothing leaves the page: no request, no navigation, no window reaches a server on this very machine', async ({
  openKiosk,
}) => {
  const server = await startCountingServer();
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'here';
  });
  const tried = await page.evaluate(async (address) => {
    const settled = (attempt: Promise<unknown>): Promise<string> => attempt.then(() => 'reached', () => 'refused');
    const loaded = (element: HTMLImageElement | HTMLScriptElement | HTMLIFrameElement): Promise<string> =>
      new Promise((resolve) => {
        element.addEventListener('load', () => resolve('reached'));
        element.addEventListener('error', () => resolve('refused'));
        element.src = `http://${address}/${element.tagName}`;
        document.body.append(element);
      });
    const opened = (make: () => EventTarget): Promise<string> =>
      new Promise((resolve) => {
        try {
          const target = make();
          target.addEventListener('open', () => resolve('reached'));
          target.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
    return {
      fetch: await settled(fetch(`http://${address}/fetch`)),
      fetchOpaque: await settled(fetch(`http://${address}/opaque`, { mode: 'no-cors' })),
      file: await settled(fetch('file:///etc/hostname')),
      image: await loaded(new Image()),
      script: await loaded(document.createElement('script')),
      webSocket: await opened(() => new WebSocket(`ws://${address}/socket`)),
      eventSource: await opened(() => new EventSource(`http://${address}/events`)),
      window: window.open(`http://${address}/window`) === null ? 'refused' : 'opened',
    };
  }, server.address);
  expect(tried).toEqual(Object.fromEntries(Object.keys(tried).map((name) => [name, 'refused'])));

  const elsewhere = [`http://${server.address}/page`, `https://${server.address}/page`, 'file:///etc/passwd'];
  for (const url of [...elsewhere, 'data:text/html,<h1>data</h1>', 'javascript:document.body.remove()', 'app://kiosk/?other']) {
    for (const way of ['location', 'link', 'form', 'beacon']) {
      await page.evaluate(
        ({ to, by }) => {
          const link = Object.assign(document.createElement('a'), { href: to, target: by === 'link' ? '_blank' : '' });
          const form = Object.assign(document.createElement('form'), { action: to, method: 'post' });
          document.body.append(link, form);
          if (by === 'location') location.href = to;
          if (by === 'link') link.click();
          if (by === 'form') form.submit();
          if (by === 'beacon' && to.startsWith('http')) navigator.sendBeacon(to, 'x');
          link.remove();
          form.remove();
        },
        { to: url, by: way },
      );
      await expectSamePage(page, `${way} to ${url}`);
    }
  }
  // By now every one of them has had the time of many round trips to begin. (No locator from here on:
  // Playwright would wait for the end of navigations that were refused.)
  expect(await page.evaluate(() => document.querySelector('main')?.dataset.screen)).toBe('start');
  expect(await targetsOf(kiosk.dataFolder)).toEqual(['app://kiosk/']);
  expect(server.connections(), 'connections from the kiosk').toBe(0);
  expect((await fetch(`http://${server.address}/control`)).status, 'positive control').toBe(200);
  expect(server.connections(), 'the server does count').toBe(1);
  await server.stop();
});

// About 5 s. Electron lets this one navigation pass without asking, so the session ends itself.
test('a page that goes to about:blank is replaced by a fresh session', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const session = await kiosk.signedIn();
  await session.page.evaluate(() => {
    location.href = 'about:blank';
  });
  const fresh = await kiosk.shown(session);
  await waitForStart(fresh.page);
  await expect(fresh.page.locator('[data-turn-over="replaced"]')).toBeVisible();
});

// About 4 s.
test('the page is a page: no node in it, one narrow bridge, a strict policy, and no file beside its own', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const globals = await page.evaluate(() =>
    ['process', 'require', 'module', 'global', 'Buffer', '__dirname', 'electron', 'ipcRenderer'].filter((name) =>
      Reflect.has(window, name),
    ),
  );
  expect(globals).toEqual([]);
  const bridge = await page.evaluate(() => Object.keys(window.counterfoil).sort());
  expect(bridge).toEqual(['call', 'camera', 'onEvent', 'painted']);

  const policy = await page.evaluate(async () => (await fetch('app://kiosk/')).headers.get('content-security-policy'));
  for (const part of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
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
    'licences.md',
    'index.html%00.png',
  ];
  const statuses = await page.evaluate(
    (all) => Promise.all(all.map((path) => fetch(`app://kiosk/${path}`).then(({ status }) => status, () => 0))),
    paths,
  );
  // 404 from us, or 0: an address that Chromium itself refuses.
  const got = paths.filter((_path, index) => statuses[index] !== 404 && statuses[index] !== 0);
  expect(got, 'paths that gave something').toEqual([]);
  const other = await page.evaluate(() =>
    Promise.all(
      ['app://kiosk/index.html', 'app://elsewhere/index.html'].map((url) =>
        fetch(url).then(({ status }) => status, () => 0),
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
test('no key opens developer tools, a menu, a second window or another page', async ({ openKiosk, machine }) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await page.evaluate(() => {
    document.documentElement.dataset.mark = 'here';
  });
  const keys = openXKeyboard(machine.environment);
  const forbidden = ['F12', 'F5', 'F11', 'F10', 'Alt_L', 'ctrl+shift+i', 'ctrl+shift+j', 'ctrl+shift+c', 'ctrl+r'];
  for (const key of [...forbidden, 'ctrl+n', 'ctrl+t', 'ctrl+o', 'ctrl+p', 'ctrl+s', 'ctrl+u', 'alt+Left', 'ctrl+w']) {
    await keys.press(key);
  }
  // The positive control: a letter by the same keyboard arrives, after all of them.
  await keys.type('7');
  await expect(page.locator('#find-card')).toHaveValue('7');
  await expectSamePage(page, 'after the keys');
  expect(await targetsOf(kiosk.dataFolder)).toEqual(['app://kiosk/']);
  expect(await page.evaluate(() => window.innerHeight === window.outerHeight), 'no menu bar takes room').toBe(true);
});
