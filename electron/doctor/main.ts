import { keeperEnvironment, machineEnvironment } from '../../shared/contract/configuration.ts';
import { AS_DOCUMENT, OF_KEEPER } from '../../shared/contract/doctor/doctor-words.ts';
import { knowledgeEnvironment } from '../../shared/contract/doctor/kiosk-knowledge.ts';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import { DID_NOT_RUN, processCode } from '../../shared/doctor/exit-code.ts';
import { notRunDocument } from '../../shared/doctor/report.ts';
import { reportTable } from '../../shared/doctor/table.ts';
import { reportBug } from '../lib/defects/report-bug.ts';
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';
import { subjectOf } from './subject.ts';

endWithKeeper();
process.exitCode = processCode(await main(process.argv.slice(2)));

/** Looks at this computer by the settings that the launcher hands on, as to a keeper. Answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const asDocument = words.includes(AS_DOCUMENT);
  const print = (document: object): void =>
    void process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
  // In a shell it would be a claim that nobody can check.
  const isOfKeeper = words.includes(OF_KEEPER) && process.send !== undefined;
  if (words.some((word) => word !== AS_DOCUMENT && !(word === OF_KEEPER && isOfKeeper))) {
    const problem = 'counterfoil doctor knows no word but --json.';
    process.stderr.write(`${problem}\n`);
    if (asDocument) print(notRunDocument(problem));
    return DID_NOT_RUN;
  }
  try {
    const { COUNTERFOIL_CONFIGURATION: configuration } = keeperEnvironment.parse(process.env);
    const environment = machineEnvironment.parse(process.env);
    const use = kioskUse({
      build: __EVALUATION__ ? 'evaluation' : 'release',
      runtime: configuration.electron.runtime,
    });
    const knows = isOfKeeper ? knowledgeEnvironment.parse(process.env).COUNTERFOIL_KNOWLEDGE : null;
    const report = await runChecks(CHECKS, subjectOf(configuration, environment, { use, knows }));
    if (asDocument) print(report);
    else process.stdout.write(reportTable(report));
    return report.exitCode;
  } catch (error) {
    reportBug('doctor', error);
    if (asDocument) print(notRunDocument('counterfoil doctor broke off: standard error has the mistake.'));
    return DID_NOT_RUN;
  }
}

/** A keeper that has ended reads no report: what it started ends with it. A shell holds no channel. */
function endWithKeeper(): void {
  if (process.send === undefined) return;
  const end = (): void => process.exit(processCode(DID_NOT_RUN));
  process.once('disconnect', end);
  // A listener alone would keep a doctor that is done from ending.
  process.channel?.unref();
  // It may have ended while this program was loaded.
  if (!process.connected) end();
}
