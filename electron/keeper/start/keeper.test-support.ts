import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { KioskState } from '../../../shared/contract/launcher.ts';
import { SECOND_PRESS_MILLISECONDS } from '../../../shared/second-press.ts';
import { NO_PRESET, type Preset } from '../../../shared/settings/preset.ts';
import { makeFontFolder } from '../../lib/drawing/font-folder.test-support.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { readPowerSupplies } from '../../lib/power/power-supplies.ts';
import type { MachineClock } from '../clock.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { scriptedDoctor } from '../doctor/doctor.test-support.ts';
import { policyFile } from '../policy/policy.test-support.ts';
import { shownOf } from '../sessions/sessions.test-support.ts';
import { standInPool } from '../sessions/stand-in-pool.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import type { Selections } from '../x-display/selections.ts';
import { readMachine } from './keeper-machine.ts';
import { type KeeperParts, productParts } from './keeper-parts.ts';
import { program } from './keeper-programs.test-support.ts';
import { Page } from './page.test-support.ts';
import { type RunningKeeper, runKeeper } from './run-keeper.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What may differ between the keepers of tests. */
export interface KeeperOptions {
  readonly dataFolder?: string;
  readonly secondsPerFace?: number;
  readonly workerPath?: string;
  readonly recordSearchPath?: string;
  readonly productionPath?: string;
  readonly corePath?: string;
  readonly sessionPath?: string;
  /** The core stands idle: the test speaks to the keeper in its place. */
  readonly scripted?: boolean;
  /** Where the core is scripted, sessions have no processes either, unless this says so. */
  readonly sessions?: 'processes' | 'stand-ins';
  readonly arguments?: readonly string[];
  readonly clock?: MachineClock;
  readonly adjustActs?: KeeperParts['adjustActs'];
  readonly later?: KeeperParts['later'];
  readonly selections?: Selections;
  /** A folder like /sys/class/power_supply; without this there is no battery, whatever the tests run on. */
  readonly powerSupplies?: string;
  /** What looks at the computer; without this one that finds everything in order. */
  readonly examineByProcess?: KeeperParts['examineByProcess'];
  readonly exportFolder?: string;
  /** Where a statement looks besides the keeper's own folders; without this where no other test writes. */
  readonly sharedFolders?: ReturnType<KeeperParts['sharedFolders']>;
  readonly policyPath?: string;
  readonly provisioned?: boolean;
  readonly settingsFile?: Configuration['settingsFile'];
  readonly printServer?: Configuration['printServer'];
  readonly preset?: Partial<Preset>;
  /** The lines that it must log, however often. A test whose keeper logs anything else fails. */
  readonly log?: readonly string[];
  /** What it logs only where the machine takes its time. */
  readonly mayLog?: readonly string[];
  /** Gets each line as it comes. */
  readonly onLog?: (line: string) => void;
  /** Sessions that do not answer are ended. Not unless a test is about it: beside other tests it would measure the machine. */
  readonly watched?: boolean;
  /** What the supervisor decides at go-live; null: nobody has. */
  readonly custody?: CustodyKind | null;
}

/** Node for sessions and print workers. Hundreds of them are started; each is compiled once. */
function cachingNode(): string {
  const path = join(workingFolder(), 'node');
  // Not in a folder where another account could lay something.
  const cache = here('../../../node_modules/.cache/counterfoil-test-programs');
  writeFileSync(path, `#!/bin/sh\nNODE_COMPILE_CACHE='${cache}' exec '${process.execPath}' "$@"\n`, {
    mode: 0o755,
  });
  return path;
}

export function configurationOf(options: KeeperOptions = {}): Configuration {
  const dataFolder = options.dataFolder ?? workingFolder();
  const node = cachingNode();
  return {
    dataFolder,
    electron: {
      executable: node,
      arguments: [options.sessionPath ?? program('fake-session'), ...(options.arguments ?? [])],
      runtime: 'evaluation',
    },
    node,
    corePath:
      options.corePath ?? (options.scripted === true ? here('idle-core.test-support.ts') : program('core')),
    workerPath: options.workerPath ?? program('worker'),
    recordSearchPath: options.recordSearchPath ?? program('record-search'),
    productionPath: options.productionPath ?? program('production'),
    // The doctor has a stand-in: what this machine is like is no matter of a test.
    doctorPath: '/nowhere',
    fontFolder: makeFontFolder(mkdtempSync(join(workingFolder(), 'fonts-'))),
    printer: { driver: 'virtual', secondsPerFace: options.secondsPerFace ?? 0, folder: null },
    printServer: options.printServer ?? { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
    exportFolder: options.exportFolder ?? null,
    policyPath: options.policyPath ?? policyFile(),
    lockAfterMinutes: 5,
    preset: { ...NO_PRESET, ...options.preset },
    provisioned: options.provisioned ?? false,
    settingsFile: options.settingsFile ?? null,
  };
}

/** Tests end sessions in all ways there are; that each is told, the pool's own tests say. */
const SESSION_GONE = 'A session has gone';

/** The real keeper with real cores and print workers; only Electron has a stand-in. */
export async function startKeeper(options: KeeperOptions = {}): Promise<RunningKeeper> {
  const log: string[] = [];
  const say = (line: string): void => {
    log.push(line);
    options.onLog?.(line);
  };
  const parts = productParts(readMachine(process.env));
  const started = await runKeeper(configurationOf(options), {
    ...parts,
    sharedFolders: () => options.sharedFolders ?? { memory: [workingFolder()], temporary: workingFolder() },
    openSelections: () => options.selections ?? scriptedSelections(),
    powerSupplies: () =>
      options.powerSupplies === undefined ? [] : readPowerSupplies(options.powerSupplies),
    createPool:
      (options.sessions ?? (options.scripted === true ? 'stand-ins' : 'processes')) === 'processes'
        ? parts.createPool
        : (launch, recordPath, events) => standInPool(launch, recordPath, () => events.changed()),
    examineByProcess: options.examineByProcess ?? scriptedDoctor(),
    onBug: (where, error) => say(`defect in ${where}: ${String(error)}`),
    say,
    isInspected: () => options.watched !== true,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.adjustActs === undefined ? {} : { adjustActs: options.adjustActs }),
    ...(options.later === undefined ? {} : { later: options.later }),
  });
  if (!started.ok) throw new Error(`the keeper does not start: ${started.error.file}`);
  let stopped: Promise<KioskState | null> | null = null;
  const keeper: RunningKeeper = {
    ...started.value,
    stop() {
      stopped ??= started.value.stop();
      return stopped;
    },
  };
  onTestFinished(async () => {
    await keeper.stop();
    const said = [...new Set(log)].filter(
      (line) => options.mayLog?.includes(line) !== true && !line.startsWith(SESSION_GONE),
    );
    expect(said.sort()).toEqual([...(options.log ?? [])].sort());
  });
  return keeper;
}

