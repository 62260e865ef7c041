import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { foreignVariable } from './environment.ts';

/** How somebody starts the kiosk. */
export interface Start {
  /** What stands behind the command. */
  readonly words: readonly string[];
  /** The names of all variables. */
  readonly variables: readonly string[];
  readonly root: boolean;
  /** Whether tests may attach to the package. */
  readonly evaluation: boolean;
}

/** Why a kiosk is never started so, whatever its settings are; null: it may be. */
export function startRefusal({ words, variables, root, evaluation }: Start): StartProblem | null {
  // Arguments stand in /proc for every user to read, so the kiosk has none that anything could be put into.
  if (words.length > 0) return { kind: 'arguments' };
  const name = foreignVariable(variables);
  if (name !== null) return { kind: 'settings-in-environment', name, path: SETTINGS_FILE };
  // Without the sandbox a hole in the page is a hole in the machine: invariant 10 has no switch for that.
  return root && !evaluation ? { kind: 'root' } : null;
}
