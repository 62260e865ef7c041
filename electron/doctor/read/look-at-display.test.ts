import { describe, expect, it, onTestFinished } from 'vitest';
import { findProgram } from '../../../build/machine/command.ts';
import { startDisplay } from '../../../build/machine/display.ts';
import { openOtherProgram } from '../../keeper/x-display/other-program.test-support.ts';
import { SECONDARY } from '../../lib/x-display/x-requests.ts';
import { lookAtDisplay } from './look-at-display.ts';

const noServer = (await findProgram('Xvfb')) === null;

describe('a look at a display', () => {
  it.each([
    [{}, 'no-display'],
    [{ DISPLAY: '' }, 'no-display'],
    [{ DISPLAY: 'elsewhere.example:0' }, 'cannot-tell'],
    [{ DISPLAY: 'nonsense' }, 'cannot-tell'],
    [{ DISPLAY: ':98765' }, 'cannot-tell'],
  ])('%j: %s', async (environment, kind) => {
    expect((await lookAtDisplay(environment)).kind).toBe(kind);
  });
});

describe.skipIf(noServer)('a look at a real display', () => {
  it('sees a clipboard manager, what was copied and an input method, and takes nothing from anybody', async () => {
    const display = await startDisplay({ alwaysOwn: true });
    if (!display.ok) throw new Error(display.error);
    const { environment, stop } = display.value;
    onTestFinished(stop);
    const size = { width: 1280, height: 800 };
    const nothing = { kind: 'looked', hasManager: false, hasCopied: false, hasInputMethod: false, size };
    expect(await lookAtDisplay(environment)).toEqual(nothing);
    const other = await openOtherProgram(environment);
    onTestFinished(() => other.close());
    const [clipboard, manager, inputServers] = await Promise.all(
      ['CLIPBOARD', 'CLIPBOARD_MANAGER', 'XIM_SERVERS'].map((name) => other.atom(name)),
    );
    other.take(clipboard ?? 0);
    expect(await other.isOwned(clipboard ?? 0), 'control').toBe(true);
    expect(await lookAtDisplay(environment)).toEqual({ ...nothing, hasCopied: true });
    other.take(SECONDARY);
    other.take(manager ?? 0);
    other.cut(inputServers ?? 0, '@server=example');
    expect(await other.isOwned(manager ?? 0), 'control').toBe(true);
    expect(await lookAtDisplay(environment)).toEqual({
      ...{ kind: 'looked', hasManager: true, hasCopied: true, hasInputMethod: true, size },
    });
    for (const selection of [clipboard, manager, SECONDARY])
      expect(await other.isOwned(selection ?? 0)).toBe(true);
  });
});
