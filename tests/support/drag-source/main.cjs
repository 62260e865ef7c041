// Another program beside the kiosk, out of which a link and a file can be dragged. Nothing of the product.
const { app, BrowserWindow, ipcMain, nativeImage } = require('electron');
const { join } = require('node:path');

const folder = process.env.DRAG_FOLDER;
for (const name of ['userData', 'sessionData', 'logs', 'crashDumps']) app.setPath(name, folder);
process.on('disconnect', () => app.exit(0));

app.whenReady().then(() => {
  const [x, y, width, height] = process.env.DRAG_BOUNDS.split(',').map(Number);
  const window = new BrowserWindow({
    ...{ x, y, width, height, frame: false, show: false },
    webPreferences: { nodeIntegration: true, contextIsolation: false, sandbox: false },
  });
  // A drag without a picture of its own is refused by Electron.
  const icon = nativeImage.createFromBitmap(Buffer.alloc(16 * 16 * 4, 0x80), { width: 16, height: 16 });
  ipcMain.on('drag', (event) => event.sender.startDrag({ file: process.env.DRAG_FILE, icon }));
  window.webContents.once('did-finish-load', () => {
    window.showInactive();
    process.send('shown');
  });
  window.loadFile(join(__dirname, 'page.html'));
});
