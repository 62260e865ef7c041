import { describe, expect, it } from 'vitest';
import { judgeClipboard } from './clipboard.ts';
import type { DisplayLook } from './display-look.ts';
import { judgeDisplaySize } from './display-size.ts';
import { judgeInputMethods } from './input-methods.ts';
import type { RunningPrograms } from './running-programs.ts';

const size = { width: 1920, height: 1080 };
const clean: DisplayLook = {
  kind: 'looked',
  hasManager: false,
  hasCopied: false,
  hasInputMethod: false,
  size,
};
const none: DisplayLook = { kind: 'no-display' };
/** A shell has the name of another display, or of none. */
const outside: DisplayLook = { kind: 'from-outside' };
const whole = (...names: readonly string[]): RunningPrograms => ({
  names: ['systemd', 'Xorg', 'node', 'counterfoil-ses', ...names],
  isWhole: true,
});
const programs = whole();
/** Where /proc hides what others run. */
const own: RunningPrograms = { names: ['node'], isWhole: false };

describe('the clipboard', () => {
  it.each<readonly [DisplayLook, RunningPrograms, string]>([
    [clean, programs, 'pass'],
    [{ ...clean, hasManager: true }, programs, 'fail'],
    [{ ...clean, hasCopied: true }, programs, 'warn'],
    [clean, whole('xfce4-clipman'), 'fail'],
    // The kernel cuts names after 15 characters.
    [none, whole('wl-clip-persist'), 'fail'],
    [none, programs, 'not-run'],
    [{ kind: 'cannot-tell', why: 'the X server does not answer' }, programs, 'not-run'],
    [clean, own, 'not-run'],
    [outside, programs, 'not-run'],
    [outside, whole('copyq'), 'fail'],
  ])('%j, %j', (look, running, verdict) => {
    expect(judgeClipboard({ look, programs: running }).verdict).toBe(verdict);
  });

  it('names the program', () => {
    expect(judgeClipboard({ look: none, programs: whole('parcellite') })).toMatchObject({
      found: expect.stringContaining('parcellite runs'),
      remedies: [expect.stringContaining('`pkill -x parcellite`')],
    });
  });
});

it.each([
  judgeClipboard({ look: outside, programs }),
  judgeInputMethods({ look: outside, programs }),
  judgeDisplaySize({ look: outside, wanted: size }),
])('from a shell it says how to look from inside', ({ found }) => {
  expect(found).toContain('Run `counterfoil-doctor` as root');
});

describe('input methods', () => {
  it.each<readonly [DisplayLook, RunningPrograms, string]>([
    [clean, programs, 'pass'],
    [clean, whole('ibus-daemon'), 'warn'],
    [none, whole('fcitx5'), 'warn'],
    [{ ...clean, hasInputMethod: true }, programs, 'warn'],
    [none, programs, 'not-run'],
    [clean, own, 'not-run'],
    [outside, programs, 'not-run'],
  ])('%j, %j', (look, running, verdict) => {
    expect(judgeInputMethods({ look, programs: running }).verdict).toBe(verdict);
  });
});

describe('the size of the display', () => {
  it.each([
    [clean, null, 'pass'],
    [clean, size, 'pass'],
    [clean, { width: 1080, height: 1920 }, 'warn'],
    [none, size, 'not-run'],
    [outside, size, 'not-run'],
    [{ kind: 'cannot-tell', why: 'the X server does not answer' }, null, 'not-run'],
  ] as const)('%j, by settings %j', (look, wanted, verdict) => {
    expect(judgeDisplaySize({ look, wanted }).verdict).toBe(verdict);
  });

  it('tells both', () => {
    expect(judgeDisplaySize({ look: clean, wanted: { width: 1280, height: 800 } })).toMatchObject({
      found: 'It has 1920 × 1080 pixels, and the settings say 1280 × 800.',
      remedies: [expect.stringContaining('Set the display to 1280 × 800 pixels')],
    });
  });
});
