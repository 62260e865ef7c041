import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from '../../build/machine/display.ts';
import { openLedgerToRead } from '../../electron/keeper/ledger/ledger.ts';
import { startBus } from '../print/peers/bus.ts';
import { type CardPrinter, startCardPrinter } from '../print/peers/card-printer.ts';
import { type WindowWatch, watchForForeignWindows } from '../support/display/foreign-windows.ts';
import {
  askX,
  type DisplayEnvironment,
  forXTools,
  mappedWindows,
} from '../support/display/mapped-windows.ts';
import { takeScreenshot } from '../support/display/screenshot.ts';
import { kindsResting } from '../support/kiosk/dead-keeper.ts';
import { commandLine, processesOfSession, statusOf } from '../support/memory/process-tree.ts';
import { firstDay, oneMore, PEOPLE, signInAgain } from './day.ts';
import { type Gallery, openGallery } from './gallery.ts';
import { packagedRehearsal, type Sabotage } from './package.ts';
import { type Counter, ORDINARY_USER, type StartedKiosk, setUpCounter } from './packaged-kiosk.ts';
import { createPerson } from './person.ts';
import { waitFor } from './shown-window.ts';

export interface RehearsalOptions {
  readonly sabotage: Sabotage;
  readonly say: (line: string) => void;
}

/** How many things were as they must be. The first that was not ends the run. `skipped`: why nothing was tried. */
export interface RehearsalResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: string;
}

/** What the scenes of a run share. */
interface Stage {
  readonly counter: Counter;
  readonly printer: CardPrinter;
  readonly gallery: Gallery;
  readonly passed: (what: string) => void;
}

/**
 * Packages a rehearsal (or takes the one that is there) and works at it as people do: keys into an X display, and
 * what is seen on its screen. About a minute.
 */
