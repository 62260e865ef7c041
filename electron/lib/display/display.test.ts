import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { answers, type DisplayEnvironment, namedDisplay, waitForDisplay } from './display.ts';

function named(environment: DisplayEnvironment) {
  const display = namedDisplay(environment);
  if (display === null) throw new Error('no display');
  return display;
}

describe('the display that is named', () => {
  it('is X before Wayland, and none where neither is set', () => {
    expect(namedDisplay({})).toBeNull();
    expect(namedDisplay({ DISPLAY: '', WAYLAND_DISPLAY: '' })).toBeNull();
    expect(named({ DISPLAY: ':5', WAYLAND_DISPLAY: 'wayland-0' }).name).toBe(':5');
    expect(named({ WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: '/run/user/7' })).toEqual({
      name: '/run/user/7/wayland-0',
      places: [{ path: '/run/user/7/wayland-0' }],
    });
  });

  it('is one display under all of its names', () => {
    expect([':5', ':5.0', ':5.1', 'unix:5'].map((DISPLAY) => named({ DISPLAY }).name)).toEqual(
      Array(4).fill(':5'),
    );
    expect(named({ DISPLAY: 'desk:5.0' })).toEqual({
      name: 'desk:5',
      places: [{ host: 'desk', port: 6005 }],
    });
  });
});

describe('a display', () => {
  it('answers as soon as somebody listens there, and no longer', async () => {
    const display = named({ WAYLAND_DISPLAY: join(temporaryFolder(), 'wayland') });
    const [{ path } = { path: '' }] = display.places.filter((place) => 'path' in place);
    expect(await answers(display)).toBe(false);
    const waiting = waitForDisplay(display, 20_000);
    const server = createServer((client) => client.on('error', () => undefined).resume());
    onTestFinished(() => void server.close());
    server.listen(path);
    expect(await waiting).toBe(true);
    const closed = once(server, 'close');
    server.close();
    await closed;
    expect(await waitForDisplay(display, 10)).toBe(false);
  });

  it('with a name that X cannot read never does', async () => {
    expect(await answers(named({ DISPLAY: 'nonsense' }))).toBe(false);
  });
});
