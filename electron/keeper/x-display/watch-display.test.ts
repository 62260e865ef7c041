import { createServer } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { watchDisplay } from './watch-display.ts';

/** A place where an X server could listen, which nobody else takes meanwhile. */
async function placeOfServer() {
  const first = createServer();
  await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
  const address = first.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await new Promise<unknown>((resolve) => first.close(resolve));
  const server = createServer((socket) => socket.destroy());
  onTestFinished(() => void server.close());
  return {
    environment: { DISPLAY: `127.0.0.1:${address.port - 6000}` },
    listen: () => new Promise<void>((resolve) => server.listen(address.port, '127.0.0.1', resolve)),
  };
}

it('a display that was away and is there again is told: who stands before it is not known', async () => {
  const { environment, listen } = await placeOfServer();
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
  const { environment, listen } = await placeOfServer();
  await listen();
  const cameBack = vi.fn();
  for (const display of [watchDisplay(environment), watchDisplay({})]) {
    display.onReturn(cameBack);
    expect(await display.isThere()).toBe(true);
  }
  expect(cameBack).not.toHaveBeenCalled();
});
