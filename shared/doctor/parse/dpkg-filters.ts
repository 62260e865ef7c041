/**
 * Whether dpkg leaves a file out when it installs a package, by the texts of /etc/dpkg/dpkg.cfg and dpkg.cfg.d in reading order
 * (dpkg(1), `--path-exclude`): of the patterns that match the last one counts. Images without manual pages are made so.
 */
export function isLeftOut(path: string, settings: readonly string[]): boolean {
  const last = settings
    .flatMap((text) => [...text.matchAll(FILTER)])
    .findLast(([, , pattern = '']) => matches(path, pattern));
  return last?.[1] === 'exclude';
}

/** A line such as `path-exclude=/usr/share/doc/*`, or with blanks in the place of the equals sign. */
const FILTER = /^[ \t]*path-(exclude|include)(?:[ \t]*=[ \t]*|[ \t]+)(\S+)[ \t]*$/gm;

/** As fnmatch(3) without flags: a star and a question mark stand for slashes as well. */
function matches(path: string, pattern: string): boolean {
  // Several stars are one: a pattern with many of them would else be tried for ever.
  const source = pattern.replace(/\*+|[\\^$+?.()|{}[\]]/g, (sign) => {
    if (sign.startsWith('*')) return '.*';
    return sign === '?' ? '.' : `\\${sign}`;
  });
  return new RegExp(`^${source}$`).test(path);
}
