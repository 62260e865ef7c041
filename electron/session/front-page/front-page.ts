import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, type BrowserWindow, Menu, protocol } from 'electron';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import {
  type FrontPage,
  type FrontReport,
  frontEnvironment,
  frontOrder,
} from '../../../shared/contract/launcher.ts';
import { lockDownNetwork, lockDownProcess } from '../lockdown.ts';
import { SCHEME } from '../pages.ts';
import { guardPermissions } from '../permissions.ts';
import { showFullScreen } from '../window.ts';
import { createFrontWindow } from './front-window.ts';
import { AGAIN, pageHtml } from './page-html.ts';

/** What the page may load: its style sheet and its font. No script at all. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src app://kiosk/page.css; font-src app://kiosk/noto-sans.woff2; base-uri 'none'; form-action 'none'";

/** The page's own files, by their addresses. */
const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  'app://kiosk/page.css': ['page.css', 'text/css; charset=utf-8'],
  'app://kiosk/noto-sans.woff2': ['noto-sans.woff2', 'font/woff2'],
};

/**
 * Shows what the launcher says while there is no kiosk. It needs neither vault nor policy, camera or printer, and
 * ends with the launcher.
 */
export function showFrontPage(): void {
  const environment = frontEnvironment.safeParse(process.env);
  if (process.send === undefined || !environment.success) {
    app.exit(2);
    return;
  }
  const folder = environment.data.COUNTERFOIL_FRONT_FOLDER;
  process.on('disconnect', () => app.exit(0));
  for (const name of ['userData', 'sessionData', 'logs', 'crashDumps'] as const) app.setPath(name, folder);
  lockDownProcess(app);
  protocol.registerSchemesAsPrivileged([SCHEME]);
  Menu.setApplicationMenu(null);
  // A page that is gone leaves the screen black: the launcher sees this end and shows another.
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', () => app.exit(4));
  });
  void app.whenReady().then(open);
}

function open(): void {
  const window = createFrontWindow();
  const { session } = window.webContents;
  let page: FrontPage | null = null;
  let orders = 0;
  let isLoading = false;
  // Until the launcher has said it, the careful answer.
  let use: KioskUse = 'evaluation';
  session.protocol.handle('app', (request) => respond(request.url, page, use));
  lockDownNetwork(session);
  guardPermissions(session, { wanted: false });

  /**
   * One after the other, and the last is shown. Chromium says that a page stopped loading after it has finished, and a load that
   * began between the two would take that for its own end.
   */
  const load = async (): Promise<void> => {
    if (isLoading) return;
    isLoading = true;
    for (let loaded = 0; loaded !== orders; ) {
      loaded = orders;
      await window.loadURL('app://kiosk/');
      if (window.webContents.isLoading()) await once(window.webContents, 'did-stop-loading');
    }
    isLoading = false;
    show(window, page?.kind === 'problem');
  };

  /** Once for each page: whoever presses twice has pressed once. */
  const again = (): void => {
    if (page?.kind !== 'problem' || !page.again) return;
    page = { ...page, again: false };
    report({ kind: 'again' });
  };
  window.webContents.on('will-navigate', (event, url) => {
    event.preventDefault();
    if (url === AGAIN) again();
  });
  // Here and not by the link, which a page that lost its focus would not hear. A key that is held down is no answer.
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.key !== 'Enter') return;
    event.preventDefault();
    if (!input.isAutoRepeat) again();
  });
  process.on('message', (message) => {
    const order = frontOrder.safeParse(message);
    if (!order.success) return;
    ({ page, use } = order.data);
    orders += 1;
    // The launcher sees this end, and shows another.
    load().catch(() => app.exit(8));
  });
}

/**
 * A page without a key leaves the keyboard alone: the kiosk may come up in the same moment, and would lose it with
 * the end of this window.
 */
function show(window: BrowserWindow, hasKey: boolean): void {
  if (hasKey) showFullScreen(window);
  else {
    window.showInactive();
    // For window managers, as in showFullScreen.
    window.setKiosk(true);
  }
  report({ kind: 'shown' });
}

async function respond(url: string, page: FrontPage | null, use: KioskUse): Promise<Response> {
  const headers = {
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  if (url === 'app://kiosk/' && page !== null) {
    return new Response(pageHtml(page, use), {
      headers: { ...headers, 'content-type': 'text/html; charset=utf-8' },
    });
  }
  const file = FILES[url];
  if (file === undefined) return new Response('not found', { status: 404 });
  const body = new Uint8Array(await readFile(join(__dirname, 'front-page', file[0])));
  return new Response(body, { headers: { ...headers, 'content-type': file[1] } });
}

function report(message: FrontReport): void {
  process.send?.(message);
}
