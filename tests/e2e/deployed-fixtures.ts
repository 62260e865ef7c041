import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import { attachToShown } from '../../build/kiosk/attach.ts';
import { FIRST_STAFF, waitForScreen } from '../../build/kiosk/clerk.ts';
import { launchKeeper } from '../../build/kiosk/launch-keeper.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { type MappedWindow, mappedWindows } from '../support/display/mapped-windows.ts';
import { type MortalDisplay, startMortalDisplay } from '../support/display/mortal-display.ts';
import { pngOf, type Screenshot, takeScreenshot } from '../support/display/screenshot.ts';
import { tellCore } from '../support/kiosk/core-calls.ts';
import { type Deployed, deploy } from '../support/kiosk/deployed.ts';

/** Debian's nobody: the suite may be root, a counter never is, and no right is refused to root. */
const NOBODY = { uid: 65534, gid: 65534 };
export const isRoot = process.getuid?.() === 0;
const SCREENS = fileURLToPath(new URL('../../out/screens/', import.meta.url));
/** A cold start takes long on a machine that does other things as well; a window that never comes ends the test. */
export const PATIENT = { timeout: 60_000 } as const;
/** A screen on which nothing stands has one; letters bring hundreds, at their edges. */
export const COLORS_OF_A_TEXT = 50;

/** Gives a file or folder to the account that runs the kiosk. */
export function giveAway(path: string): void {
  if (isRoot) execFileSync('chown', ['-R', `${NOBODY.uid}:${NOBODY.gid}`, path]);
}

/** How many different colors there are in a picture. */
export function colorsOf({ pixels }: Screenshot): number {
  return new Set(new Uint32Array(pixels.buffer)).size;
}

/** A counter: one account with its home, on one display. */
export class Counter {
  readonly display: MortalDisplay;
  readonly home: string;
  /** Where the runtime folder of the account would be: in memory, and empty after the end. */
  readonly memory: string;
  /** Where its settings files are: whoever runs the suite puts them there, as root does at a counter. */
  readonly #settings: string;
  #settingsFiles = 0;
  readonly #deployed: Deployed;
  readonly #started: StartedCommand[] = [];

  constructor(deployed: Deployed, display: MortalDisplay) {
    this.#deployed = deployed;
    this.display = display;
    this.home = mkdtempSync(join(tmpdir(), 'counterfoil-counter-'));
    // A short name: Chromium's sockets lie below it, and the path of a socket has room for 108 characters.
    this.memory = mkdtempSync('/dev/shm/cf-');
    this.#settings = mkdtempSync(join(tmpdir(), 'counterfoil-settings-'));
    // The kiosk's account has to get in.
    chmodSync(this.#settings, 0o755);
    if (isRoot) for (const path of [this.home, this.memory]) chownSync(path, NOBODY.uid, NOBODY.gid);
  }

  /** Where the next settings file will be. */
  get nextSettings(): string {
    return join(this.#settings, `settings-${this.#settingsFiles}.toml`);
  }

  /** Puts a settings file there, and answers what the command is told of it. `mode`: who may do what with the file. */
  settings(text: string, mode = 0o644): Readonly<Record<string, string>> {
    const path = this.nextSettings;
    this.#settingsFiles += 1;
    writeFileSync(path, text);
    // Whatever the umask is.
    chmodSync(path, mode);
    return { COUNTERFOIL_SETTINGS: path };
  }

  /** Runs the `counterfoil` command as a deployer would. */
  start(environment: Readonly<Record<string, string>>, words: readonly string[] = []): StartedCommand {
    const child = spawn(this.#deployed.command, [...words], {
      ...(isRoot ? NOBODY : {}),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: '/usr/bin:/bin',
        HOME: this.home,
        DISPLAY: this.display.name,
        XDG_RUNTIME_DIR: this.memory,
        ...environment,
      },
    });
    const started = new StartedCommand(child);
    this.#started.push(started);
    return started;
  }

  /** The one window on the display, once its title is as told and something stands on it. */
  async window(title: string | RegExp): Promise<MappedWindow> {
    const mapped = () => mappedWindows({ DISPLAY: this.display.name });
    await expect
      .poll(async () => (await mapped()).map((window) => window.title), PATIENT)
      .toEqual([typeof title === 'string' ? title : expect.stringMatching(title)]);
    const [window] = await mapped();
    if (window === undefined) throw new Error('the window is gone');
    expect(window).toMatchObject({ left: 0, top: 0, width: 1280, height: 800 });
    await expect.poll(() => colorsOf(this.takePicture()), PATIENT).toBeGreaterThan(COLORS_OF_A_TEXT);
    return window;
  }

