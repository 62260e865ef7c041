import { fileURLToPath } from 'node:url';
import { buildPages } from '../../build/dev/build-pages.ts';
import { serveBuiltPages } from '../../build/dev/serve-built-pages.ts';
import { prepareMachine } from '../../build/machine/prepare.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { repository } from '../../build/vite/repository.ts';

/** Parts on a stage of their own. */
const PART = {
  html: new URL('stages/stage.html', import.meta.url),
  scripts: ['../tests/parts/stages/stage.tsx'],
};

/** The pages of `npm run dev`, with one page more: parts on a stage of their own. Ended by what this answers. */
export default async function setUp(): Promise<() => Promise<void>> {
  const machine = await prepareMachine({ needs: ['gui', 'display'] });
  if (!machine.ok) throw new Error(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  const folder = fileURLToPath(new URL('out/test/parts-pages/', repository));
  await buildPages(folder, { part: PART });
  const server = await serveBuiltPages(folder);
  process.env.COUNTERFOIL_PARTS_SERVER = server.address;
  return () => server.close();
}
