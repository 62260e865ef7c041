import type { Configuration } from '../../../shared/contract/configuration.ts';
import type { StartProblem } from '../../../shared/start/start-problem.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { configurationOf } from './keeper.test-support.ts';
import { readMachine } from './keeper-machine.ts';
import { productParts } from './keeper-parts.ts';
import { runKeeper } from './run-keeper.ts';

/** What the page says of a start that is refused. @throws where the kiosk starts. */
export async function problemAtStart(options: {
  readonly dataFolder: string;
  readonly policyPath: string;
  readonly provisioned?: boolean;
  readonly settingsFile?: Configuration['settingsFile'];
}): Promise<StartProblem> {
  const started = await runKeeper(configurationOf({ ...options, scripted: true }), {
    ...productParts(readMachine(process.env)),
    openSelections: scriptedSelections,
    say: () => undefined,
  });
  if (!started.ok) return explainStartFailure(started.error, options);
  await started.value.stop();
  throw new Error('it started');
}
