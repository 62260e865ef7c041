import { contextBridge, ipcRenderer, webFrame } from 'electron';
import type { PageChannel } from '../../shared/contract/page-channels.ts';
import { keepTextIn } from './keep-text-in.ts';

/**
 * The one bridge into the page. It owns the port (so that the page cannot lend it to anybody) and pairs
 * answers with calls; what is in them is parsed by the typed client on one side and the authorization on the
 * other.
 */
let port: MessagePort | null = null;
let lastId = 0;
const waiting = new Map<number, (answer: unknown) => void>();
const early: unknown[] = [];
let listener: ((event: unknown) => void) | null = null;
const earlyEvents: unknown[] = [];

function receive(data: unknown): void {
  if (data === null || typeof data !== 'object' || !('kind' in data)) return;
  if (data.kind === 'event' && 'event' in data) {
    if (listener === null) earlyEvents.push(data.event);
    else listener(data.event);
    return;
  }
  if (data.kind === 'answer' && 'id' in data && typeof data.id === 'number' && 'answer' in data) {
    const resolve = waiting.get(data.id);
    waiting.delete(data.id);
    resolve?.(data.answer);
  }
}

ipcRenderer.on('core-port' satisfies PageChannel, (event) => {
  const [arrived] = event.ports;
  if (arrived === undefined) return;
  port = arrived;
  arrived.onmessage = (message) => receive(message.data);
  for (const request of early.splice(0)) arrived.postMessage(request);
});

// Here and in no worker: a page whose event loop stands still must not answer.
ipcRenderer.on('still-there' satisfies PageChannel, () =>
  ipcRenderer.send('still-there' satisfies PageChannel),
);

keepTextIn(window, () => ipcRenderer.send('selected' satisfies PageChannel));

// The one way to a file chooser that Chromium 114 does not let be refused: see `refuseFileChoosers`. Nothing here picks
// anything. It runs before the page's first script.
void webFrame.executeJavaScript('delete HTMLInputElement.prototype.showPicker');

contextBridge.exposeInMainWorld('counterfoil', {
  /** Makes one call to the core and resolves with its answer's envelope. */
  call(name: string, input: unknown): Promise<unknown> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      const request = { id, call: name, input };
      if (port === null) early.push(request);
      else port.postMessage(request);
    });
  },
  /** Names the one listener for the core's events. */
  onEvent(next: (event: unknown) => void): void {
    listener = next;
    for (const event of earlyEvents.splice(0)) next(event);
  },
  /** Says that the first screen is painted: this session can serve as the spare. */
  painted(): void {
    ipcRenderer.send('painted' satisfies PageChannel);
  },
  /** Says that a screen failed: what is left is an empty page, which nobody can work with. */
  failed(): void {
    ipcRenderer.send('failed' satisfies PageChannel);
  },
  /** Says whether the photo screen is up: the camera is granted only then. */
  async camera(wanted: boolean): Promise<void> {
    await ipcRenderer.invoke('camera' satisfies PageChannel, wanted);
  },
});
