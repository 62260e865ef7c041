import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { repository } from '../vite/repository.ts';

/** `npm run dev`: the screens, each in every state, with hot reload and no kiosk behind them. */
export async function serveScreens(): Promise<void> {
  const server = await createServer({
    configFile: fileURLToPath(new URL('build/vite/screens.config.ts', repository)),
  });
  await server.listen();
  const seconds = (performance.now() / 1000).toFixed(1);
  process.stdout.write(
    `The screens, in every state: ${server.resolvedUrls?.local[0]} (ready in ${seconds} s)\n`,
  );
  process.stdout.write('A saved file changes them at once. Ctrl+C ends it.\n');
}
