import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const lock = z.object({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
});

/** Where npm has installed each package, by `name@version`: two versions of one package lie in two folders. */
export async function installedPackages(root: string): Promise<ReadonlyMap<string, string>> {
  const { packages } = lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  return new Map(
    Object.entries(packages).flatMap(([path, { version }]) => {
      const [, ...names] = path.split('node_modules/');
      const name = names.at(-1);
      return name === undefined || version === undefined ? [] : [[`${name}@${version}`, join(root, path)]];
    }),
  );
}
