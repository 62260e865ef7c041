import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { type DisplayLook, whyNotLooked } from './display-look.ts';

export const clipboard = declareCheck({
  id: 'clipboard',
  title: 'Clipboard managers',
  why: 'A program that keeps what is copied keeps what applicants typed, on the disk and for the next one to paste.',
  goLive: { kind: 'breaks', invariants: [3, 5] },
  remedies: {
    end: 'End {program}, and take it out of `/etc/xdg/autostart`, or remove its package.',
    manager: 'Look which program it is with `xprop -root` and `ps`, end it, and remove its package.',
    copied: 'Start the kiosk in an X session of its own, without a desktop.',
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
  /** Programs that run, by their names; null: nothing of them can be seen. */
  readonly programs: readonly string[] | null;
}

export function judgeClipboard({ look, programs }: ClipboardFacts): Finding {
  return together(judgeLook(look), judgePrograms(programs));
}

function judgeLook(look: DisplayLook): Finding {
  switch (look.kind) {
    case 'no-display':
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

function judgePrograms(programs: readonly string[] | null): Finding {
  if (programs === null) return notRun('The programs that run can’t be seen.');
  const found = programs.find((name) => CLIPBOARD_PROGRAMS.has(name));
  if (found === undefined) return pass('No known clipboard manager runs.');
  return fail(
    `${found} runs, which keeps what is copied.`,
    remedy(clipboard.remedies.end, { program: found }),
  );
}
