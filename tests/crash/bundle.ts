import { mkdirSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { nativePackages, repository } from '../../build/vite/repository.ts';

/**
 * Bundles the suite's keeper and worker once: a thousand starts of many small files would cost minutes. In a
 * folder of this run's own, which the caller removes; inside the repository, where the native packages are.
 */
export async function bundleVictim(): Promise<{
  readonly folder: string;
  readonly victim: string;
  readonly worker: string;
}> {
  const parent = fileURLToPath(new URL('out/test/', repository));
  mkdirSync(parent, { recursive: true });
  const outDir = mkdtempSync(join(parent, 'crash-'));
  const source = (name: string): string => fileURLToPath(new URL(`victim/${name}.ts`, import.meta.url));
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(repository),
    define: { __EVALUATION__: 'true' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node24',
      ssr: true,
      minify: false,
      rollupOptions: {
        input: { victim: source('victim'), worker: source('worker') },
        external: [...nativePackages, /^node:/],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: [...nativePackages] },
  });
  return { folder: outDir, victim: join(outDir, 'victim.mjs'), worker: join(outDir, 'worker.mjs') };
}
