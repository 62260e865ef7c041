import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { legalTexts } from './legal-texts.ts';
import { LINKED_IN } from './linked-in.ts';
import { namedCrates } from './named-crates.ts';
import { manifestIn } from './package-manifest.ts';
import type { OtherSbom } from './sbom.ts';
import { npmPurl, type ThirdParty } from './third-party.ts';

/**
 * The packages with an addon and what they need, as they lie in `modules`, and what was linked into them. `addons`: what addons list of
 * that themselves, by the addon's package.
 * @throws where one brings no licence, or holds what nobody has said the licence of: nobody may ship it then.
 */
export async function copiedPackages(
  modules: string,
  addons: ReadonlyMap<string, OtherSbom>,
): Promise<readonly ThirdParty[]> {
  const folders = (await readdir(modules)).flatMap((entry) => (entry.startsWith('@') ? [] : [entry]));
  for (const scope of (await readdir(modules)).filter((entry) => entry.startsWith('@')))
    folders.push(...(await readdir(join(modules, scope))).map((name) => `${scope}/${name}`));
  const parties = await Promise.all(folders.map((name) => copiedPackage(modules, name)));
  for (const folder of folders) await refuseUnknownCrates(modules, folder, addons.get(folder));
  const linked = LINKED_IN.filter(({ within }) => folders.includes(within)).map(({ within, ...library }) => ({
    ...library,
    version: null,
    files: [`*resources/programs/node_modules/${within}*`],
  }));
  return [...parties, ...linked];
}

async function copiedPackage(modules: string, folder: string): Promise<ThirdParty> {
  const { name, version, license } = await manifestIn(join(modules, folder));
  return {
    ...{ name, version, licence: license, purl: npmPurl(name, version) },
    text: await licenceIn(modules, folder),
    files: [`*resources/programs/node_modules/${folder}/*`],
  };
}

/** A package for one platform alone is part of the one that loads it, and has its licence there. */
function wholeOf(folder: string): string {
  return folder.replace(/-linux-\w+-gnu$/, '');
}

async function licenceIn(modules: string, folder: string): Promise<string> {
  const text =
    (await legalTexts(join(modules, folder))) ??
    (folder === wholeOf(folder) ? null : await legalTexts(join(modules, wholeOf(folder))));
  if (text === null) throw new Error(`${folder} brings no text of its licence`);
  return text;
}

/** What an addon holds by its own words, and nobody here has a licence of: a new release of it may be made of something else. */
async function refuseUnknownCrates(
  modules: string,
  folder: string,
  listed: OtherSbom | undefined,
): Promise<void> {
  const known = [
    ...LINKED_IN.filter(({ within }) => within === wholeOf(folder)).map(({ purl }) => purl ?? ''),
    ...(listed?.components ?? []).map(({ purl = '' }) => purl.replace(/@[^@]*$/, '')),
  ];
  const files = await readdir(join(modules, folder), { recursive: true });
  for (const file of files.filter((each) => each.endsWith('.node'))) {
    const crates = namedCrates(await readFile(join(modules, folder, file)));
    const unknown = crates.filter((crate) => !known.includes(`pkg:cargo/${crate}`));
    if (unknown.length > 0)
      throw new Error(`${folder} holds ${unknown.join(', ')}: nobody has said under which licence that is`);
  }
}
