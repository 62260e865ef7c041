import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository } from '../vite/repository.ts';

// The pages themselves are shown, built, by the suite of the parts; this is about the server of `npm run dev`.

let server: Awaited<ReturnType<typeof createServer>> | undefined;

beforeAll(async () => {
  server = await createServer({
    configFile: fileURLToPath(new URL('build/vite/screens.config.ts', repository)),
    logLevel: 'warn',
    // Another port than a developer's: both may run.
    server: { port: 5473, hmr: false, warmup: { clientFiles: [] } },
    cacheDir: fileURLToPath(new URL('node_modules/.cache/counterfoil-served/', repository)),
  });
  await server.listen();
});
afterAll(() => server?.close());

it.each(['', 'screen?state=start'])('serves /%s with every script that it begins with', async (path) => {
  const address = server?.resolvedUrls?.local[0] ?? '';
  const html = await (await fetch(`${address}${path}`)).text();
  const scripts = [...html.matchAll(/<script type="module"[^>]* src="([^"]+)"/g)].flatMap(
    ([, src]) => src ?? [],
  );
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) {
    const answer = await fetch(new URL(script, address));
    expect([script, answer.status]).toEqual([script, 200]);
    expect(await answer.text()).toContain('import');
  }
});
