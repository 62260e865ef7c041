// The smallest app there is: says when its first screen is painted, and ends. build/runtime/first-screen.ts
// starts it to learn whether an Electron can show anything on this machine before a clerk depends on it.
const { app, BrowserWindow } = require('electron');
// Sandbox and --no-sandbox together are an endless loop of crashes (root needs the latter).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
app.whenReady().then(() => {
  const window = new BrowserWindow({ show: false, width: 320, height: 200 });
  window.once('ready-to-show', () => {
    console.log('first screen');
    app.quit();
  });
  window.loadURL('data:text/html,<title>probe</title><p>first screen</p>');
});
