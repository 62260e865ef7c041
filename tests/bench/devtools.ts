import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';

/** A page seen through its debugging port. */
export interface PageConnection {
  /** Runs a function in the page; it may return a promise, and sees nothing but its own arguments. */
  evaluate<Schema extends z.ZodType>(
    schema: Schema,
    run: (...given: never[]) => unknown,
    ...given: readonly unknown[]
  ): Promise<z.output<Schema>>;
  /** Presses a key and lets go of it: a trusted input event of the page. */
  press(key: PressedKey): Promise<void>;
  close(): void;
}

/** A key as the protocol wants it told. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly windowsVirtualKeyCode: number;
  /** What it writes; nothing for a key that writes nothing. */
  readonly text?: string;
}

const message = z.object({
  id: z.number().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const targets = z.object({
  targetInfos: z.array(z.object({ targetId: z.string(), type: z.string(), url: z.string() })),
});
const attached = z.object({ sessionId: z.string() });
const evaluated = z.object({
  result: z.object({ value: z.unknown().optional() }),
  exceptionDetails: z.unknown().optional(),
});

const PATIENCE_MILLISECONDS = 20_000;
/** Short, so that the watching script is in the page well before what it watches for. */
const PAUSE_MILLISECONDS = 2;

/** Asks again until there is an answer. */
export async function until<Value>(
  what: string,
  ask: () => Promise<Value | null> | Value | null,
): Promise<Value> {
  const end = Date.now() + PATIENCE_MILLISECONDS;
  while (Date.now() < end) {
    const value = await ask();
    if (value !== null) return value;
    await delay(PAUSE_MILLISECONDS);
  }
  throw new Error(`waited too long for ${what}`);
}

function debuggingAddress(folder: string | null): string | null {
  if (folder === null) return null;
  const path = join(folder, 'chromium', 'DevToolsActivePort');
  const [port, address] = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  return port === undefined || address === undefined || address === ''
    ? null
    : `ws://127.0.0.1:${port}${address}`;
}

async function openSocket(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error(`cannot connect to ${address}`)));
  });
  return socket;
}

/**
 * Connects to the page of an Electron as early as there is one. `findFolder` names the folder in which its
 * Chromium's lies, asked anew each time: a session that does not come up is replaced by another. A client of a
 * few lines: Playwright switches on a dozen domains in a page, and that would be measured too.
 */
export async function connectToPage(findFolder: () => string | null): Promise<PageConnection> {
  const socket = await openSocket(await until('a debugging port', () => debuggingAddress(findFolder())));
  const waiting = new Map<number, { resolve(result: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  socket.addEventListener('message', (event) => {
    const { id, result, error } = message.parse(JSON.parse(String(event.data)));
    if (id === undefined) return;
    const asked = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  });
  socket.addEventListener('close', () => {
    for (const asked of waiting.values()) asked.reject(new Error('the page is gone'));
  });
  const send = (method: string, params: object, sessionId?: string): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
    });
  };
  const targetId = await until('a page', async () => {
    const { targetInfos } = targets.parse(await send('Target.getTargets', {}));
    // Before its first address a page is still another document, in which nothing put there would last.
    return targetInfos.find(({ type, url }) => type === 'page' && /^(app|file):/.test(url))?.targetId ?? null;
  });
  const { sessionId } = attached.parse(await send('Target.attachToTarget', { targetId, flatten: true }));
  return {
    async evaluate(schema, run, ...given) {
      const expression = `(${run.toString()})(${given.map((value) => JSON.stringify(value)).join(', ')})`;
      const parameters = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = evaluated.parse(
        await send('Runtime.evaluate', parameters, sessionId),
      );
      if (exceptionDetails !== undefined) throw new Error(`in the page: ${JSON.stringify(exceptionDetails)}`);
      return schema.parse(result.value);
    },
    async press({ text, ...key }) {
      const down =
        text === undefined ? { type: 'rawKeyDown' } : { type: 'keyDown', text, unmodifiedText: text };
      await send('Input.dispatchKeyEvent', { ...key, ...down }, sessionId);
      await send('Input.dispatchKeyEvent', { ...key, type: 'keyUp' }, sessionId);
    },
    close: () => socket.close(),
  };
}
