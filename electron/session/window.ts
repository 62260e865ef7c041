import { join } from 'node:path';
import { BrowserWindow, type Rectangle, screen } from 'electron';

/**
 * The one window. Hidden until the keeper orders it shown: a spare paints its start screen unseen.
 * The partition is in memory (no `persist:`), so no page data reaches a file.
 */
export function createKioskWindow(): BrowserWindow {
  const { bounds } = screen.getPrimaryDisplay();
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    // Not `kiosk` or `fullscreen`: either maps the window at once in spite of `show: false`, and a spare would
    // lie over the session on the screen (measured).
    frame: false,
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
      // A card that was set aside is told of by a tone, perhaps before anybody has pressed a key on this screen.
      autoplayPolicy: 'no-user-gesture-required',
      devTools: __EVALUATION__,
      navigateOnDragDrop: false,
      // Beside the page's own policy, which forbids them as well.
      disableDialogs: true,
    },
  });
  coverScreen(window, bounds);
  window.removeMenu();
  window.webContents.on('will-navigate', (event) => event.preventDefault());
  window.webContents.on('will-attach-webview', (event) => event.preventDefault());
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  return window;
}

/**
 * Gives the window exactly the size of the screen, with or without a window manager. Asked for just that size,
 * Chromium takes one pixel off each side for a window that is not full screen, and without a window manager full
 * screen changes nothing at the X server (measured). A larger size that is cut to the greatest one allowed
 * comes out as it should.
 */
export function coverScreen(window: BrowserWindow, { x, y, width, height }: Rectangle): void {
  window.setMaximumSize(width, height);
  window.setBounds({ x, y, width: width + 1, height: height + 1 });
}

/** Puts the window on the screen, over everything else, with the keyboard in its page. */
export function showFullScreen(window: BrowserWindow): void {
  window.show();
  // For window managers: above panels and without a frame of theirs.
  window.setKiosk(true);
  // Without a window manager nobody else gives the page the keyboard.
  window.focus();
  window.webContents.focus();
}
