import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, clipboard, ipcMain, Menu, MessageChannelMain, protocol, utilityProcess } from 'electron';
import { sessionDefect } from '../../shared/contract/defects/defect.ts';
import { FRONT_PAGE_SWITCH } from '../../shared/contract/launcher.ts';
import type { PageChannel } from '../../shared/contract/page-channels.ts';
import { OS_PRINTING_SWITCH } from '../../shared/contract/printing/os-printing.ts';
import {
  type MainEnvironment,
  mainEnvironment,
  type SessionReport,
  sessionOrder,
} from '../../shared/contract/session.ts';
import type { Defect } from '../../shared/defects.ts';
import { defectOf, ownUpToDefects } from '../lib/defects/report-defect.ts';
import { refuseFileChoosers } from './file-choosers.ts';
import { showFrontPage } from './front-page/front-page.ts';
import { lockDownNetwork, lockDownProcess } from './lockdown.ts';
import { printOnOsQueue } from './os-printing.ts';
import { SCHEME, servePages } from './pages.ts';
import { type CameraGate, guardPermissions } from './permissions.ts';
import { giveUpPrimary } from './primary-selection.ts';
import { createKioskWindow, showFullScreen } from './window.ts';

/**
 * Electron's main process of one session. It opens the window, hands a port from the page to the relay and
 * then knows nothing: no payload passes through it, because what is typed into a page is found in this
 * process's memory anyway (measured) and ends only with it.
 */
function run(): void {
  const environment = mainEnvironment.safeParse(process.env);
  // There is no session without a keeper: it alone could prove that this one has ended.
  if (process.send === undefined || !environment.success) {
    process.stderr.write(
      'Counterfoil sessions are started by the keeper. Run the counterfoil command instead.\n',
    );
    app.exit(2);
    return;
  }
  process.on('disconnect', () => app.exit(0));
  // Electron would show its message in a window, and go on.
  ownUpToDefects('main process', () => app.exit(11), tellDefect);
  process.on('unhandledRejection', (error) => void tellDefect(defectOf('main process', error)));
  const chromium = join(environment.data.COUNTERFOIL_SESSION_FOLDER, 'chromium');
  // Made here, because Chromium's own threads write into it at once and some do not wait until it is there
  // (measured: in 3 of 24 sessions the debugging port was nowhere to be found).
  mkdirSync(chromium, { recursive: true, mode: 0o700 });
  for (const name of ['userData', 'sessionData', 'logs', 'crashDumps'] as const) app.setPath(name, chromium);
  lockDownProcess(app);
  protocol.registerSchemesAsPrivileged([SCHEME]);
  Menu.setApplicationMenu(null);
  app.on('window-all-closed', () => app.exit(0));
  app.on('web-contents-created', (_event, contents) => {
    contents.on('render-process-gone', () => app.exit(4));
  });
  void app.whenReady().then(() => open(environment.data));
}

function open(programs: MainEnvironment): void {
  // First, because its process and the core's take longer to come up than the page.
  const relay = utilityProcess.fork(
    join(__dirname, 'relay.cjs'),
    [programs.COUNTERFOIL_CORE, programs.COUNTERFOIL_NODE],
    { stdio: 'inherit' },
  );
  const window = createKioskWindow();
  const gate: CameraGate = { wanted: false };
  servePages(window.webContents.session.protocol, join(__dirname, '..', 'renderer'));
  lockDownNetwork(window.webContents.session);
  guardPermissions(window.webContents.session, gate);
  void refuseFileChoosers(window.webContents);

  // Part of a session is no session: the keeper sees the end and puts a spare in its place.
  relay.on('exit', () => app.exit(5));
  relay.on('message', (message) => {
    const told = sessionDefect.safeParse(message);
    if (told.success) void tellDefect(told.data).then(() => app.exit(5));
  });
  // Electron asks nobody before a page goes to about:blank (measured). A page that is not ours is no session.
  window.webContents.on('did-navigate', (_event, url) => {
    if (url !== 'app://kiosk/') app.exit(7);
  });
  // A page without its bridge never paints: better seen now than waited for.
  window.webContents.on('preload-error', () => app.exit(9));
  window.webContents.on('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain();
    relay.postMessage('port', [port1]);
    window.webContents.postMessage('core-port' satisfies PageChannel, null, [port2]);
  });
  const ours = (event: { readonly senderFrame: unknown }): boolean =>
    !window.isDestroyed() && event.senderFrame === window.webContents.mainFrame;
  ipcMain.on('painted' satisfies PageChannel, (event) => {
    if (ours(event)) void report({ kind: 'painted' });
  });
  // It would answer for ever, with nothing on it.
  ipcMain.on('failed' satisfies PageChannel, (event) => {
    if (ours(event)) app.exit(10);
  });
  ipcMain.on('still-there' satisfies PageChannel, (event) => {
    if (ours(event)) void report({ kind: 'still-there' });
  });
  // Chromium has put it into PRIMARY on the way here: its own message comes first, on the same pipe.
  ipcMain.on('selected' satisfies PageChannel, () => giveUpPrimary(clipboard));
  ipcMain.handle('camera' satisfies PageChannel, (event, wanted: unknown) => {
    if (ours(event)) gate.wanted = wanted === true;
  });
  process.on('message', (message) => {
    const order = sessionOrder.safeParse(message);
    // A window that this session's end has taken throws at any touch, and Electron would show that to whoever stands there.
    if (!order.success || window.isDestroyed()) return;
    if (order.data.kind === 'still-there') {
      window.webContents.send('still-there' satisfies PageChannel);
      return;
    }
    showFullScreen(window);
    void report({ kind: 'shown' });
  });
  window.loadURL('app://kiosk/').catch(() => app.exit(8));
}

/** Resolves once it is on its way. */
function report(message: SessionReport): Promise<void> {
  // A keeper that is gone hears nothing; `disconnect` ends this process. Without a callback the error would have nobody.
  return new Promise((sent) => process.send?.(message, undefined, undefined, () => sent()));
}

function tellDefect(told: Defect): Promise<void> {
  return report({ kind: 'defect', defect: told });
}

// No fuse blocks remote debugging, so a release build leaves when it is asked for.
const debugging = ['remote-debugging-port', 'remote-debugging-pipe'].some((name) =>
  app.commandLine.hasSwitch(name),
);
if (!__EVALUATION__ && debugging) app.exit(3);
else if (app.commandLine.hasSwitch(OS_PRINTING_SWITCH)) printOnOsQueue();
else if (app.commandLine.hasSwitch(FRONT_PAGE_SWITCH)) showFrontPage();
else run();
