import { clipboard, judgeClipboard } from '../../../shared/doctor/screen/clipboard.ts';
import { displaySize, judgeDisplaySize } from '../../../shared/doctor/screen/display-size.ts';
import { inputMethods, judgeInputMethods } from '../../../shared/doctor/screen/input-methods.ts';
import type { Check } from '../check.ts';
import { lookAtDisplay } from '../read/look-at-display.ts';
import { runningPrograms } from '../read/processes.ts';

/** Who else hears what is typed on the display, and what it shows. */
export const screenChecks: readonly Check[] = [
  {
    declaration: clipboard,
    look: async ({ environment }) =>
      judgeClipboard({ look: await lookAtDisplay(environment), programs: runningPrograms() }),
  },
  {
    declaration: inputMethods,
    look: async ({ environment }) =>
      judgeInputMethods({ look: await lookAtDisplay(environment), programs: runningPrograms() }),
  },
  {
    declaration: displaySize,
    look: async ({ configuration, environment }) =>
      judgeDisplaySize({ look: await lookAtDisplay(environment), wanted: configuration.preset.display }),
  },
];
