import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { elapsed, type Say } from '../machine/progress.ts';
import type { RuntimeMemory } from './memory.ts';
import { evaluationPin } from './pins.ts';
import type { InstalledElectron } from './production.ts';
import type { Runtime, RuntimeFailure } from './runtime.ts';

/** What choosing a runtime needs of the world; tests bring their own. */
export interface RuntimeSteps {
  installed(): Promise<InstalledElectron | null>;
  download(): Promise<Result<void, string>>;
  firstScreen(executable: string): Promise<Result<number, string>>;
  evaluation(): Promise<Result<string, string>>;
  readonly memory: RuntimeMemory;
  readonly say: Say;
}

/**
 * Chooses between the two runtimes: the installed production binary, the vendor's download, the evaluation
 * runtime, in this order. A forced `production` never falls back (a release must not be made with the other
 * one) and asks again where an earlier failure is remembered.
 */
export async function resolveRuntime(
  steps: RuntimeSteps,
  version: string,
  wish: string | undefined,
): Promise<Result<Runtime, RuntimeFailure>> {
  if (wish !== undefined && !['', 'production', 'evaluation'].includes(wish)) {
    return err({
      kind: 'unknown-wish',
      say: `COUNTERFOIL_RUNTIME is "${wish}"; it knows only "production" and "evaluation".`,
    });
  }
  if (wish === 'evaluation') return evaluationRuntime(steps, 'as COUNTERFOIL_RUNTIME asks');

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

async function evaluationRuntime(steps: RuntimeSteps, why: string): Promise<Result<Runtime, RuntimeFailure>> {
  const folder = await steps.evaluation();
  if (!folder.ok) {
    return err({
      kind: 'no-evaluation-runtime',
      say: `There is no evaluation runtime (${why}): ${folder.error}.`,
    });
  }
  const electronVersion = evaluationPin.electronVersion;
  return ok({
    kind: 'evaluation',
    electronVersion,
    executable: path.join(folder.value, 'electron'),
    folder: folder.value,
    say: `Runtime: Electron ${electronVersion} (evaluation, not for residents' data) in ${folder.value}, ${why}.`,
  });
}
