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

/** Everybody's licence, in the machine-readable form of deb-copyright(5). */
export function copyrightFile(parties: readonly ThirdParty[]): string {
  return `${OWN}\n${parties.map(paragraph).join('\n')}`;
}

function paragraph({ name, version, licence, text, files }: ThirdParty): string {
  const holders = text.split('\n').filter((line) => COPYRIGHT_LINE.test(line));
  const lines =
    holders.length === 0 ? [`The authors of ${name}`] : [...new Set(holders.map((line) => line.trim()))];
  return `Files: ${files.join('\n ')}
Comment: ${name}${version === null ? '' : ` ${version}`}
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
