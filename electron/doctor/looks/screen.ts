import { clipboard, judgeClipboard } from '../../../shared/doctor/screen/clipboard.ts';
import type { DisplayLook } from '../../../shared/doctor/screen/display-look.ts';
import { displaySize, judgeDisplaySize } from '../../../shared/doctor/screen/display-size.ts';
import { inputMethods, judgeInputMethods } from '../../../shared/doctor/screen/input-methods.ts';
import type { Check } from '../check.ts';
import { lookAtDisplay } from '../read/look-at-display.ts';
import { runningPrograms } from '../read/processes.ts';
import { isOutside, type Subject } from '../subject.ts';

/** Who else hears what is typed on the display, and what it shows. */
export const screenChecks: readonly Check[] = [
  {
    declaration: clipboard,
    look: async (subject) =>
      judgeClipboard({ look: await lookAtKiosk(subject), programs: runningPrograms() }),
  },
  {
    declaration: inputMethods,
    look: async (subject) =>
      judgeInputMethods({ look: await lookAtKiosk(subject), programs: runningPrograms() }),
  },
  {
    declaration: displaySize,
    look: async (subject) =>
      judgeDisplaySize({
        look: await lookAtKiosk(subject),
        wanted: subject.configuration.preset.display,
      }),
  },
];

/** The display of the kiosk. One that a shell has a name for is another one, such as an administrator's desktop. */
async function lookAtKiosk(subject: Subject): Promise<DisplayLook> {
  return isOutside(subject) ? { kind: 'from-outside' } : lookAtDisplay(subject.environment);
}
