import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, warn } from '../finding.ts';
import type { DisplayLook } from './display-look.ts';

export const inputMethods = declareCheck({
  id: 'input-methods',
  title: 'Input methods',
  why: 'An input method learns words and keeps them on the disk; the kiosk uses none, and a system dialog might.',
  goLive: { kind: 'advice' },
  remedies: {
    end: 'Remove the package of {program}, or run `im-config -n none` as the kiosk’s account.',
    announced: 'Run `im-config -n none` as the kiosk’s account, and start its X session anew.',
  },
});

/** Names in /proc/PID/comm, of which the kernel keeps 15 characters. */
export const INPUT_METHOD_PROGRAMS: ReadonlySet<string> = new Set([
  ...[
    'fcitx',
    'fcitx5',
    'gcin',
    'hime',
    'ibus-daemon',
    'ibus-x11',
    'kime',
    'maliit-server',
    'nabi',
    'onboard',
  ],
  ...['scim', 'scim-launcher', 'uim-xim'],
]);

export interface InputMethodFacts {
  readonly look: DisplayLook;
  /** Programs that run, by their names; null: nothing of them can be seen. */
  readonly programs: readonly string[] | null;
}

export function judgeInputMethods({ look, programs }: InputMethodFacts): Finding {
  const running = programs?.find((name) => INPUT_METHOD_PROGRAMS.has(name));
  if (running !== undefined) {
    return warn(
      `${running} runs, which learns what is typed. The kiosk’s own windows don’t use it.`,
      remedy(inputMethods.remedies.end, { program: running }),
    );
  }
  if (look.kind === 'looked' && look.hasInputMethod)
    return warn('An input method is announced on this display.', inputMethods.remedies.announced);
  if (programs === null) return notRun('The programs that run can’t be seen.');
  if (look.kind !== 'looked') return notRun('No known input method runs, but the display was not asked.');
  return pass('No known input method runs.');
}