export async function runRehearsal({ sabotage, say }: RehearsalOptions): Promise<RehearsalResult> {
  if (process.getuid?.() !== 0)
    return {
      passed: 0,
      failed: 0,
      skipped: 'a release takes settings of root’s only, and root alone can make some',
    };
  let passed = 0;
  const gallery = openGallery();
  const folder = mkdtempSync(join(tmpdir(), 'cr-'));
  const bus = await startBus(folder);
  // It gets PDF, in which the number of a card can be read.
  const printer = await startCardPrinter({
    folder: join(folder, 'printer'),
    bus,
    attributes: 'coarse-dots',
    keepDocument: true,
  });
  const counter = setUpCounter(await packagedRehearsal(sabotage));
  const stage: Stage = {
    counter,
    printer,
    gallery,
    passed(what) {
      passed += 1;
      say(`ok     rehearsal: ${what}`);
    },
  };
  try {
    await withoutWindowManager(stage);
    await underWindowManager(stage);
    judgeLedger(stage);
    return { passed, failed: 0 };
  } catch (error) {
    say(`FAILED rehearsal: ${error instanceof Error ? error.message : String(error)}`);
    return { passed, failed: 1 };
  } finally {
    counter.remove();
    await printer.stop();
    await bus.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole day, and switched off and on in its evening. */
function withoutWindowManager(stage: Stage): Promise<void> {
  return onDisplay(stage, async (environment, endings) => {
    await seeForeignWindow(stage, environment);
    const watch = await watchForForeignWindows(environment, stage.counter.owns);
    endings.push(() => watch.stop());
    let kiosk = await startAndExamine(stage, environment);
    endings.push(() => kiosk.stop());
    const person = createPerson({ ...stage, environment, kiosk: () => kiosk, arrived: stage.passed });
    await firstDay(person, () => kiosk, stage.printer);
    await switchOff(stage, kiosk, environment);
    kiosk = await startAndExamine(stage, environment);
    await signInAgain(person);
    await judgeWindows(stage, watch);
  });
}

/** One person more. A window manager frames, moves and stacks windows as it likes, unless it is told. */
function underWindowManager(stage: Stage): Promise<void> {
  return onDisplay(stage, async (environment, endings) => {
    const manager = await startWindowManager(environment);
    endings.push(() => manager.kill());
    const watch = await watchForForeignWindows(environment, stage.counter.owns);
    endings.push(() => watch.stop());
    const kiosk = await startAndExamine(stage, environment);
    endings.push(() => kiosk.stop());
    const person = createPerson({
      ...stage,
      environment,
      kiosk: () => kiosk,
      arrived: (name) => stage.passed(`${name}, under a window manager`),
    });
    await signInAgain(person);
    await oneMore(person, stage.printer);
    await judgeWindows(stage, watch);
  });
}

/** What is to be ended after a scene, the last one first. */
type Endings = (() => unknown)[];

/** A display that the ordinary user may draw on. What stood on it when something failed is kept. */
async function onDisplay(
  { gallery }: Stage,
  work: (environment: DisplayEnvironment, endings: Endings) => Promise<void>,
): Promise<void> {
  const display = await startDisplay({ alwaysOwn: true, readableBy: ORDINARY_USER });
  if (!display.ok) throw new Error(display.error);
  const { environment } = display.value;
  const endings: Endings = [() => display.value.stop()];
  try {
    await work(environment, endings);
  } catch (error) {
    gallery.keep('FAILED', takeScreenshot(environment));
    throw error;
  } finally {
    for (const end of endings.reverse()) await end();
  }
}

/** The control: a window that is not the kiosk's is seen. */
async function seeForeignWindow({ passed, counter }: Stage, environment: DisplayEnvironment): Promise<void> {
  const watch = await watchForForeignWindows(environment, counter.owns);
  const foreign = spawn('xev', ['-name', 'Print to file'], { env: forXTools(environment), stdio: 'ignore' });
  await waitFor(async () =>
    (await mappedWindows(environment)).length === 1 ? { is: undefined } : { not: 'xev shows no window' },
  );
  const seen = await watch.foreign();
  foreign.kill();
  await watch.stop();
  await waitFor(async () =>
    (await mappedWindows(environment)).length === 0 ? { is: undefined } : { not: 'xev does not end' },
  );
  if (!seen.some((words) => words.includes('Print to file')))
    throw new Error(`a foreign window is not seen; seen: ${seen.join(', ')}`);
  passed('a window that is not the kiosk’s would be seen');
}

async function judgeWindows({ passed }: Stage, watch: WindowWatch): Promise<void> {
  const foreign = await watch.foreign();
  if (foreign.length > 0) throw new Error(`windows that are not the kiosk's: ${foreign.join('; ')}`);
  passed('no window but the kiosk’s own came up');
}

/** In the sandbox, as an ordinary user, and nobody can attach to it. */
async function startAndExamine(
  { counter, passed }: Stage,
  environment: DisplayEnvironment,
): Promise<StartedKiosk> {
  const kiosk = await counter.start(environment);
  const processes = kiosk.sessions().flatMap(({ pid }) => processesOfSession(pid));
  // 2 is a seccomp filter: the sandbox of the page is on.
  if (!processes.some((pid) => /^Seccomp:\s2$/m.test(statusOf(pid) ?? '')))
    throw new Error('the page is in no sandbox');
  const attachable = processes.filter((pid) => commandLine(pid)?.join(' ').includes('remote-debugging'));
  const ports = kiosk
    .sessions()
    .filter(({ folder }) => existsSync(join(folder, 'chromium', 'DevToolsActivePort')));
  if (attachable.length > 0 || ports.length > 0) throw new Error('somebody could attach to a session');
  passed('started as an ordinary user, with the sandbox and without a debugging port');
  return kiosk;
}

async function switchOff(
  { passed }: Stage,
  kiosk: StartedKiosk,
  environment: DisplayEnvironment,
): Promise<void> {
  const sessions = kiosk.sessions();
  const code = await kiosk.stop();
  if (code !== 0) throw new Error(`the keeper ended with ${code}`);
  const left = sessions.flatMap(({ pid }) => processesOfSession(pid));
  if (left.length > 0) throw new Error(`processes outlive the kiosk: ${left.join(', ')}`);
  await waitFor(async () =>
    (await mappedWindows(environment)).length === 0
      ? { is: undefined }
      : { not: 'windows outlive the kiosk' },
  );
  passed('switched off: no process and no window is left');
}

async function startWindowManager(environment: DisplayEnvironment): Promise<ChildProcess> {
  const manager = spawn('openbox', ['--sm-disable'], { env: forXTools(environment), stdio: 'ignore' });
  await waitFor(async () => {
    const said = await askX(environment, 'xprop', '-root', '_NET_SUPPORTING_WM_CHECK');
    return said?.includes('window id') === true ? { is: undefined } : { not: 'openbox does not take over' };
  });
  return manager;
}

/** What it keeps says that nobody in it was a resident. */
function judgeLedger({ counter, passed }: Stage): void {
  const ledger = openLedgerToRead(join(counter.dataFolder, 'ledger.db'));
  if (!ledger.ok) throw new Error(`the ledger cannot be read: ${ledger.error.kind}`);
  const verdict = ledger.value.verify();
  const lines = [...ledger.value.export('ndjson')].join('').trim().split('\n');
  ledger.value.close();
  // The day is not closed: entries about applicants wait in the vault.
  const resting = kindsResting(counter.dataFolder);
  const count = (kind: string): number =>
    lines.filter((line) => line.includes(`"kind":"${kind}"`)).length +
    resting.filter((each) => each === kind).length;
  if (!verdict.ok) throw new Error('the ledger does not hold');
  if (count('rehearsal-began') !== 1 || count('custody-decided') !== 0)
    throw new Error('the ledger does not say that it is a rehearsal’s');
  if (count('handoff') !== PEOPLE || count('erased') !== PEOPLE)
    throw new Error(
      `${count('handoff')} issued and ${count('erased')} erased in the ledger, ${PEOPLE} served`,
    );
  passed(`the ledger holds, is a rehearsal’s, and counts ${PEOPLE} people`);
}
