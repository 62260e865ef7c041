import { fileURLToPath } from 'node:url';
import { lingui } from '@lingui/vite-plugin';
import type { Plugin } from 'vite';
import { repository } from './repository.ts';

/** Compiles a catalog when it is imported. `isStrict`: a text that is not translated, or wrongly, fails the bundle. */
export function linguiCatalogs({ isStrict }: { readonly isStrict: boolean }): Plugin[] {
  return lingui({
    // Without `cwd` the plugin looks for its configuration in Vite's root.
    cwd: fileURLToPath(repository),
    configPath: fileURLToPath(new URL('lingui.bundle.config.ts', repository)),
    failOnMissing: isStrict,
    failOnCompileError: isStrict,
  });
}
