/** What the first entry of a changelog says (deb-changelog(5)). */
export interface ChangelogEntry {
  /** With Debian's revision: 0.1.0-1. */
  readonly version: string;
  /** Seconds since 1970. */
  readonly date: number;
}

const FIRST_LINE = /^\S+ \((\S+)\) \S+; urgency=\w+\n/;
const LAST_LINE = /^ -- .+ <.+> {2}(.+)$/m;

/** Reads the newest entry. A changelog that has none is a mistake in our own file: it throws. */
export function newestEntry(changelog: string): ChangelogEntry {
  const version = FIRST_LINE.exec(changelog)?.[1];
  const date = Date.parse(LAST_LINE.exec(changelog)?.[1] ?? '');
  if (version === undefined || Number.isNaN(date))
    throw new Error('the changelog has no entry that can be read');
  return { version, date: date / 1000 };
}
