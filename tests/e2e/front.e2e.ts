import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { expectAccessible } from '../support/accessibility/expect-accessible.ts';
import { focusedWindow, mappedWindows } from '../support/display/mapped-windows.ts';
import { attachToFront } from '../support/kiosk/attach-to-front.ts';
import { freeze, until } from '../support/kiosk/session-processes.ts';
import { settingsText } from '../support/kiosk/settings-text.ts';
import { LONG } from '../support/long.ts';
import { commandLine, descendantsOf, identify, stillRunning } from '../support/memory/process-tree.ts';
import { type Counter, expect, PATIENT, type StartedCommand, test } from './deployed-fixtures.ts';

/** Its first screen says what it is as well. */
const KIOSK = /Counterfoil$/;
const LOCKED = 'Counterfoil is already running (CF-40)';

function settingsOf(counter: Counter, dataFolder: string): Readonly<Record<string, string>> {
  return counter.settings(settingsText({ dataFolder }));
}

/** A kiosk on its screen, its data folder, and who keeps it. */
async function running(counter: Counter, environment: Readonly<Record<string, string>> = {}) {
  const dataFolder = join(counter.home, 'data');
  const command = counter.start({ ...settingsOf(counter, dataFolder), ...environment });
  await command.onScreen;
  const window = await counter.window(KIOSK);
  return { command, dataFolder, window, keeper: await keeperOf(command) };
}

/** The keeper that the command started: another one than `not`. */
function keeperOf(command: StartedCommand, not: number | null = null): Promise<number> {
  const isKeeper = (pid: number): boolean =>
    commandLine(pid)?.some((word) => word.endsWith('keeper.mjs')) ?? false;
  return until(
    'a keeper',
    () => descendantsOf(command.pid).find((pid) => pid !== not && isKeeper(pid)) ?? null,
  );
}

test('a keeper that is killed is started again, a page says so meanwhile, and the kiosk is back by itself', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const { command, dataFolder, keeper } = await running(counter);
  process.kill(keeper, 'SIGKILL');
  const next = await keeperOf(command, keeper);
  // Held before its first session can be shown: that takes it ten times as long as it takes to find it.
  const held = freeze(next);
  await counter.window('Starting again');
  counter.keepPicture('front-starting-again');
  held.thaw();
  const window = await counter.window(KIOSK);
  await expect.poll(() => focusedWindow({ DISPLAY: counter.display.name }), PATIENT).toBe(window.id);
  await expect
    .poll(
      () => readRecordedSessions(join(dataFolder, 'sessions.json'))?.sessions.find(({ shown }) => shown)?.pid,
    )
    .toBe(window.pid);
  expect(command.log.filter((line) => line.includes('it is started again'))).toHaveLength(1);
  expect(await command.stop()).toBe(0);
});

test(
  'the kiosk outlives its X server: the same keeper is back on the screen once there is one',
  LONG,
  async ({ openCounter }) => {
    const counter = await openCounter();
    const { command, keeper, window } = await running(counter);
    const drawn = identify([Number(window.pid)]);
    await counter.display.kill();
    await until('the end of every window', () => (stillRunning(drawn).length === 0 ? true : null));
    await counter.display.restart();
    const back = await counter.window(KIOSK);
    expect(back.pid).not.toBe(window.pid);
    // With it lives every key that is in memory only.
    expect(await keeperOf(command)).toBe(keeper);
    expect(await command.stop()).toBe(0);
  },
);

test('a refusal outlives its X server too', LONG, async ({ openCounter }) => {
  const counter = await openCounter();
  const command = counter.start({ COUNTERFOIL_DATA: '/tmp' });
  const page = await counter.window('A setting is in the environment (CF-55)');
  const drawn = identify([Number(page.pid)]);
  await counter.display.kill();
  await until('the end of the page', () => (stillRunning(drawn).length === 0 ? true : null));
  await counter.display.restart();
  await counter.window('A setting is in the environment (CF-55)');
  expect(await command.stop()).toBe(55);
});

