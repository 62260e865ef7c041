import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { linguiCatalogs } from './lingui-catalogs.ts';
import { linguiMacros } from './lingui-macros.ts';

const repository = new URL('../../', import.meta.url);

/** The screen. Everything is bundled: nothing is fetched at run time, not even a font. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer/', repository)),
  // Relative, because the page is served from our own scheme.
  base: './',
  plugins: [linguiMacros(), react(), linguiCatalogs({ isStrict: true })],
  build: {
    outDir: fileURLToPath(new URL('out/app/renderer/', repository)),
    emptyOutDir: true,
    // The evaluation runtime is the older of the two.
    target: 'chrome114',
    // The CSP allows no data: URLs, so nothing may be inlined; and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
