import { unreachable } from '../../result.ts';
import { at, type Of, type Sentences } from './sentences.ts';

/** What is wrong with the programme's policy, or its file. */
export function aboutPolicy(problem: Of<'no-policy' | 'unreadable-policy' | 'wrong-policy'>): Sentences {
  switch (problem.kind) {
    case 'no-policy':
      return [
        'There is no policy',
        'A kiosk works by the policy of its city’s program, and there is no such file.',
        'Put the policy there, or write its path into the settings as policy-file.',
        at(problem.path),
      ];
    case 'unreadable-policy':
      return [
        'The policy is not readable',
        whyUnread(problem),
        'Put the right file there, and let the kiosk’s account read it.',
        at(problem.path, problem.reason),
      ];
    case 'wrong-policy': {
      const where = problem.at === '' ? `Line ${problem.line}` : `Line ${problem.line}, ${problem.at}`;
      const more = problem.more === 0 ? '' : ` ${problem.more} more after it.`;
      return [
        'The policy has a mistake',
        `${where}: ${problem.allowed}.${more} Counterfoil hasn’t changed the file, and takes no applications.`,
        'Correct it, or put the policy from before back.',
        at(problem.path),
      ];
    }
    default:
      return unreachable(problem);
  }
}

function whyUnread({ why }: Of<'unreadable-policy'>): string {
  switch (why) {
    case 'no-file':
      return 'There is a folder or a device in its place, and no file.';
    case 'too-large':
      return 'The file there is larger than a policy can be (1 MB).';
    case 'not-read':
      return 'The file is there, but Counterfoil can’t read it.';
    default:
      return unreachable(why);
  }
}
