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
  evaluation(pin: RuntimePin): Promise<Result<string, string>>;
  readonly memory: RuntimeMemory;
  readonly say: Say;
}

/**
 * Chooses a runtime: the installed production binary, the vendor's download, the evaluation runtime, the older
 * evaluation runtime, in this order. A forced `production` never falls back (a release must not be made with another
 * one) and asks again where an earlier failure is remembered; nor does a forced `electron-25`.
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
  if (wish === 'evaluation') return evaluationRuntime(steps, wished);
  if (wish === 'electron-25') return pinnedRuntime(steps, electron25, wished);

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
  return evaluationRuntime(steps, `because for Electron ${version} ${production.error}`);
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
async function evaluationRuntime(steps: RuntimeSteps, why: string): Promise<Result<Runtime, RuntimeFailure>> {
  const newer = await pinnedRuntime(steps, electron33, why);
  if (newer.ok) return newer;
  const older = await pinnedRuntime(
    steps,
    electron25,
    `${why}, and Electron ${electron33.electronVersion} cannot be had`,
  );
  if (!older.ok) return newer;
  steps.say(newer.error.say);
  return older;
}

async function pinnedRuntime(
  steps: RuntimeSteps,
  pin: RuntimePin,
  why: string,
): Promise<Result<Runtime, RuntimeFailure>> {
  const { electronVersion } = pin;
  const folder = await steps.evaluation(pin);
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
