import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { watchDisplay } from './watch-display.ts';

/** A place where a display server could listen, which nobody else takes meanwhile. A socket that is not there refuses at once. */
function placeOfServer() {
  const path = join(temporaryFolder(), 'wayland');
  const server = createServer((socket) => socket.destroy());
  onTestFinished(() => void server.close());
  return {
    environment: { WAYLAND_DISPLAY: path },
    listen: () => new Promise<void>((resolve) => server.listen(path, resolve)),
  };
}

it('a display that was away and is there again is told: who stands before it is not known', async () => {
  const { environment, listen } = placeOfServer();
  const cameBack = vi.fn();
  const display = watchDisplay(environment);
  display.onReturn(cameBack);
  const there = display.isThere();
  // The first look is refused by now: a refusal on this machine takes no longer than the next turn of the loop.
  await new Promise(setImmediate);
  await listen();
  expect(await there).toBe(true);
  expect(cameBack).toHaveBeenCalledOnce();
});

it('one that was there all the time is not', async () => {
  const { environment, listen } = placeOfServer();
  await listen();
  const cameBack = vi.fn();
  for (const display of [watchDisplay(environment), watchDisplay({})]) {
    display.onReturn(cameBack);
    expect(await display.isThere()).toBe(true);
  }
  expect(cameBack).not.toHaveBeenCalled();
});
