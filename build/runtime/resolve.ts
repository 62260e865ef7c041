import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { elapsed, type Say } from '../machine/progress.ts';
import type { RuntimeMemory } from './memory.ts';
import { electron25, electron33, type RuntimePin } from './pins.ts';
import type { InstalledElectron } from './production.ts';
import type { Runtime, RuntimeFailure } from './runtime.ts';

const wished = 'as COUNTERFOIL_RUNTIME asks';

/** What choosing a runtime needs of the world; tests bring their own. */
export interface RuntimeSteps {
  installed(): Promise<InstalledElectron | null>;
  download(): Promise<Result<void, string>>;
  firstScreen(executable: string): Promise<Result<number, string>>;
  /** From the cache, or fetched. */
  evaluation(pin: RuntimePin): Promise<Result<string, string>>;
  /** Where it is already; nothing is fetched. */
  cachedEvaluation(pin: RuntimePin): Promise<string | null>;
  readonly memory: RuntimeMemory;
  readonly say: Say;
}

/**
 * Chooses a runtime: the installed production binary, the vendor's download, the evaluation runtime, the older
 * evaluation runtime, in this order. A forced `production` never falls back (a release must not be made with another
 * one); nor does a forced `electron-25`. One that is asked for by name is asked for again where an earlier failure is
 * remembered.
 */
export async function resolveRuntime(
  steps: RuntimeSteps,
  version: string,
  wish: string | undefined,
): Promise<Result<Runtime, RuntimeFailure>> {
  if (wish !== undefined && !['', 'production', 'evaluation', 'electron-25'].includes(wish)) {
    return err({
      kind: 'unknown-wish',
      say: `COUNTERFOIL_RUNTIME is "${wish}"; it knows only "production", "evaluation" and "electron-25".`,
    });
  }
  if (wish === 'evaluation') return evaluationRuntime(steps, wished, true);
  if (wish === 'electron-25') return evaluationIn(await steps.evaluation(electron25), electron25, wished);

  const forced = wish === 'production';
  const production = await productionRuntime(steps, version, forced);
  if (production.ok) {
    const { executable, folder } = production.value;
    const say = `Runtime: Electron ${version} (production) in ${folder}.`;
    return ok({ kind: 'production', electronVersion: version, executable, folder, say });
  }
  if (forced) {
    return err({
      kind: 'no-production-runtime',
      say: `There is no Electron ${version}: ${production.error}.`,
    });
  }
  return evaluationRuntime(steps, `because for Electron ${version} ${production.error}`, false);
}

async function productionRuntime(
  steps: RuntimeSteps,
  version: string,
  forced: boolean,
): Promise<Result<InstalledElectron, string>> {
  const present = (await steps.installed()) ?? undefined;
  const found = present === undefined ? await downloaded(steps, forced) : ok(present);
  if (!found.ok || (await steps.memory.hasShown())) return found;

  const failedBefore = forced ? null : await steps.memory.recall('firstScreen');
  if (failedBefore !== null) return err(`${failedBefore}, less than a day ago`);
  steps.say(`Looking whether Electron ${version} can show a screen here …`);
  const start = performance.now();
  const shown = await steps.firstScreen(found.value.executable);
  steps.say(`Looking whether Electron ${version} can show a screen here: ${elapsed(start)}`);
  if (!shown.ok) {
    await steps.memory.remember('firstScreen', shown.error);
    return shown;
  }
  await steps.memory.rememberShown();
  return found;
}

async function downloaded(steps: RuntimeSteps, forced: boolean): Promise<Result<InstalledElectron, string>> {
  const failedBefore = forced ? null : await steps.memory.recall('download');
  if (failedBefore !== null) return err(`${failedBefore}, less than a day ago`);
  const fetched = await steps.download();
  const installed = fetched.ok ? await steps.installed() : null;
  if (installed !== null) return ok(installed);
  const reason = fetched.ok ? "the vendor's download left no binary of that version" : fetched.error;
  await steps.memory.remember('download', reason);
  return err(reason);
}

/** The newer of the two that can be had from a package registry, or the older. */
async function evaluationRuntime(
  steps: RuntimeSteps,
  why: string,
  forced: boolean,
): Promise<Result<Runtime, RuntimeFailure>> {
  const failedBefore = forced ? null : await steps.memory.recall('newerEvaluation');
  const folder = failedBefore === null ? await fetchedNewer(steps) : await cachedNewer(steps, failedBefore);
  const newer = evaluationIn(folder, electron33, why);
  if (newer.ok) return newer;
  const older = evaluationIn(
    await steps.evaluation(electron25),
    electron25,
    `${why}, and Electron ${electron33.electronVersion} cannot be had`,
  );
  if (older.ok) {
    steps.say(newer.error.say);
    return older;
  }
  // With nothing at all, a failure of this morning is no reason to give up.
  return failedBefore === null ? newer : evaluationIn(await fetchedNewer(steps), electron33, why);
}

/** Remembers why it cannot be had, so that not every command asks a registry that is out of reach. */
async function fetchedNewer({ evaluation, memory }: RuntimeSteps): Promise<Result<string, string>> {
  const folder = await evaluation(electron33);
  if (!folder.ok) await memory.remember('newerEvaluation', folder.error);
  return folder;
}

/** From the cache alone, where somebody may have put it since. */
async function cachedNewer(
  { cachedEvaluation }: RuntimeSteps,
  failedBefore: string,
): Promise<Result<string, string>> {
  const folder = await cachedEvaluation(electron33);
  return folder === null ? err(`${failedBefore}, less than a day ago`) : ok(folder);
}

function evaluationIn(
  folder: Result<string, string>,
  { electronVersion }: RuntimePin,
  why: string,
): Result<Runtime, RuntimeFailure> {
  if (!folder.ok) {
    return err({
      kind: 'no-evaluation-runtime',
      say: `There is no Electron ${electronVersion} for evaluation (${why}): ${folder.error}.`,
    });
  }
  return ok({
    kind: 'evaluation',
    electronVersion,
    executable: path.join(folder.value, 'electron'),
    folder: folder.value,
    say: `Runtime: Electron ${electronVersion} (evaluation, not for residents' data) in ${folder.value}, ${why}.`,
  });
}
