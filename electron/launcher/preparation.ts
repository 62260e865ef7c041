import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../shared/contract/configuration.ts';
import { problemLine } from '../../shared/start/problem-words.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { NOT_SET_UP_FILE, VAULT_FILE } from '../lib/provisioning/first-staff-file.ts';
import { whyUnsettled } from '../lib/provisioning/look-at-provisioning.ts';
import { type KioskStart, readConfiguration } from './read-configuration.ts';

/** What begins: a day, because the launcher was started or somebody has answered a page of failure; or a keeper within it. */
export type Begins = 'day' | 'keeper';

/** What a keeper is started with, as soon as there is something to start it with. */
export interface Preparation {
  /**
   * Looks at the settings before a keeper is started; null: it may be. A keeper that takes the place of one that died goes on by those that
   * the day began with. A problem is in the log, with everything that is wrong in the file.
   */
  prepare(begins: Begins): StartProblem | null;
  /** Null: nothing is prepared. */
  configuration(): Configuration | null;
}

/** That of one launcher. */
export function createPreparation(start: KioskStart, log: (line: string) => void): Preparation {
  let configuration: Configuration | null = null;
  return {
    configuration: () => configuration,
    prepare(begins) {
      if (begins === 'keeper' && configuration !== null && holdsOn(configuration)) return null;
      configuration = null;
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

/**
 * Whether a day goes on by these settings, whatever the file says by now. The keeper reads policy, key and first staff from the disk
 * each time: once a provisioning has changed these, the settings of before are none of theirs. A kiosk that nobody has set up has no day.
 */
function holdsOn({ dataFolder, settingsFile }: Configuration): boolean {
  const isSetUp = existsSync(join(dataFolder, VAULT_FILE)) && !existsSync(join(dataFolder, NOT_SET_UP_FILE));
  return isSetUp && settingsFile !== null && whyUnsettled(settingsFile.path, settingsFile.record) === null;
}
