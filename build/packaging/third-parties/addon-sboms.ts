import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type OtherSbom, otherSbom } from './sbom.ts';

/** What the packages in a node_modules folder say that their addons were linked with, by the package. */
export async function addonSboms(modules: string): Promise<ReadonlyMap<string, OtherSbom>> {
  const found = new Map<string, OtherSbom>();
  for (const entry of await readdir(modules, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name !== 'sbom.cdx.json') continue;
    const text = await readFile(join(entry.parentPath, entry.name), 'utf8');
    found.set(relative(modules, entry.parentPath), otherSbom.parse(JSON.parse(text)));
  }
  return found;
}
