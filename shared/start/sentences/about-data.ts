import { unreachable } from '../../result.ts';
import { at, type Of, type Sentences } from './sentences.ts';

/** The files are whole, and hold what this program does not serve: data of a rehearsal, an evaluation, a live kiosk. */
export function aboutData(
  problem: Of<'of-rehearsal' | 'of-residents' | 'of-evaluation' | 'live-without-key'>,
): Sentences {
  switch (problem.kind) {
    case 'of-rehearsal':
      return [
        'The data is from a rehearsal',
        'The people in it are invented, and this kiosk is for real ones. No entry was changed.',
        'Name the folder of this kiosk as data-folder in the settings.',
        at(problem.path),
      ];
    case 'of-residents':
      return [
        'The data is from a live kiosk',
        'This program only rehearses with invented people. No entry was changed.',
        'Name a folder for rehearsals as data-folder in the settings.',
        at(problem.path),
      ];
    case 'of-evaluation':
      return [
        'The data is from an evaluation',
        'A version for evaluations wrote it, about invented people. No entry was changed.',
        'Name the folder of this kiosk as data-folder in the settings.',
        at(problem.path),
      ];
    case 'live-without-key':
      return [
        'The kiosk went live without a program key',
        'Only an evaluation does that, or a version from before there were program keys. No entry was changed.',
        'Name the folder of this kiosk in the settings. If it is this one, start the earlier version once with the program key.',
        at(problem.path),
      ];
    default:
      return unreachable(problem);
  }
}
