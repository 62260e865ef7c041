import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { createFront } from './front-process.ts';

/** A page with a memory of its own. */
function stage() {
  const memory = temporaryFolder();
  const words = [fileURLToPath(new URL('fake-front.test-support.ts', import.meta.url))];
  const environment = {
    ...{ PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
    ...{ XDG_RUNTIME_DIR: memory, FAKE_PAGES: join(temporaryFolder(), 'pages') },
  };
  const front = createFront(() => ({ executable: process.execPath, words, environment }), 'evaluation');
  return { front, memory };
}

it('a page before the kiosk has a folder as long as it is on the screen, and none before and after', async () => {
  const { front, memory } = stage();
  expect(readdirSync(memory)).toEqual([]);
  expect(await front.show({ kind: 'restarting' })).toBe(true);
  expect(readdirSync(memory)).toEqual([expect.stringMatching(/^counterfoil-front-/)]);
  await front.hide();
  expect(readdirSync(memory)).toEqual([]);
});

it('who asks for it to go while it goes waits until nothing of it is left', async () => {
  const { front, memory } = stage();
  await front.show({ kind: 'restarting' });
  void front.hide();
  expect(readdirSync(memory)).toHaveLength(1);
  await front.hide();
  expect(readdirSync(memory)).toEqual([]);
});
