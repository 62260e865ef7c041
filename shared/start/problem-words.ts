import { aboutData } from './sentences/about-data.ts';
import { aboutPlace } from './sentences/about-disk-and-folder.ts';
import { aboutFile } from './sentences/about-file.ts';
import { aboutPolicy } from './sentences/about-policy.ts';
import { aboutProvisioning } from './sentences/about-provisioning.ts';
import { aboutScreen } from './sentences/about-screen.ts';
import { aboutSettings, aboutStart } from './sentences/about-settings.ts';
import { aboutSignedPolicy } from './sentences/about-signed-policy.ts';
import type { Sentences } from './sentences/sentences.ts';
import { problemCode, problemNumber, type StartProblem } from './start-problem.ts';
import { visible } from './visible.ts';

/** What people read about a problem: on the screen and in the log, in the same words. */
export interface ProblemWords {
  readonly title: string;
  readonly happened: string;
  readonly todo: string;
  readonly call: string;
  /** A path, a value, a reason: for IT alone, as small print. */
  readonly details: string;
}

/** Says in plain words what happened, what to do and whom to call. */
export function problemWords(problem: StartProblem): ProblemWords {
  const [title, happened, todo, details = ''] = sentencesOf(problem);
  const whom = CONCERNS_SUPERVISORS.has(problem.kind) ? 'your supervisor and your IT staff' : 'your IT staff';
  return {
    title,
    happened: visible(happened),
    todo,
    call: `Call ${whom}. Tell them the code ${problemCode(problem)}.`,
    details: visible(details),
  };
}

/** The same on one line of a log, with the exit code in front. */
export function problemLine(problem: StartProblem): string {
  const { title, happened, todo, call, details } = problemWords(problem);
  const more = details === '' ? '' : ` (${details})`;
  return `counterfoil ${problemCode(problem)}, exit code ${problemNumber(problem)}: ${title}. ${happened} ${todo} ${call}${more}`;
}

/** Where somebody answers for the records, not only for the computer. */
const CONCERNS_SUPERVISORS: ReadonlySet<StartProblem['kind']> = new Set([
  'unsigned-policy',
  'policy-out-of-turn',
  'policy-of-other-release',
  'program-key',
  'unprotected-first-staff',
  'wrong-first-staff',
  'needless-first-staff',
  'open-to-others',
  'not-a-plain-file',
  'locked',
  'foreign-file',
  'damaged',
  'altered-policy',
  'missing',
  'other-kiosk',
  'broken-ledger',
]);

function sentencesOf(problem: StartProblem): Sentences {
  switch (problem.kind) {
    case 'arguments':
    case 'settings-in-environment':
    case 'relative-path':
    case 'root':
    case 'no-home':
      return aboutStart(problem);
    case 'no-settings':
    case 'unprotected-settings':
    case 'unreadable-settings':
    case 'wrong-settings':
      return aboutSettings(problem);
    case 'no-policy':
    case 'unreadable-policy':
    case 'wrong-policy':
      return aboutPolicy(problem);
    case 'unsigned-policy':
    case 'policy-out-of-turn':
    case 'policy-of-other-release':
    case 'program-key':
    case 'altered-policy':
      return aboutSignedPolicy(problem);
    case 'not-provisioned':
    case 'unfinished-provisioning':
    case 'unprotected-first-staff':
    case 'wrong-first-staff':
    case 'needless-first-staff':
      return aboutProvisioning(problem);
    case 'not-writable':
    case 'foreign-owner':
    case 'open-to-others':
    case 'not-a-plain-file':
    case 'not-a-folder':
    case 'dangling-link':
    case 'read-only-disk':
    case 'disk-full':
    case 'disk-error':
    case 'no-tmpfs':
      return aboutPlace(problem);
    case 'no-display':
    case 'silent-display':
    case 'no-window':
    case 'keeps-stopping':
    case 'display-taken':
    case 'no-sandbox':
      return aboutScreen(problem);
    case 'of-rehearsal':
    case 'of-residents':
    case 'of-evaluation':
    case 'live-without-key':
      return aboutData(problem);
    default:
      return aboutFile(problem);
  }
}
