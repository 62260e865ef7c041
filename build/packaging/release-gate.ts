import type { Runtime } from '../runtime/runtime.ts';
import type { PackageKind } from './package-name.ts';

/** The first Electron that residents' data may be given to. */
const FIRST_RELEASE_MAJOR = 45;

/** Why no package of this kind may be made with a runtime, in one sentence; `null` when it may. */
export function packageRefusal(
  kind: PackageKind,
  runtime: Pick<Runtime, 'kind' | 'electronVersion'>,
): string | null {
  if (kind === 'evaluation') return null;
  if (kind === 'release') return releaseRefusal(runtime);
  // On the production runtime the same code is a release, which goes live.
  return runtime.kind === 'evaluation' ? null : 'A rehearsal is made with the evaluation runtime only.';
}

/** Why no release may be made with a runtime, in one sentence; `null` when it may. */
function releaseRefusal(runtime: Pick<Runtime, 'kind' | 'electronVersion'>): string | null {
  const major = Number.parseInt(runtime.electronVersion, 10);
  if (runtime.kind === 'production' && major >= FIRST_RELEASE_MAJOR) return null;
  return `A release needs Electron ${FIRST_RELEASE_MAJOR} or later; Electron ${runtime.electronVersion} (${runtime.kind}) is not for residents' data.`;
}
