import type { AtGoLive } from '../../shared/doctor/check.ts';
import { fail } from '../../shared/doctor/finding.ts';
import { asPackaged } from '../../shared/doctor/remedy-commands.ts';
import { answerOf, type CheckAnswer, type DoctorReport, reportOf } from '../../shared/doctor/report.ts';
import { PROGRAM_VERSION } from '../../shared/program-version.ts';
import { reportBug } from '../lib/defects/report-bug.ts';
import type { Check } from './check.ts';
import type { Subject } from './subject.ts';

/** Makes one check after the other, so that none waits for a disk that another one keeps busy. */
export async function runChecks(checks: readonly Check[], subject: Subject): Promise<DoctorReport> {
  const answers: CheckAnswer[] = [];
  const { now, use, seenFrom, slug } = subject;
  for (const check of checks) answers.push(packaged(await answerTo(check, subject), slug));
  return reportOf({ utc: new Date(now).toISOString(), program: PROGRAM_VERSION, use, seenFrom }, answers);
}

/** With the commands and units that the package on this computer has: a rehearsal's have another name than a release's. */
function packaged(answer: CheckAnswer, slug: string): CheckAnswer {
  return {
    ...answer,
    found: asPackaged(answer.found, slug),
    remedies: answer.remedies.map((remedy) => asPackaged(remedy, slug)),
  };
}

/** A check that breaks is a bug. It says nothing of the computer, so it is no pass; the others are made all the same. */
async function answerTo({ declaration, look }: Check, subject: Subject): Promise<CheckAnswer> {
  try {
    return answerOf(declaration, await look(subject), subject.use);
  } catch (error) {
    reportBug(`doctor, ${declaration.id}`, error);
    // Also of a check that only advises: what is not known may be anything.
    const goLive = declaration.goLive.kind === 'advice' ? STOPS : declaration.goLive;
    return answerOf({ ...declaration, goLive }, BROKEN, subject.use);
  }
}

const STOPS: AtGoLive = { kind: 'stops', whenUnknown: 'stops' };

const BROKEN = fail(
  'This check broke off by a mistake in the program: nothing is known.',
  'Send the lines on standard error that begin with `defect in doctor` to whoever maintains the program.',
);
