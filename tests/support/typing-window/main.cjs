// Another program with a field to type in, as any window of this runtime is. Nothing of the product.
const { app, BrowserWindow } = require('electron');

for (const name of ['userData', 'sessionData', 'logs', 'crashDumps']) app.setPath(name, process.env.HOME);
process.on('disconnect', () => app.exit(0));

app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 300, height: 150, show: false });
  // Told by its title: what was typed has arrived, through whatever input method there is.
  window.on('page-title-updated', (_event, title) => process.send(title));
  window.webContents.once('did-finish-load', () => {
    window.show();
    window.focus();
    window.webContents.focus();
    process.send('shown');
  });
  window.loadURL('data:text/html,<title>field</title><input autofocus oninput="document.title=this.value">');
});
