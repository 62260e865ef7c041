import type { WebContents } from 'electron';

/**
 * Keeps `<input type="file">` from opening the system's file chooser, in which files can be renamed and removed.
 * No page of ours has one. Electron has no other way to refuse it: whoever debugs a page may ask to be told of a
 * chooser instead of seeing it open, and here nobody listens. This opens no port. Chromium 114 asks only for clicks;
 * the other way in is closed by the preload.
 */
export async function refuseFileChoosers({ debugger: pages }: WebContents): Promise<void> {
  pages.attach('1.3');
  await pages.sendCommand('Page.enable');
  await pages.sendCommand('Page.setInterceptFileChooserDialog', { enabled: true });
}
