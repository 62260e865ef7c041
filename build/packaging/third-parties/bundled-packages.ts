import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { npmPurl, type ThirdParty } from './third-party.ts';

/** What Vite notes of each package that it bundles (`build.license`). */
const noted = z.array(
  z.object({
    name: z.string(),
    version: z.string(),
    identifier: z.string().optional(),
    text: z.string().optional(),
  }),
);

/** The packages in one bundle, by the note that Vite left of it. `files`: where the bundle lies. */
export async function bundledPackages(
  note: string,
  files: readonly string[],
): Promise<readonly ThirdParty[]> {
  return noted.parse(JSON.parse(await readFile(note, 'utf8'))).map(({ name, version, identifier, text }) => {
    if (identifier === undefined) throw new Error(`${name} does not say under which licence it is`);
    return {
      ...{ name, version, licence: identifier, files, purl: npmPurl(name, version) },
      text: text ?? `${name} brings no text of its licence. It says of itself: ${identifier}.`,
    };
  });
}
