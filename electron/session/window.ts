import { join } from 'node:path';
import { BrowserWindow, screen } from 'electron';

/**
 * The one window. Hidden until the keeper orders it shown: a spare paints its start screen in the dark.
 * The partition is in memory (no `persist:`), so no page data reaches a file.
 */
export function createKioskWindow(): BrowserWindow {
  const { bounds } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    // Without a window manager `kiosk` alone leaves the default size: the bounds are set as well.
    ...bounds,
    show: false,
    frame: false,
    kiosk: !__EVALUATION__,
    backgroundColor: '#FBFAF7',
    title: 'Counterfoil',
    webPreferences: {
      preload: join(__dirname, 'bridge.cjs'),
      partition: 'applicant',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A spare must be ready to show at once although nobody sees it yet.
      backgroundThrottling: false,
      devTools: __EVALUATION__,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  window.removeMenu();
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}