  /** What is on the display. */
  takePicture(): Screenshot {
    return takeScreenshot({ DISPLAY: this.display.name });
  }

  /** Keeps what is on the display as out/screens/`name`.png, for people to look at. */
  keepPicture(name: string, picture = this.takePicture()): void {
    mkdirSync(SCREENS, { recursive: true });
    writeFileSync(join(SCREENS, `${name}.png`), pngOf(picture));
  }

  /** A real key event at the display. */
  press(...keys: readonly string[]): void {
    execFileSync('xdotool', ['key', ...keys], {
      env: { PATH: process.env.PATH, DISPLAY: this.display.name },
    });
  }

  async end(): Promise<readonly string[]> {
    for (const started of this.#started) await started.stop();
    await this.display.kill();
    const left = readdirSync(this.memory);
    for (const path of [this.home, this.memory, this.#settings])
      rmSync(path, { recursive: true, force: true });
    return left;
  }
}

/** A `counterfoil` command that was started. */
export class StartedCommand {
  readonly process: ChildProcess;
  readonly pid: number;
  /** What it wrote into its log, line by line. */
  readonly log: string[] = [];
  readonly ended: Promise<number | null>;
  /** Resolves once the kiosk is on the screen. */
  readonly onScreen: Promise<void>;

  constructor(child: ChildProcess) {
    const { pid, stdout, stderr } = child;
    if (pid === undefined || stdout === null || stderr === null) throw new Error('counterfoil did not start');
    this.process = child;
    this.pid = pid;
    this.ended = new Promise((resolve) => child.once('close', resolve));
    createInterface({ input: stderr }).on('line', (line) => this.log.push(line));
    this.onScreen = new Promise((resolve, reject) => {
      createInterface({ input: stdout }).on('line', (line) => {
        if (line.includes('the kiosk is on the screen')) resolve();
      });
      void this.ended.then((code) => reject(new Error(`it ended with ${code}:\n${this.log.join('\n')}`)));
    });
    // Whoever waits for a refusal must not be told of it as an unhandled failure.
    this.onScreen.catch(() => undefined);
  }

  /** Tells it to end, and answers the exit code. */
  async stop(): Promise<number | null> {
    this.process.kill('SIGTERM');
    return this.ended;
  }

  /** The lines that a refusal writes: one, with the code, and never a stack of Node's. */
  refusals(): readonly string[] {
    expect(this.log.filter((line) => /^ +at |^Error:|node:internal/.test(line))).toEqual([]);
    return this.log.filter((line) => /^counterfoil CF-\d+, exit code \d+: /.test(line));
  }
}

interface WorkerFixtures {
  readonly deployed: Deployed;
  /** The data folder of a kiosk that was set up and has served nobody. Copied, never used itself. */
  readonly setUpData: string;
}

interface TestFixtures {
  /** Opens a counter of the test's own, which ends with the test. */
  readonly openCounter: () => Promise<Counter>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  deployed: [
    async ({ browserName: _ }, use) => {
      const deployed = await deploy(await findRuntime());
      await use(deployed);
      deployed.remove();
    },
    { scope: 'worker' },
  ],
  setUpData: [
    async ({ browserName: _ }, use) => {
      const display = await startMortalDisplay();
      const folder = mkdtempSync(join(tmpdir(), 'counterfoil-set-up-'));
      const kiosk = launchKeeper({
        runtime: await findRuntime(),
        dataFolder: folder,
        printer: { secondsPerFace: 0.3, folder: null },
        environment: { DISPLAY: display.name },
        camera: 'none',
        debugging: true,
      });
      await kiosk.ready;
      const { page } = await attachToShown(folder);
      await waitForScreen(page, 'set-up');
      await tellCore(page, 'setUp', { kioskName: 'City Hall, desk 2', ...FIRST_STAFF });
      await kiosk.stop();
      await display.kill();
      await use(folder);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  openCounter: async ({ deployed }, use) => {
    const opened: Counter[] = [];
    await use(async () => {
      const counter = new Counter(deployed, await startMortalDisplay());
      opened.push(counter);
      return counter;
    });
    for (const counter of opened) expect(await counter.end(), 'left in memory').toEqual([]);
  },
});

/** The data of a kiosk that was set up, in the place of this counter's. */
export function copyData(setUpData: string, counter: Counter): string {
  const dataFolder = join(counter.home, 'data');
  cpSync(setUpData, dataFolder, { recursive: true });
  giveAway(dataFolder);
  return dataFolder;
}

export { expect };
