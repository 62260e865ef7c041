import { BrowserWindow, screen } from 'electron';
import { coverScreen } from '../window.ts';

/** The one window of the front page, hidden until there is something on it. It has no way out. */
export function createFrontWindow(): BrowserWindow {
  const { bounds } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    frame: false,
    backgroundColor: '#FBFAF7',
    title: 'Counterfoil',
    webPreferences: {
      // In memory: no page data reaches a file.
      partition: 'front',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // The page needs none. Tests read it by script.
      javascript: __EVALUATION__,
      devTools: __EVALUATION__,
      navigateOnDragDrop: false,
      safeDialogs: true,
    },
  });
  coverScreen(window, bounds);
  window.removeMenu();
  // A window manager may ask the window to close; behind it there is nothing.
  window.on('close', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}
