import { unreachable } from '../../result.ts';
import type { Of, Sentences } from './sentences.ts';

/** Where nothing can be shown, or not for long. */
export function aboutScreen(
  problem: Of<
    'no-display' | 'silent-display' | 'no-window' | 'keeps-stopping' | 'display-taken' | 'no-sandbox'
  >,
): Sentences {
  switch (problem.kind) {
    case 'no-display':
      return [
        'There is no screen to show the kiosk on',
        'Neither DISPLAY nor WAYLAND_DISPLAY is set.',
        'Start the kiosk from a graphical session.',
      ];
    case 'silent-display':
      return [
        'The screen does not answer',
        'The display server isn’t running, or doesn’t take connections.',
        'Start the display server, then the kiosk.',
        `Display: ${problem.display}`,
      ];
    case 'no-window':
      return [
        'The kiosk’s window does not open',
        'The program behind the window couldn’t be started, or ended several times in a row.',
        'Restart the computer. If this happens again, read the log: it says how each has gone.',
      ];
    case 'keeps-stopping':
      return [
        'The kiosk keeps stopping',
        `It was started again ${problem.starts} times within ${problem.minutes} minutes, and stopped each time.`,
        'Restart the computer. If this happens again, read the log: it says why.',
      ];
    case 'display-taken':
      return [
        'Another kiosk is on this screen',
        'One screen shows one kiosk. The one that is running was left alone.',
        'End it first, or start this one on another screen.',
        `Display: ${problem.display}`,
      ];
    case 'no-sandbox':
      return [
        'The kiosk’s pages have no sandbox here',
        'A sandbox keeps a page away from everything else. It’s made of user namespaces, and this computer refuses them.',
        'Set user.max_user_namespaces above 0. Where AppArmor restricts user namespaces, load the package’s profile. Then restart the kiosk.',
      ];
    default:
      return unreachable(problem);
  }
}
