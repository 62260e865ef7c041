import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { legalTexts } from './legal-texts.ts';
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

/**
 * The packages in one bundle, by the note that Vite left of it. `files`: where the bundle lies. `installed`: where each package lies, by
 * `name@version`: Vite notes its licence, and none of its notices.
 * @throws where one of them brings no licence: nobody may ship it then.
 */
export async function bundledPackages(
  note: string,
  files: readonly string[],
  installed: ReadonlyMap<string, string>,
): Promise<readonly ThirdParty[]> {
  const packages = noted.parse(JSON.parse(await readFile(note, 'utf8')));
  return Promise.all(
    packages.map(async ({ name, version, identifier, text }) => {
      if (identifier === undefined) throw new Error(`${name} does not say under which licence it is`);
      const folder = installed.get(`${name}@${version}`);
      const all = (folder === undefined ? null : await legalTexts(folder)) ?? text;
      if (all === undefined) throw new Error(`${name} ${version} brings no text of its licence`);
      return { name, version, licence: identifier, files, purl: npmPurl(name, version), text: all };
    }),
  );
}
