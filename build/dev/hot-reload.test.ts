import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { repository } from '../vite/repository.ts';
import { pagePolicy } from './serve-pages.ts';
import { createScreens } from './serve-screens.ts';

// The server of `npm run dev`, with a screen of its own: what is saved here is no file of the repository.

const told = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('update'),
    updates: z.array(z.object({ path: z.string(), timestamp: z.number() })),
  }),
  z.object({ type: z.literal('full-reload') }),
]);
type Told = z.infer<typeof told>;

const screen = (words: string): string => `
import { Trans } from '@lingui/react/macro';
export function Screen() {
  return <p><Trans>${words}</Trans></p>;
}
`;

let folder = '';
let server: ViteDevServer | undefined;
let address = '';

beforeAll(async () => {
  const out = fileURLToPath(new URL('out/', repository));
  mkdirSync(out, { recursive: true });
  folder = mkdtempSync(join(out, 'hot-reload-'));
  writeFileSync(join(folder, 'screen.tsx'), screen('Before it was saved'));
  server = await createScreens({
    root: folder,
    cacheDir: join(folder, 'cache'),
    // It warms up files of the product, which are not here.
    logLevel: 'silent',
    // Another port than a developer's: both may run.
    server: { port: 5573 },
    optimizeDeps: { noDiscovery: true },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? '';
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (path: string): Promise<string> => (await fetch(`${address}${path}`)).text();

/** Listens as the page does, with what the server gives it for that. */
async function listen(): Promise<{ next(): Promise<Told>; close(): void }> {
  const token = (await read('@vite/client')).match(/wsToken = "([^"]+)"/)?.[1] ?? '';
  const socket = new WebSocket(`${address.replace('http', 'ws')}?token=${token}`, 'vite-hmr');
  const waiting: ((one: Told) => void)[] = [];
  socket.addEventListener('message', ({ data }) => {
    const one = told.safeParse(JSON.parse(String(data)));
    if (one.success) waiting.shift()?.(one.data);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return { next: () => new Promise((resolve) => waiting.push(resolve)), close: () => socket.close() };
}

it('a saved file comes into the page that shows it, and the page stays', async () => {
  // It looks through its folder by itself: a file that is saved before it was found there is no change to it.
  await expect.poll(() => server?.watcher.getWatched()[folder], { timeout: 60_000 }).toContain('screen.tsx');
  expect(await read('screen.tsx')).toContain('Before it was saved');
  const page = await listen();
  try {
    const next = page.next();
    writeFileSync(join(folder, 'screen.tsx'), screen('After it was saved'));
    const change = await next;
    // Not the whole page anew: what somebody has clicked to is still there.
    if (change.type !== 'update') throw new Error('the page is loaded anew');
    const [{ path, timestamp } = { path: '', timestamp: 0 }, ...others] = change.updates;
    expect([path, others]).toEqual(['/screen.tsx', []]);
    const after = await read(`screen.tsx?t=${timestamp}`);
    expect(after).toContain('After it was saved');
    expect(after).not.toContain('Before it was saved');
  } finally {
    page.close();
  }
});

it('the page may listen to it', () => {
  expect(pagePolicy).toMatch(/connect-src[^;]* 'self'/);
});
