import { connect } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { MachineEnvironment } from '../../../shared/contract/configuration.ts';

/** How often a display that is gone is asked whether it is back. A connection costs a fraction of a millisecond. */
const PAUSE_MILLISECONDS = 250;
/** A display server that takes connections does so at once; one that hangs is as good as none. */
const ANSWER_MILLISECONDS = 2_000;

/** Where a display server listens: a path (a name in the abstract space begins with a zero), or a host and a port. */
export type Place = { readonly path: string } | { readonly host: string; readonly port: number };

/** The display that a process would draw on. */
export interface NamedDisplay {
  /** What it is called, without the number of the screen: two names of one display are one. */
  readonly name: string;
  readonly places: readonly Place[];
}

/** What the environment says of displays. */
export type DisplayEnvironment = Pick<MachineEnvironment, 'DISPLAY' | 'WAYLAND_DISPLAY' | 'XDG_RUNTIME_DIR'>;

/** The display that the environment names, X before Wayland; null where it names none. */
export function namedDisplay(environment: DisplayEnvironment): NamedDisplay | null {
  const { DISPLAY: x = '', WAYLAND_DISPLAY: wayland = '', XDG_RUNTIME_DIR: runtime = '' } = environment;
  if (x !== '') return xDisplay(x);
  if (wayland === '') return null;
  const path = isAbsolute(wayland) ? wayland : join(runtime, wayland);
  return { name: path, places: [{ path }] };
}

function xDisplay(value: string): NamedDisplay {
  const [, host = '', number = ''] = /^(.*):(\d+)(?:\.\d+)?$/.exec(value) ?? [];
  // What X itself could not read either: nothing answers there.
  if (number === '') return { name: value, places: [] };
  if (host === '' || host === 'unix') {
    return { name: `:${number}`, places: placesOfX(number) };
  }
  return { name: `${host}:${number}`, places: [{ host, port: 6000 + Number(number) }] };
}

/** Where an X display of this machine may listen; a server may have closed either of the two. */
export function placesOfX(number: string): readonly Place[] {
  const path = `/tmp/.X11-unix/X${number}`;
  return [{ path }, { path: `\0${path}` }];
}

/** Whether the display takes connections now. */
export async function answers({ places }: NamedDisplay): Promise<boolean> {
  return (await placeThatAnswers(places)) !== null;
}

/**
 * The first place that takes connections now; null: none does. Says nothing there: a client that leaves before its
 * greeting changes nothing.
 */
export async function placeThatAnswers(places: readonly Place[]): Promise<Place | null> {
  for (const place of places) if (await takesConnections(place)) return place;
  return null;
}

function takesConnections(place: Place): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(place);
    const settle = (answered: boolean) => (): void => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(ANSWER_MILLISECONDS, settle(false));
    socket.once('connect', settle(true));
    // Nobody listens, or not to us: that is the answer.
    socket.once('error', settle(false));
  });
}

/** Waits until the display takes connections, at most so long. False: it did not. */
export async function waitForDisplay(display: NamedDisplay, milliseconds: number): Promise<boolean> {
  const until = performance.now() + milliseconds;
  for (;;) {
    if (await answers(display)) return true;
    if (performance.now() >= until) return false;
    await delay(PAUSE_MILLISECONDS);
  }
}
