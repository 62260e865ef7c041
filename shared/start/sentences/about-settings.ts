import { unreachable } from '../../result.ts';
import type { Of, Sentences } from './sentences.ts';

/** What stands in the environment or behind the command. */
export function aboutSettings(
  problem: Of<'arguments' | 'unknown-setting' | 'relative-path' | 'wrong-value' | 'root' | 'no-home'>,
): Sentences {
  const correct = 'Correct it where the kiosk is started. “counterfoil --help” lists the settings.';
  switch (problem.kind) {
    case 'arguments':
      return ['The start command has extra words', 'The counterfoil command takes no arguments.', correct];
    case 'unknown-setting':
      return [
        'A setting has an unknown name',
        `This kiosk has no setting ${problem.name}. Did you mean ${problem.nearest}?`,
        correct,
      ];
    case 'relative-path':
      return [
        'A setting needs a full path',
        `${problem.name} must be a full path, beginning with a slash.`,
        correct,
        `${problem.name} is “${problem.value}”`,
      ];
    case 'wrong-value':
      return [
        'A setting has an unusable value',
        `${problem.name} ${problem.takes}.`,
        correct,
        `${problem.name} is “${problem.value}”`,
      ];
    case 'root':
      return [
        'The kiosk was started as root',
        'Counterfoil doesn’t run as root, because root has no sandbox.',
        'Start it from an ordinary account.',
      ];
    case 'no-home':
      return [
        'This account has no home folder',
        'The kiosk doesn’t know where to keep its data.',
        'Set COUNTERFOIL_DATA to the full path of a folder.',
      ];
    default:
      return unreachable(problem);
  }
}
