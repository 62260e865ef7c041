import { join } from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import {
  type OsPrintOrder,
  type OsPrintReport,
  osPrintEnvironment,
  osPrintOrder,
} from '../../shared/contract/printing/os-printing.ts';
import { defectOf } from '../lib/defects/report-defect.ts';

/** ID-1 in micrometres, as `webContents.print` wants it. Left out, it prints on A4 (measured). */
const CARD = { width: 85_600, height: 53_980 };

const SCHEME = 'card';

/**
 * Prints for a print worker on Windows and macOS, whose queues only Electron reaches. Never on Linux: there
 * Chromium writes the whole document to a file that stays behind, and its callback may never come (measured): the
 * worker ends this process then. Untested on either system: a kiosk there cannot go live, and what its spooler
 * keeps nobody has measured.
 */
export function printOnOsQueue(): void {
  const environment = osPrintEnvironment.safeParse(process.env);
  if (process.send === undefined || !environment.success || process.platform === 'linux') {
    app.exit(2);
    return;
  }
  const { COUNTERFOIL_OS_PRINTING_FOLDER: folder, COUNTERFOIL_OS_PRINTING_QUEUE: queue } = environment.data;
  process.on('disconnect', () => app.exit(0));
  app.setPath('userData', join(folder, 'chromium'));
  // Electron would show an error in a window that nobody closes, and go on.
  const fail = (error: unknown): void => {
    end({ kind: 'failed', defect: defectOf('printing on a queue of the system', error) });
  };
  process.on('uncaughtException', fail);
  printOn(queue).then(end, fail);
}

/** The last word, and the end once it is on its way. */
function end(report: OsPrintReport): void {
  process.send?.(report, undefined, undefined, () => app.exit(0));
}

/** Asks for the card only when there is a queue to print it on. */
async function printOn(queue: string): Promise<OsPrintReport> {
  await app.whenReady();
  const window = new BrowserWindow({
    show: false,
    // In memory: no page data reaches a file.
    webPreferences: { partition: SCHEME, sandbox: true, javascript: false, spellcheck: false },
  });
  const { webContents } = window;
  const known = await webContents.getPrintersAsync();
  if (!known.some(({ name }) => name === queue)) return { kind: 'no-such-queue' };
  const order = new Promise<unknown>((resolve) => process.once('message', resolve));
  process.send?.({ kind: 'ready' } satisfies OsPrintReport);
  await load(webContents, osPrintOrder.parse(await order));
  return print(webContents, queue);
}

function load(webContents: WebContents, order: OsPrintOrder): Promise<void> {
  webContents.session.protocol.handle(SCHEME, (request) => pageOf(order, new URL(request.url).hostname));
  return webContents.loadURL(`${SCHEME}://page/`);
}

function print(webContents: WebContents, queue: string): Promise<OsPrintReport> {
  return new Promise((resolve) => {
    webContents.print(
      {
        silent: true,
        deviceName: queue,
        printBackground: true,
        margins: { marginType: 'none' },
        pageSize: CARD,
        duplexMode: 'longEdge',
      },
      (success) => resolve(success ? { kind: 'handed-over' } : { kind: 'failed', defect: null }),
    );
  });
}

/** Two faces, two pages. The title is what a spooler calls the job. */
function pageOf({ front, back }: OsPrintOrder, name: string): Response {
  const png = { headers: { 'content-type': 'image/png' } };
  if (name === 'front') return new Response(new Uint8Array(front), png);
  if (name === 'back') return new Response(new Uint8Array(back), png);
  const face = (which: string): string => `<img src="${SCHEME}://${which}/">`;
  const style =
    '@page{size:85.6mm 53.98mm;margin:0}body{margin:0}img{display:block;width:85.6mm;height:53.98mm}';
  return new Response(
    `<!doctype html><title>Card</title><style>${style}</style>${face('front')}${face('back')}`,
    { headers: { 'content-type': 'text/html; charset=utf-8' } },
  );
}
