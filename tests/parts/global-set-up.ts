import { fileURLToPath } from 'node:url';
import { prepareMachine } from '../../build/machine/prepare.ts';
import { findRuntime } from '../../build/runtime/find-runtime.ts';
import { repository } from '../../build/vite/repository.ts';
import { buildPages } from './build-pages.ts';
import { servePages } from './serve-pages.ts';

/** The pages of `npm run dev`, with one page more: parts on a stage of their own. Ended by what this answers. */
export default async function setUp(): Promise<() => Promise<void>> {
  const machine = await prepareMachine({ needs: ['gui', 'display'] });
  if (!machine.ok) throw new Error(machine.error.say);
  const runtime = await findRuntime();
  process.stdout.write(`${runtime.say}\n`);
  const folder = fileURLToPath(new URL('out/test/parts-pages/', repository));
  await buildPages(folder);
  const server = await servePages(folder);
  process.env.COUNTERFOIL_PARTS_SERVER = server.address;
  return () => server.close();
}
