import { licenceOf, type OtherSbom } from './sbom.ts';
import type { ThirdParty } from './third-party.ts';

/** Which lines of a licence say whose the work is; licences also speak of copyright holders in general. */
const COPYRIGHT_LINE = /^\W*(copyright\b(?!\s*(holder|notice|statement|owner|licen|law))|\(c\)|©)/i;

/** The package's own words, in front of all others. */
const OWN = `Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: Counterfoil
Comment: Each paragraph after the first is about somebody else's work in this package. What was bundled with others has
 no file of its own: its paragraph names the bundle. Chromium's own third parties are listed in LICENSES.chromium.html,
 which lies beside the program.

Files: *
Copyright: The Counterfoil authors
License: Apache-2.0
 On Debian systems the text of this license is in /usr/share/common-licenses/Apache-2.0. It also lies in
 resources/licences/counterfoil.txt.
`;

/**
 * Everybody's licence, in the machine-readable form of deb-copyright(5). `addons`: what addons say that they were linked with, by the
 * addon's package.
 */
export function copyrightFile(
  parties: readonly ThirdParty[],
  addons: ReadonlyMap<string, OtherSbom>,
): string {
  return `${OWN}\n${parties.map((party) => paragraph(party, addons.get(party.name))).join('\n')}`;
}

/** What stands under the name of an addon that lists its parts. Their texts are those of many others in this file. */
function partsOf({ components }: OtherSbom): string {
  const parts = components.flatMap((part) => {
    const licence = licenceOf(part);
    const version = part.version === undefined ? '' : ` ${part.version}`;
    return part.purl === undefined && licence === null
      ? []
      : [`${part.name}${version}: ${licence ?? 'no licence is listed'}`];
  });
  return [
    '',
    'It was linked with these, by the list that lies beside it (sbom.cdx.json), each under its own licence. The sources of',
    'crates are at https://crates.io under these names. On Debian systems Apache-2.0 and MPL-2.0 are in',
    '/usr/share/common-licenses. What Skia is made of has its licences in LICENSES.chromium.html as well.',
    ...parts,
  ].join('\n ');
}

function paragraph(
  { name, version, licence, text, files }: ThirdParty,
  listed: OtherSbom | undefined,
): string {
  const holders = text.split('\n').filter((line) => COPYRIGHT_LINE.test(line));
  const lines =
    holders.length === 0 ? [`The authors of ${name}`] : [...new Set(holders.map((line) => line.trim()))];
  return `Files: ${files.join('\n ')}
Comment: ${name}${version === null ? '' : ` ${version}`}${listed === undefined ? '' : partsOf(listed)}
Copyright: ${lines.join('\n ')}
License: ${shortName(licence)}
${text.trim().split('\n').map(continued).join('\n')}
`;
}

/** An SPDX expression in Debian's words: and, or, and no brackets. */
function shortName(licence: string): string {
  return licence
    .replaceAll(' OR ', ' or ')
    .replaceAll(' AND ', ' and ')
    .replace(/[()]/g, '')
    .replaceAll('/', ' or ');
}

/** A line of a long field: a blank in front, and a dot where it is empty. */
function continued(line: string): string {
  return line.trim() === '' ? ' .' : ` ${line.trimEnd()}`;
}
