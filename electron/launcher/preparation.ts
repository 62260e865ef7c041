import type { Configuration } from '../../shared/contract/configuration.ts';
import { err } from '../../shared/result.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { unfinishedProvisioning } from '../lib/provisioning/next-folder.ts';
import { type BuildFacts, composeConfiguration, type PackagePlace } from './compose-configuration.ts';
import { type AskedSettings, loadSettings, settingsPlace } from './load-settings.ts';
import { startRefusal } from './start-refusal.ts';

/** What a keeper is started with, as soon as there is something to start it with. */
export interface Preparation {
  /** Reads the settings, unless they were read. A problem is in the log, with everything that is wrong in the file. */
  prepare(): StartProblem | null;
  /** Null: nothing is prepared. */
  configuration(): Configuration | null;
}

/** What that depends on. */
export interface PreparationDependencies {
  /** What stands behind the command, and the names of all variables. */
  readonly words: readonly string[];
  readonly variables: readonly string[];
  readonly asked: AskedSettings;
  readonly place: PackagePlace;
  readonly runtime: BuildFacts['runtime'];
  log(line: string): void;
}

/** That of one start. A keeper that dies goes on by the settings that the first one had, whatever the file says by then. */
export function createPreparation(dependencies: PreparationDependencies): Preparation {
  const { asked, place, runtime, log } = dependencies;
  const root = asked.starter.uid === 0;
  const never = startRefusal({ ...dependencies, root, evaluation: asked.evaluation });
  let configuration: Configuration | null = null;
  return {
    configuration: () => configuration,
    prepare() {
      if (configuration !== null) return null;
      const problem = never ?? unfinished(asked);
      const settings = problem === null ? loadSettings(asked) : err({ problem, lines: [] });
      if (settings.ok) {
        configuration = composeConfiguration(
          settings.value,
          place,
          { evaluation: asked.evaluation, runtime },
          root,
        );
        return null;
      }
      const { problem: found, lines } = settings.error;
      for (const line of [problemLine(found), ...lines]) log(line);
      return found;
    },
  };
}

/** Settings of which some are old and some new are those of nobody. */
function unfinished(asked: AskedSettings): StartProblem | null {
  const place = settingsPlace(asked);
  const mark = place.ok ? unfinishedProvisioning(place.value) : null;
  return mark === null ? null : { kind: 'unfinished-provisioning', path: mark };
}
