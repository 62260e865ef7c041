import { fileURLToPath } from 'node:url';
import { createServer, type InlineConfig, type ViteDevServer } from 'vite';
import { repository } from '../vite/repository.ts';

/** A server of all states, and what is to be otherwise than in `npm run dev`. */
export function createScreens(otherwise: InlineConfig = {}): Promise<ViteDevServer> {
  return createServer({
    configFile: fileURLToPath(new URL('build/vite/screens.config.ts', repository)),
    ...otherwise,
  });
}

/** `npm run dev`: the screens, each in every state, with hot reload and no kiosk behind them. */
export async function serveScreens(): Promise<void> {
  const server = await createScreens();
  await server.listen();
  const seconds = (performance.now() / 1000).toFixed(1);
  process.stdout.write(
    `The screens, in every state: ${server.resolvedUrls?.local[0]} (ready in ${seconds} s)\n`,
  );
  process.stdout.write('A saved file changes them at once. Ctrl+C ends it.\n');
}
