import { spawn } from 'node:child_process';
import type { Page } from '@playwright/test';
import { waitForStart } from '../../build/kiosk/clerk.ts';
import { forXTools, mappedWindows } from '../support/display/mapped-windows.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { expect, test } from './fixtures.ts';

// A dialog of the system has a file chooser in it, keeps the idle lock away, and is drawn by a library that nobody here
// has read. None may open. The windows are watched in every test of the suite; here everything is tried that opens one.

/** Does this in the page just after a hand was seen there: most of what a page may open takes one. */
async function withAHand(page: Page, act: () => void): Promise<void> {
  // The positive control: whatever takes a hand was allowed to be asked for. A hand counts for five seconds, and a machine that
  // stood still meanwhile clicks once more.
  const isActive = () => page.evaluate(() => navigator.userActivation.isActive);
  await expect(async () => {
    await page.mouse.click(2, 2);
    expect(await isActive()).toBe(true);
    await page.evaluate(act);
  }).toPass();
}

// About 8 s.
test('no key, no click and no call of a page opens a dialog, a chooser or another window', async ({
  machine,
  openKiosk,
  windows,
}) => {
  const kiosk = await openKiosk();
  const { page } = await kiosk.signedIn();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.type());
    // Electron may have ended it by then.
    void dialog.dismiss().catch(() => undefined);
  });

  await test.step('a field for files opens no chooser', async () => {
    await withAHand(page, () => {
      const input = document.createElement('input');
      input.type = 'file';
      document.body.append(input);
      input.click();
    });
    await withAHand(page, () => {
      const input = document.createElement('input');
      input.type = 'file';
      input.multiple = true;
      input.click();
    });
    expect(await page.evaluate(() => 'showPicker' in HTMLInputElement.prototype)).toBe(false);
    expect(
      await page.evaluate(() =>
        ['showOpenFilePicker', 'showSaveFilePicker', 'showDirectoryPicker'].filter((name) => name in window),
      ),
    ).toEqual([]);
  });

  await test.step('the page’s own dialogs do nothing', async () => {
    expect(await page.evaluate(() => [window.print(), window.alert('x'), window.confirm('x')])).toEqual([
      undefined,
      undefined,
      false,
    ]);
    // Electron itself has no prompt; whether it says so or answers nothing is its own affair.
    expect(
      await page.evaluate(() => {
        try {
          return window.prompt('x');
        } catch {
          return null;
        }
      }),
    ).toBeNull();
    await withAHand(page, () => window.print());
  });

  await test.step('keys and the right button open nothing', async () => {
    const keys = openXKeyboard(machine.environment);
    for (const key of [
      'ctrl+p',
      'ctrl+shift+p',
      'ctrl+s',
      'ctrl+o',
      'ctrl+n',
      'ctrl+j',
      'F1',
      'Print',
      'Menu',
    ]) {
      await keys.press(key);
    }
    await page.mouse.click(400, 300, { button: 'right' });
  });

  await test.step('nothing is saved, shared or opened elsewhere', async () => {
    await withAHand(page, () => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob(['x']));
      link.download = 'x.txt';
      link.click();
    });
    await withAHand(page, () => {
      window.open('mailto:somebody@example.org');
    });
    await withAHand(page, () => {
      window.open('app://kiosk/');
    });
  });

  expect(dialogs).toEqual([]);
  expect(await windows.takeForeign()).toEqual([]);

  await test.step('leaving the page asks nobody', async () => {
    await page.evaluate(() => window.addEventListener('beforeunload', (event) => event.preventDefault()));
    await withAHand(page, () => {
      location.href = 'about:blank';
    });
    // Nobody was asked, and Electron leaves the page where it is.
    await waitForStart(page);
    expect(await windows.takeForeign()).toEqual([]);
  });
});

test('a foreign window is seen: the positive control of the watch', async ({
  machine,
  openKiosk,
  windows,
}) => {
  const kiosk = await openKiosk();
  await kiosk.shown();
  expect(await windows.takeForeign()).toEqual([]);
  const foreign = spawn('xev', ['-name', 'A foreign window'], {
    env: forXTools(machine.environment),
    stdio: 'ignore',
  });
  try {
    await expect.poll(async () => (await windows.takeForeign()).join()).toContain('A foreign window');
    const titles = (await mappedWindows(machine.environment)).map(({ title }) => title);
    expect(titles).toContain('A foreign window');
  } finally {
    foreign.kill();
  }
});
