import { describe, expect, it } from 'vitest';
import { judgeClipboard } from './clipboard.ts';
import type { DisplayLook } from './display-look.ts';
import { judgeInputMethods } from './input-methods.ts';

const clean: DisplayLook = { kind: 'looked', hasManager: false, hasCopied: false, hasInputMethod: false };
const none: DisplayLook = { kind: 'no-display' };
const programs = ['systemd', 'Xorg', 'node', 'counterfoil-ses'];

describe('the clipboard', () => {
  it.each<readonly [DisplayLook, readonly string[] | null, string]>([
    [clean, programs, 'pass'],
    [{ ...clean, hasManager: true }, programs, 'fail'],
    [{ ...clean, hasCopied: true }, programs, 'warn'],
    [clean, [...programs, 'xfce4-clipman'], 'fail'],
    // The kernel cuts names after 15 characters.
    [none, [...programs, 'wl-clip-persist'], 'fail'],
    [none, programs, 'not-run'],
    [{ kind: 'cannot-tell', why: 'the X server does not answer' }, programs, 'not-run'],
    [clean, null, 'not-run'],
  ])('%j, %j', (look, running, verdict) => {
    expect(judgeClipboard({ look, programs: running }).verdict).toBe(verdict);
  });

  it('names the program', () => {
    expect(judgeClipboard({ look: none, programs: ['parcellite'] })).toMatchObject({
      found: expect.stringContaining('parcellite runs'),
      remedies: [expect.stringContaining('End parcellite')],
    });
  });
});

describe('input methods', () => {
  it.each<readonly [DisplayLook, readonly string[] | null, string]>([
    [clean, programs, 'pass'],
    [clean, [...programs, 'ibus-daemon'], 'warn'],
    [none, ['fcitx5'], 'warn'],
    [{ ...clean, hasInputMethod: true }, programs, 'warn'],
    [none, programs, 'not-run'],
    [clean, null, 'not-run'],
  ])('%j, %j', (look, running, verdict) => {
    expect(judgeInputMethods({ look, programs: running }).verdict).toBe(verdict);
  });
});