export const CLERK = { name: 'Anselm Brightwater', passphrase: 'velvet anchor mosaic pebble' };
export const SUPERVISOR = { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' };
export const SECOND_SUPERVISOR = { name: 'Octavia Farthing', passphrase: 'lantern cobalt meadow sprocket' };
/** Whoever works here from set-up on. */
export const FIRST_STAFF = { supervisor: SUPERVISOR, secondSupervisor: SECOND_SUPERVISOR, clerk: CLERK };

/** Somebody signs in and out, so that the kiosk signs: what waited for that is written, and wipes that did are at their end. */
export async function signInOnce({ services }: RunningKeeper): Promise<void> {
  const { staff, keysAtSignIn, outbox, wipes } = services;
  const done = await staff.signIn(CLERK.name, CLERK.passphrase, keysAtSignIn.unlock);
  expect(done).toMatchObject({ ok: true });
  outbox.flush();
  await wipes.retry();
  staff.signOut();
}

/** The page of the session on the screen. */
export function pageOf(keeper: RunningKeeper): Promise<Page> {
  return Page.of(shownOf(keeper.services.pool));
}

/** A keeper that is set up, with a clerk signed in. */
export async function openCounter(
  options: KeeperOptions = {},
): Promise<{ keeper: RunningKeeper; page: Page }> {
  const keeper = await startKeeper(options);
  const page = await pageOf(keeper);
  if (!(await page.status()).setUp) {
    await page.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
    const custody = options.custody === undefined ? 'memory' : options.custody;
    if (custody !== null) await page.does('decideCustody', { custody, inSpiteOf: [] });
  }
  await page.does('signIn', CLERK);
  return { keeper, page };
}

/** An invented person whose words stand in no other file. */
export const PERSON = {
  name: 'Zephyrina Vandersloot',
  birthDay: '14',
  birthMonth: '3',
  birthYear: '1991',
  chosenName: 'Quillobert',
} as const;

/** From "start" to a person who is photographed. */
export async function fillIn(page: Page, seed = 1): Promise<void> {
  await page.does('startApplication', {});
  const fields = ['name', 'birthDay', 'birthMonth', 'birthYear', 'chosenName'] as const;
  // As from a fast typist, who waits for no answer: the preview is drawn once behind them all.
  await Promise.all([
    ...fields.map((field) => page.does('answer', { field, typed: PERSON[field] })),
    ...['passport', 'utility-bill'].map((document) => page.does('tickDocument', { document, seen: true })),
  ]);
  await page.does('confirmDocuments', {});
  await page.does('keepPhoto', { jpeg: drawnPhoto(seed) });
}

/** Shows the read-back and asks for its card once it has been there for long enough; answers what that came to. */
export async function askToPrint(page: Page): Promise<Answer<ApplicationView>> {
  await page.does('showReadBack', {});
  let answer: Answer<ApplicationView> = { ok: false, error: { kind: 'read-back-too-short' } };
  await expect
    .poll(
      async () => {
        answer = await page.call('print', {});
        return answer.ok || answer.error.kind;
      },
      { timeout: 30_000, interval: 50 },
    )
    .not.toBe('read-back-too-short');
  return answer;
}

/** The same, and it is printed. */
export async function printAfterReadBack(page: Page): Promise<void> {
  expect(await askToPrint(page)).toMatchObject({ ok: true });
}

/**
 * Asks for the same card once more, as a hand does that has seen what is there: later than the second press of a key.
 * Answers what that came to.
 */
export async function askToReprint(page: Pick<Page, 'call'>): Promise<Answer<ApplicationView>> {
  // A timer may come a millisecond early.
  await delay(SECOND_PRESS_MILLISECONDS + 5);
  return page.call('retryPrint', {});
}

/** The same, and it is printed. */
export async function reprint(page: Pick<Page, 'call'>): Promise<void> {
  expect(await askToReprint(page)).toMatchObject({ ok: true });
}

/** The last four characters of the application's card. */
export async function lastFourOf(page: Page): Promise<string> {
  const { cardNumber } = await page.application();
  if (cardNumber === null) throw new Error('no card was printed');
  return cardNumber.replaceAll(' ', '').slice(-4);
}
