import type { Result } from '../../shared/result.ts';
import { type Say, sayToStandardError } from '../machine/progress.ts';
import { currentOwner, ownCacheFolder } from './cache-folder.ts';
import { cachedEvaluationRuntime, ensureEvaluationRuntime } from './evaluation.ts';
import { showFirstScreen } from './first-screen.ts';
import { runtimeMemory } from './memory.ts';
import { electron33 } from './pins.ts';
import { findInstalledElectron } from './production.ts';
import { resolveRuntime } from './resolve.ts';
import { pinnedElectronVersion, type Runtime, type RuntimeFailure } from './runtime.ts';
import { downloadFromVendor } from './vendor-download.ts';

/**
 * Finds an Electron to run, fetching one when none is there; quiet when nothing has to be done.
 * COUNTERFOIL_RUNTIME=production, =evaluation or =electron-25 forces one.
 */
export function tryFindRuntime(say: Say = sayToStandardError): Promise<Result<Runtime, RuntimeFailure>> {
  const version = pinnedElectronVersion();
  const owner = currentOwner();
  return resolveRuntime(
    {
      installed: () => findInstalledElectron(version),
      download: () => downloadFromVendor(version, say),
      firstScreen: showFirstScreen,
      cachedEvaluation: (pin) => cachedEvaluationRuntime(owner, pin),
      evaluation: (pin) => ensureEvaluationRuntime(owner, say, pin),
      memory: runtimeMemory(ownCacheFolder(owner), `${version} and ${electron33.electronVersion}`),
      say,
    },
    version,
    process.env.COUNTERFOIL_RUNTIME,
  );
}

/** As `tryFindRuntime`, for scripts that cannot go on without one: throws its sentence. */
export async function findRuntime(say: Say = sayToStandardError): Promise<Runtime> {
  const found = await tryFindRuntime(say);
  if (!found.ok) throw new Error(found.error.say);
  return found.value;
}
