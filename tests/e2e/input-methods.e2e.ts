import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NO_INPUT_METHOD } from '../../electron/lib/display/no-input-method.ts';
import { openXKeyboard } from '../support/keyboard/x-keyboard.ts';
import { bringTo } from '../support/kiosk/clerk-steps.ts';
import { TEODORO } from '../support/kiosk/people.ts';
import { inputMethodsOf, inputMethodsOfWindow } from '../support/typing-window.ts';
import { expect, test } from './fixtures.ts';

/** A module that comes with GTK, in the place of one that learns words. */
const MODULE = '/usr/lib/x86_64-linux-gnu/gtk-3.0/3.0.0/immodules/im-xim.so';

// About 5 s.
test('a window of this runtime takes an installed input method by itself, and none where it is told so', async ({
  machine,
}) => {
  test.skip(!existsSync(MODULE), 'this machine has no input method of GTK to take');
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-modules-'));
  try {
    // As the packages of ibus and fcitx register themselves: for every language.
    const GTK_IM_MODULE_FILE = join(folder, 'immodules.cache');
    writeFileSync(GTK_IM_MODULE_FILE, `"${MODULE}"\n"xim" "learns" "gtk30" "/usr/share/locale" "*"\n`);
    const installed = { GTK_IM_MODULE_FILE, LANG: 'C.UTF-8' };
    // The positive control.
    expect(await inputMethodsOfWindow(machine, installed)).toEqual(['/immodules/im-xim.so']);
    expect(await inputMethodsOfWindow(machine, { ...installed, ...NO_INPUT_METHOD })).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

// About 5 s.
test('a session names none, whatever the kiosk was started with', async ({ machine, openKiosk }) => {
  const started = { GTK_IM_MODULE: 'xim', XMODIFIERS: '@im=ibus' };
  const kiosk = await openKiosk({ keeperEnvironment: started });
  const { page, pid } = await kiosk.signedIn();
  await bringTo('answers', page, TEODORO);
  await openXKeyboard(machine.environment).type('Teo');
  await expect(page.locator('#answer-name')).toHaveValue('Teo');
  const variablesOf = (process: number): readonly string[] =>
    readFileSync(`/proc/${process}/environ`, 'utf8').split('\0');
  const settings = Object.entries(NO_INPUT_METHOD).map(([name, value]) => `${name}=${value}`);
  expect(variablesOf(pid)).toEqual(expect.arrayContaining(settings));
  expect(inputMethodsOf(pid)).toEqual([]);
  // The control: the keeper was really told of one.
  expect(variablesOf(kiosk.keeper().pid)).toContain('GTK_IM_MODULE=xim');
});
