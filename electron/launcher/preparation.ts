import type { Configuration } from '../../shared/contract/configuration.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { type KioskStart, readConfiguration } from './read-configuration.ts';

/** What a keeper is started with, as soon as there is something to start it with. */
export interface Preparation {
  /** Reads the settings, unless they were read. A problem is in the log, with everything that is wrong in the file. */
  prepare(): StartProblem | null;
  /** Null: nothing is prepared. */
  configuration(): Configuration | null;
}

/** That of one start. A keeper that dies goes on by the settings that the first one had, whatever the file says by then. */
export function createPreparation(start: KioskStart, log: (line: string) => void): Preparation {
  let configuration: Configuration | null = null;
  return {
    configuration: () => configuration,
    prepare() {
      if (configuration !== null) return null;
      const read = readConfiguration(start);
      if (read.ok) {
        configuration = read.value;
        return null;
      }
      const { problem, lines } = read.error;
      for (const line of [problemLine(problem), ...lines]) log(line);
      return problem;
    },
  };
}
