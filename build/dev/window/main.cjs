// The browser that ships, with one empty window: whoever opens it brings the pages. Nothing of the product.
const { app, BrowserWindow } = require('electron');

process.on('disconnect', () => app.exit(0));

app.whenReady().then(() => {
  const window = new BrowserWindow({
    ...{ width: 1280, height: 800, frame: false },
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  window.loadURL('about:blank');
});
