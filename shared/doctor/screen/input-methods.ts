import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';
import { type DisplayLook, whyNotLooked } from './display-look.ts';
import { judgeAbsence, type RunningPrograms } from './running-programs.ts';

export const inputMethods = declareCheck({
  id: 'input-methods',
  title: 'Input methods',
  why: 'An input method learns words and keeps them on the disk; the kiosk uses none, and a system dialog might.',
  goLive: { kind: 'advice' },
  remedies: {
    end: 'Run `pkill -x {program}` as root, and `apt-get purge` its package: `dpkg -S {program}` names it.',
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
  readonly programs: RunningPrograms;
}

export function judgeInputMethods({ look, programs }: InputMethodFacts): Finding {
  return together(judgePrograms(programs), judgeLook(look));
}

function judgePrograms(programs: RunningPrograms): Finding {
  const found = programs.names.find((name) => INPUT_METHOD_PROGRAMS.has(name));
  if (found === undefined) return judgeAbsence(programs, 'No known input method runs.');
  return warn(
    `${found} runs, which learns what is typed. The kiosk’s own windows don’t use it.`,
    remedy(inputMethods.remedies.end, { program: found }),
  );
}

function judgeLook(look: DisplayLook): Finding {
  if (look.kind !== 'looked') return notRun(whyNotLooked(look));
  return look.hasInputMethod
    ? warn('An input method is announced on this display.', inputMethods.remedies.announced)
    : pass('None is announced on this display.');
}
