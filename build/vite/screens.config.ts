import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { keptFiles } from '../dev/kept-files.ts';
import { printableCharacters } from '../dev/printable-characters.ts';
import { productPage, servePages } from '../dev/serve-pages.ts';
import { linguiCatalogs } from './lingui-catalogs.ts';
import { linguiMacros } from './lingui-macros.ts';
import { repository } from './repository.ts';

const dev = new URL('build/dev/', repository);

/** The list of all states, and the screen in one of them. */
const pages = {
  '/': { html: new URL('list/list.html', dev), script: new URL('list/list.ts', dev) },
  '/screen': { html: productPage, script: new URL('page/page.ts', dev) },
};

const cache = (folder: string): string =>
  fileURLToPath(new URL(`node_modules/.cache/counterfoil-screens/${folder}/`, repository));

/** The screen as `npm run dev` serves it: from its sources, with a fixture core in the place of a kiosk. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer/', repository)),
  cacheDir: cache('packages'),
  // A text that nobody has extracted yet is shown as it was written.
  plugins: [
    linguiMacros({ descriptorFields: 'all', making: keptFiles(cache('macros')) }),
    react(),
    linguiCatalogs({ isStrict: false }),
    servePages(pages),
  ],
  define: {
    __EVALUATION__: 'true',
    __PRINTABLE_CHARACTERS__: JSON.stringify(printableCharacters()),
  },
  // Whatever Vite and React Refresh put into a page carries it.
  html: { cspNonce: randomBytes(16).toString('base64') },
  appType: 'custom',
  // As in the bundle: the page's policy allows no data: URLs.
  build: { assetsInlineLimit: 0 },
  server: {
    host: '127.0.0.1',
    port: 5173,
    fs: { allow: [fileURLToPath(repository)] },
    warmup: { clientFiles: ['./main.tsx', '../build/dev/page/page.ts'] },
  },
  // Known before the first page asks: what is found later reloads the page.
  optimizeDeps: { entries: ['main.tsx', '../build/dev/page/page.ts'] },
});
