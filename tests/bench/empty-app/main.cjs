// The baseline of `npm run bench`: what Electron itself costs. One window with one static page from disk; on
// request also an echo in a utility process, or a page that is printed to PDF whenever the bench asks.
const { app, BrowserWindow, MessageChannelMain, screen, utilityProcess } = require('electron');
const { mkdirSync } = require('node:fs');
const { join } = require('node:path');

// Sandbox and --no-sandbox together are an endless loop of crashes (root needs the latter).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const chromium = join(process.env.BENCH_FOLDER, 'chromium');
// As in a session: Chromium does not wait until the folder is there before it writes the debugging port.
mkdirSync(chromium, { recursive: true });
for (const name of ['userData', 'sessionData', 'logs', 'crashDumps']) app.setPath(name, chromium);
process.on('disconnect', () => app.exit(0));

const echo = process.env.BENCH_PART === 'echo';

function addEcho(window) {
  const child = utilityProcess.fork(join(__dirname, 'echo.cjs'));
  window.webContents.on('did-finish-load', () => {
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage('port', [port1]);
    window.webContents.postMessage('port', null, [port2]);
  });
}

/** The card is put into the page, made a PDF, and photographed at the card printer's 300 dots per inch. */
async function printCard(contents, { markup, scale, width, height }) {
  const began = performance.now();
  // The photo must be decoded, or the sheet would go without it.
  await contents.executeJavaScript(
    `document.body.innerHTML = ${JSON.stringify(markup)};
     Promise.all(Array.from(document.querySelectorAll('image'), (image) => image.decode())).then(() => true)`,
  );
  const filled = performance.now();
  const pdf = await contents.printToPDF({ printBackground: true, preferCSSPageSize: true });
  const printed = performance.now();
  if (!contents.debugger.isAttached()) contents.debugger.attach();
  const clip = { x: 0, y: 0, width, height, scale };
  const captureBegan = performance.now();
  const { data } = await contents.debugger.sendCommand('Page.captureScreenshot', { format: 'png', clip });
  const captured = performance.now() - captureBegan;
  return {
    fill: filled - began,
    print: printed - filled,
    capture: captured,
    pdf: pdf.toString('base64'),
    png: data,
  };
}

app.whenReady().then(() => {
  const window = new BrowserWindow({
    ...screen.getPrimaryDisplay().bounds,
    show: false,
    frame: false,
    backgroundColor: '#FBFAF7',
    webPreferences: {
      sandbox: true,
      spellcheck: false,
      backgroundThrottling: false,
      ...(echo ? { preload: join(__dirname, 'preload.cjs') } : {}),
    },
  });
  window.once('ready-to-show', () => {
    window.show();
    // Without a window manager nobody else gives the page the keyboard.
    window.focus();
    window.webContents.focus();
  });
  if (echo) addEcho(window);
  process.on('message', async (card) => process.send(await printCard(window.webContents, card)));
  // A unit that starts it has nobody who listens.
  window.webContents.once('did-finish-load', () => process.send?.('loaded'));
  window.loadFile(process.env.BENCH_PAGE ?? join(__dirname, 'page.html'));
});
