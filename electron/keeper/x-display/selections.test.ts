import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findProgram } from '../../../build/machine/command.ts';
import { startDisplay } from '../../../build/machine/display.ts';
import { authorityFor } from '../../lib/x-display/authority.ts';
import { openXConnection } from '../../lib/x-display/x-connection.ts';
import { CUT_BUFFERS, internAtom, PRIMARY, SECONDARY } from '../../lib/x-display/x-requests.ts';
import { type OtherProgram, openOtherProgram } from './other-program.test-support.ts';
import { createSelections, type Selections } from './selections.ts';

const noServer = (await findProgram('Xvfb')) === null;

interface Stage {
  readonly environment: Readonly<Record<string, string>>;
  readonly selections: Selections;
  readonly other: OtherProgram;
  readonly clipboard: number;
}

/** A real X server, and another program at it. */
async function stage(): Promise<Stage> {
  const display = await startDisplay({ alwaysOwn: true });
  if (!display.ok) throw new Error(display.error);
  const { environment, stop } = display.value;
  onTestFinished(stop);
  const other = await openOtherProgram(environment);
  onTestFinished(() => other.close());
  const clipboard = await other.atom('CLIPBOARD');
  return { environment, selections: createSelections(environment), other, clipboard };
}

describe.skipIf(noServer)('the selections of a display', () => {
  it('are taken from whoever owns them, and cut buffers are removed', async () => {
    const { selections, other, clipboard } = await stage();
    const all = [PRIMARY, SECONDARY, clipboard];
    for (const selection of all) other.take(selection);
    for (const buffer of CUT_BUFFERS) other.cut(buffer, 'Zephyrina Vandersloot');
    for (const selection of all) expect(await other.isOwned(selection), 'control').toBe(true);
    expect(await other.cutBuffers(), 'control').toEqual(CUT_BUFFERS);
    expect(await selections.empty()).toEqual({ kind: 'empty' });
    for (const selection of all) expect(await other.isOwned(selection)).toBe(false);
    expect(await other.cutBuffers()).toEqual([]);
  });

  it('are kept where a clipboard manager says that it is one, until it is gone', async () => {
    const { selections, other } = await stage();
    expect(await selections.examine()).toEqual({ kind: 'empty' });
    other.take(await other.atom('CLIPBOARD_MANAGER'));
    expect(await other.isOwned(await other.atom('CLIPBOARD_MANAGER'))).toBe(true);
    expect(await selections.examine()).toEqual({ kind: 'kept' });
    expect(await selections.empty()).toEqual({ kind: 'kept' });
    other.close();
    await expect.poll(() => selections.examine(), { timeout: 60_000 }).toEqual({ kind: 'empty' });
  });

  it('are kept where a program takes back what it is taken from, whatever it calls itself', async () => {
    const { selections, other, clipboard } = await stage();
    other.take(clipboard);
    expect(await other.isOwned(clipboard), 'control').toBe(true);
    let over = false;
    const taking = (async () => {
      while (!over) if (!(await other.isOwned(clipboard))) other.take(clipboard);
    })();
    expect(await selections.examine()).toEqual({ kind: 'kept' });
    over = true;
    await taking;
  });

  it('are empty once somebody who had copied something has been told so', async () => {
    const { selections, other, clipboard } = await stage();
    other.take(clipboard);
    expect(await other.isOwned(clipboard), 'control').toBe(true);
    expect(await selections.examine()).toEqual({ kind: 'empty' });
  });

  it('are found at a server that listens in the abstract space alone', async () => {
    const { environment, clipboard } = await stage();
    const real = environment.DISPLAY?.slice(1) ?? '';
    const authority = authorityFor(real, environment.XAUTHORITY);
    // No display has a number this high; the process's own keeps two runs apart.
    const number = String(100_000 + process.pid);
    expect(await openXConnection(number, authority), 'control').toMatchObject({ ok: false });
    const abstract = createServer((client) => {
      const server = connect(`/tmp/.X11-unix/X${real}`);
      for (const each of [client, server]) each.on('error', () => each.destroy());
      client.pipe(server).pipe(client);
    });
    abstract.listen(`\0/tmp/.X11-unix/X${number}`);
    await once(abstract, 'listening');
    onTestFinished(() => void abstract.close());
    const opened = await openXConnection(number, authority);
    if (!opened.ok) throw new Error(opened.error.why);
    const reply = await opened.value.ask(internAtom('CLIPBOARD'));
    expect(reply.readUInt32LE(8)).toBe(clipboard);
    opened.value.close();
  });

  it('cannot be told of without a display, behind a refusal, and of a server that is gone', async () => {
    const { environment } = await stage();
    for (const without of [
      {},
      { DISPLAY: '' },
      { DISPLAY: 'elsewhere:0' },
      { DISPLAY: ':4711' },
      { DISPLAY: environment.DISPLAY ?? '' },
      { ...environment, XAUTHORITY: '/nowhere/authority' },
    ]) {
      const selections = createSelections(without);
      expect(await selections.empty(), JSON.stringify(without)).toMatchObject({ kind: 'cannot-tell' });
      expect(await selections.examine()).toMatchObject({ kind: 'cannot-tell' });
    }
  });
});
