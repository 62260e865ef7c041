import { keeperEnvironment, machineEnvironment } from '../../shared/contract/configuration.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import { DID_NOT_RUN, processCode } from '../../shared/doctor/report.ts';
import { reportTable } from '../../shared/doctor/table.ts';
import { reportBug } from '../lib/defects/report-bug.ts';
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';
import { subjectOf } from './subject.ts';

process.exitCode = processCode(await main(process.argv.slice(2)));

/** Looks at this computer by the settings that the launcher hands on, as to a keeper. Answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  if (words.some((word) => word !== '--json')) {
    process.stderr.write('counterfoil doctor knows no word but --json.\n');
    return DID_NOT_RUN;
  }
  try {
    const { COUNTERFOIL_CONFIGURATION: configuration } = keeperEnvironment.parse(process.env);
    const environment = machineEnvironment.parse(process.env);
    const use = kioskUse({
      build: __EVALUATION__ ? 'evaluation' : 'release',
      runtime: configuration.electron.runtime,
    });
    const report = await runChecks(CHECKS, subjectOf(configuration, environment, use));
    const text = words.includes('--json') ? `${JSON.stringify(report, null, 2)}\n` : reportTable(report);
    process.stdout.write(text);
    return report.exitCode;
  } catch (error) {
    reportBug('doctor', error);
    return DID_NOT_RUN;
  }
}
