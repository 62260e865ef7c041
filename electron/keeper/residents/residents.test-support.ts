import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect } from 'vitest';
import type { LastEnding } from '../../../shared/contract/residents/last-ending.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { type TestClock, testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { shownSessionDies } from '../sessions/stand-in-pool.test-support.ts';
import { CLERK, type KeeperOptions, SUPERVISOR } from '../start/keeper.test-support.ts';
import { runLater } from '../start/keeper-parts.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import {
  connectCore,
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../start/scripted-core.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

export const NINE = Date.UTC(2026, 10, 24, 9);
export const done = { ok: true, value: {} };
export const refused = (kind: string) => ({ ok: false, error: { kind } });

/** One file of a kiosk. */
interface KeptFile {
  readonly path: string;
  readonly mode: number;
  readonly bytes: Buffer;
}

/**
 * The files of a kiosk that is set up, made once: three passphrases are hashed for them, which takes longer than a test.
 * In memory, for one worker runs several test files, and what lies in a folder ends with the first of them.
 */
let setUp: Promise<readonly KeptFile[]> | null = null;

async function makeKiosk(): Promise<readonly KeptFile[]> {
  const dataFolder = workingFolder();
  const { keeper } = await counter({ dataFolder, clock: testClock({ now: NINE }) });
  await keeper.stop();
  return readdirSync(dataFolder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return {
        path: relative(dataFolder, path),
        mode: statSync(path).mode,
        bytes: readFileSync(path),
      };
    });
}

/** A copy of them. */
async function kioskFiles(): Promise<string> {
  setUp ??= makeKiosk();
  const dataFolder = workingFolder();
  for (const { path, mode, bytes } of await setUp) {
    mkdirSync(dirname(join(dataFolder, path)), { recursive: true });
    writeFileSync(join(dataFolder, path), bytes, { mode });
  }
  return dataFolder;
}

/** In milliseconds, how often the keeper looks whether the screen is idle (start/run-keeper.ts): here a test does, when it says so. */
const IDLE_WATCH_MILLISECONDS = 2_000;

/** A kiosk in this setting, a clerk signed in, by a clock that stands until it is moved. */
export interface ResidentStage {
  readonly keeper: RunningKeeper;
  readonly core: ScriptedCore;
  readonly clock: TestClock;
}

export async function residentStage(
  setting: ResidentSetting,
  options: KeeperOptions = {},
): Promise<ResidentStage> {
  const clock = testClock({ now: NINE });
  const dataFolder = await kioskFiles();
  const { keeper, core } = await counter({
    clock,
    dataFolder,
    later: (milliseconds, run, closing) => {
      if (milliseconds !== IDLE_WATCH_MILLISECONDS) runLater(milliseconds, run, closing);
    },
    ...options,
  });
  keeper.services.kiosk.setResidentSetting(setting);
  return { keeper, core, clock };
}

/** The same, and the clerk has opened the screen for residents. */
export async function selfService(options: KeeperOptions = {}): Promise<ResidentStage> {
  const stage = await residentStage('self-service', options);
  expect(await stage.core.call('giveToResident', { language: 'en' })).toEqual(done);
  return stage;
}

export async function statusOf(core: ScriptedCore): Promise<KioskStatus> {
  const status = await core.call('getStatus', {});
  if (!status.ok) throw new Error(status.error.kind);
  return status.value;
}

export async function lastEndingOf(core: ScriptedCore): Promise<LastEnding> {
  return (await statusOf(core)).lastEnding;
}

/** So long nobody touches the screen; then the keeper looks, as it does every few seconds. */
export function idleFor({ keeper, clock }: Pick<ResidentStage, 'keeper' | 'clock'>, seconds: number): void {
  clock.advance(seconds * 1000);
  keeper.services.residentIdle.check();
}

/** A resident leaves: the core searches and reports, and the next session comes. */
export async function leave(keeper: RunningKeeper, core: ScriptedCore): Promise<ScriptedCore> {
  expect(await core.call('leaveNow', { fingerprints: null })).toMatchObject({
    ok: true,
    value: { kind: 'erasing' },
  });
  const reported = core.call('erased', { search: CLEAN });
  const next = await nextCore(keeper, core);
  await reported;
  return next;
}

/** The session on the screen dies, and its successor's core comes. */
export async function die(keeper: RunningKeeper): Promise<ScriptedCore> {
  await shownSessionDies(keeper.services.pool);
  return connectCore(keeper);
}

export async function clerkSignsIn(core: ScriptedCore): Promise<void> {
  expect(await core.call('signIn', CLERK)).toEqual(done);
}

/** A kiosk whose new applications are kept, and a resident who has begun one. */
export async function underHold() {
  const stage = await residentStage('self-service');
  const { core, keeper } = stage;
  await core.call('signIn', SUPERVISOR);
  await core.call('setHold', { reason: 'subpoena', tickets: null });
  const [hold] = keeper.services.holds.all();
  if (hold === undefined) throw new Error('there is no hold');
  expect(await core.call('giveToResident', { language: 'en' })).toEqual(refused('intake-held'));
  await core.call('resumeIntake', { hold: hold.identifier, reference: 'Docket 12-345' });
  expect(await core.call('giveToResident', { language: 'en' })).toEqual(done);
  const { ticket: number, application } = await create(core);
  await core.call('chooseLanguage', { language: 'es', sealed: new Uint8Array(9) });
  return { ...stage, number, application };
}
