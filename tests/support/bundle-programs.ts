import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { nativePackages, repository } from '../../build/vite/repository.ts';
import { takeOut } from '../hostile/protections/take-out.ts';

/**
 * Bundles a suite's own Node programs as the product's are bundled, so that what runs there is what ships.
 * `programs`: the name of each bundle (without `.mjs`) and its source. Inside the repository only: the native
 * packages are looked for from there.
 */
export async function bundlePrograms(
  outDir: string,
  programs: Readonly<Record<string, string>>,
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: fileURLToPath(repository),
    plugins: [takeOut()],
    define: { __EVALUATION__: 'true' },
    build: {
      outDir,
      emptyOutDir: false,
      target: 'node24',
      ssr: true,
      minify: false,
      rollupOptions: {
        input: { ...programs },
        external: [...nativePackages, /^node:/],
        output: { format: 'es', entryFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true, external: [...nativePackages] },
  });
}
