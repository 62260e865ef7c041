import { waitForStart } from '../../build/kiosk/clerk.ts';
import { startCountingServer } from '../support/kiosk/counting-server.ts';
import { expectSamePage, markPage, targetsOf } from '../support/kiosk/targets.ts';
import { expect, test } from './fixtures.ts';

// About 6 s.
test('nothing leaves the page: no request, no navigation, no window reaches a server on this very machine', async ({
  openKiosk,
}) => {
  const server = await startCountingServer();
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  await markPage(page);
  const tried = await page.evaluate(async (address) => {
    const settled = (attempt: Promise<unknown>): Promise<string> =>
      attempt.then(
        () => 'reached',
        () => 'refused',
      );
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
  for (const url of [
    ...elsewhere,
    'data:text/html,<h1>data</h1>',
    'javascript:document.body.remove()',
    'app://kiosk/?other',
  ]) {
    for (const way of ['location', 'link', 'form', 'beacon']) {
      await page.evaluate(
        ({ to, by }) => {
          const link = Object.assign(document.createElement('a'), {
            href: to,
            target: by === 'link' ? '_blank' : '',
          });
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
  // Behind the answer, which nobody would hear any more.
  await session.page.evaluate(() => {
    setTimeout(() => {
      location.href = 'about:blank';
    }, 100);
  });
  const fresh = await kiosk.shown(session);
  await waitForStart(fresh.page);
  await expect(fresh.page.locator('[data-last-ending="replaced"]')).toBeVisible();
});