test('a second kiosk never covers the first: not with its data, not with other data, not with a page', async ({
  openCounter,
}) => {
  const counter = await openCounter();
  const { command, dataFolder, window, keeper } = await running(counter);
  const [same, other, wrong] = [
    counter.start(settingsOf(counter, dataFolder)),
    counter.start(settingsOf(counter, join(counter.home, 'other'))),
    counter.start({ COUNTERFOIL_DATA: dataFolder }),
  ];
  expect(await same.ended).toBe(64);
  expect(await other.ended).toBe(64);
  expect(await wrong.ended).toBe(55);
  for (const second of [same, other])
    expect(second.refusals()).toEqual([expect.stringContaining('Another kiosk is on this screen.')]);
  // Not by its title: the screen may have come up behind the words of a wait.
  const mapped = await mappedWindows({ DISPLAY: counter.display.name });
  expect(mapped.map(({ id, pid }) => ({ id, pid }))).toEqual([{ id: window.id, pid: window.pid }]);
  expect(readdirSync(counter.home)).toEqual(['data']);

  // Killed, it keeps nobody out.
  const first = identify([keeper]);
  command.process.kill('SIGKILL');
  await command.ended;
  await until('the end of the first', () => (stillRunning(first).length === 0 ? true : null));
  const third = counter.start(settingsOf(counter, dataFolder));
  await third.onScreen;
  await counter.window(KIOSK);
  expect(await third.stop()).toBe(0);
});

test(
  'a second kiosk with the same data on another screen is told so, and starts at the key once the first has ended',
  LONG,
  async ({ openCounter }) => {
    const [here, there] = [await openCounter(), await openCounter()];
    const { command, dataFolder } = await running(here);
    const second = there.start(settingsOf(there, dataFolder));
    const locked = await there.window(LOCKED);
    there.keepPicture('refusal-already-running');
    await expect.poll(() => focusedWindow({ DISPLAY: there.display.name }), PATIENT).toBe(locked.id);
    there.press('Return');
    await expect.poll(() => second.refusals().length, PATIENT).toBe(2);
    const tried = await there.window(LOCKED);
    there.keepPicture('refusal-tried-again');
    expect(await command.stop()).toBe(0);
    await expect.poll(() => focusedWindow({ DISPLAY: there.display.name }), PATIENT).toBe(tried.id);
    there.press('Return');
    await second.onScreen;
    await there.window(KIOSK);
    expect(await second.stop()).toBe(0);
  },
);

test(
  'the page has no way out, can be read by everybody, and at twice the size',
  LONG,
  async ({ openCounter }) => {
    const counter = await openCounter();
    const command = counter.start({ ...settingsOf(counter, '/dev/null'), COUNTERFOIL_DEBUGGING: '1' });
    const title = 'Something else is where the data folder should be (CF-32)';
    const window = await counter.window(title);
    const keys = [
      'F5',
      'ctrl+r',
      'ctrl+w',
      'alt+F4',
      'ctrl+q',
      'F11',
      'F12',
      'ctrl+shift+i',
      'ctrl+p',
      'alt+Left',
    ];
    counter.press(...keys, 'ctrl+n', 'ctrl+o', 'Tab', 'Escape', 'Menu', 'shift+F10');
    const page = await attachToFront(counter.memory);
    // A key event is heard after all that came before it.
    await page.waitForFunction(() => document.hasFocus());
    expect(await mappedWindows({ DISPLAY: counter.display.name })).toEqual([window]);
    expect(page.url()).toBe('app://kiosk/');
    // A heading, some text and one link: fewer rules than on a screen of the kiosk have anything to look at.
    await expectAccessible(page, 'front page', 5);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);

    const again = page.getByRole('link', { name: 'Try again' });
    await expect(again).toBeFocused();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '40px';
    });
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    await again.scrollIntoViewIfNeeded();
    await expect(again).toBeInViewport({ ratio: 0.95 });
    expect(await command.stop()).toBe(32);
  },
);
