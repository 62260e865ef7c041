import type { Plugin } from 'vite';
import { findInstalledFont } from '../../electron/lib/drawing/font-catalogue.ts';
import { createFonts } from '../../electron/lib/drawing/fonts.ts';
import { listCovered } from '../../shared/card/coverage.ts';

/** The same as a core's answer to `printableCharacters`. */
export function printableAsJson(): string {
  return JSON.stringify({ runs: listCovered(createFonts(findInstalledFont).isCovered) });
}

/** Serves what the fonts of the card have, by the same tables that a core reads: a page cannot open them. */
export function servePrintable(): Plugin {
  return {
    name: 'counterfoil-printable',
    configureServer(server) {
      server.middlewares.use('/printable.json', (_request, response) => {
        response.setHeader('content-type', 'application/json');
        response.end(printableAsJson());
      });
    },
  };
}
