import { fileURLToPath } from 'node:url';
import { servePages } from '../../build/dev/serve-pages.ts';
import { createScreens } from '../../build/dev/serve-screens.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { repository } from '../../build/vite/repository.ts';

/** The server of `npm run dev`, with one page more: parts on a stage of their own. Ended by what this answers. */
export default async function setUp(): Promise<() => Promise<void>> {
  const machine = await prepareMachine({ needs: ['gui', 'display'] });
  if (!machine.ok) throw new Error(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  const server = await createScreens({
    // Another port than a developer's: both may run.
    server: { port: 5373, hmr: false },
    cacheDir: fileURLToPath(new URL('node_modules/.cache/counterfoil-parts/', repository)),
    optimizeDeps: { entries: ['../tests/parts/stages/stage.tsx'] },
    plugins: [
      servePages({
        '/part': {
          html: new URL('stages/stage.html', import.meta.url),
          script: new URL('stages/stage.tsx', import.meta.url),
        },
      }),
    ],
  });
  await server.listen();
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the server of the parts has no address');
  process.env.COUNTERFOIL_PARTS_SERVER = address;
  return () => server.close();
}
