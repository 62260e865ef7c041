import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { type DisplayLook, whyNotLooked } from './display-look.ts';
import { judgeAbsence, type RunningPrograms } from './running-programs.ts';

export const clipboard = declareCheck({
  id: 'clipboard',
  title: 'Clipboard managers',
  why: 'A program that keeps what is copied keeps what applicants typed, on the disk and for the next one to paste.',
  goLive: { kind: 'breaks', invariants: [3, 5], whenUnknown: 'stops' },
  remedies: {
    end: 'Run `pkill -x {program}` as root, and `apt-get purge` its package: `dpkg -S {program}` names it.',
    manager: 'Run `ps -e -o pid,user,comm` to find which program it is, end it, and remove its package.',
    copied:
      'Run `systemctl enable --now counterfoil-display.service counterfoil.service` as root: the kiosk then has a display of its own, without a desktop.',
  },
});

/** Names in /proc/PID/comm, of which the kernel keeps 15 characters. */
export const CLIPBOARD_PROGRAMS: ReadonlySet<string> = new Set([
  ...[
    'autocutsel',
    'clipit',
    'clipman',
    'clipmenud',
    'cliphist',
    'clipse',
    'copyq',
    'diodon',
    'gpaste-daemon',
  ],
  ...[
    'greenclip',
    'klipper',
    'mate-clipboard',
    'parcellite',
    'qlipper',
    'wl-clip-persist',
    'wl-paste',
    'xclip',
  ],
  ...['xclipboard', 'xfce4-clipman', 'xsel'],
]);

export interface ClipboardFacts {
  readonly look: DisplayLook;
  readonly programs: RunningPrograms;
}

export function judgeClipboard({ look, programs }: ClipboardFacts): Finding {
  return together(judgeLook(look), judgePrograms(programs));
}

function judgeLook(look: DisplayLook): Finding {
  switch (look.kind) {
    case 'no-display':
    case 'from-outside':
    case 'cannot-tell':
      return notRun(whyNotLooked(look));
    case 'looked':
      if (look.hasManager)
        return fail('A program has announced itself as the clipboard manager.', clipboard.remedies.manager);
      return look.hasCopied
        ? warn(
            'Something was copied on this display; nothing of the kiosk copies.',
            clipboard.remedies.copied,
          )
        : pass('Nobody keeps what is copied on this display.');
  }
}

function judgePrograms(programs: RunningPrograms): Finding {
  const found = programs.names.find((name) => CLIPBOARD_PROGRAMS.has(name));
  if (found === undefined) return judgeAbsence(programs, 'No known clipboard manager runs.');
  return fail(
    `${found} runs, which keeps what is copied.`,
    remedy(clipboard.remedies.end, { program: found }),
  );
}
