/**
 * What the last assignment of a key says in files such as journald.conf (systemd.syntax(7)), read in the order that systemd
 * reads them. An empty assignment takes back what came before. Undefined: none says anything.
 */
export function settingIn(texts: readonly string[], section: string, key: string): string | undefined {
  const last = assignmentsIn(texts, section, key).at(-1);
  return last === '' ? undefined : last;
}

/**
 * The words of all assignments of a key that takes a list, such as `ReadWritePaths=`. An empty assignment takes back those
 * before it.
 */
export function wordsIn(texts: readonly string[], section: string, key: string): readonly string[] {
  const all = assignmentsIn(texts, section, key);
  return all
    .slice(all.lastIndexOf('') + 1)
    .flatMap((value) => value.split(/\s+/).map((word) => word.replaceAll(/^"|"$/g, '')));
}

/** What each assignment of a key says, in their order. */
function assignmentsIn(texts: readonly string[], section: string, key: string): readonly string[] {
  const values: string[] = [];
  for (const text of texts) {
    let current = '';
    for (const line of text.replace(/\\\r?\n/g, ' ').split(/\r?\n/)) {
      const trimmed = line.trim();
      if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
      const head = /^\[(.*)\]$/.exec(trimmed)?.[1];
      if (head !== undefined) current = head;
      else if (current === section) {
        const at = trimmed.indexOf('=');
        if (at < 0 || trimmed.slice(0, at).trim() !== key) continue;
        values.push(trimmed.slice(at + 1).trim());
      }
    }
  }
  return values;
}

/** systemd's words for no. */
export function isNo(value: string | undefined): boolean {
  return value !== undefined && ['0', 'no', 'n', 'false', 'f', 'off'].includes(value.toLowerCase());
}

/** What a folder of settings has, by the name of its folder's path, in the order of precedence: the first one counts. */
export interface SettingsFolder {
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/**
 * Texts in the order that systemd reads them: the main file, then the drop-ins by their names, whichever folder they lie in.
 * Of two with one name that of the earlier folder counts.
 */
export function inReadingOrder(main: string | null, folders: readonly SettingsFolder[]): readonly string[] {
  const byName = new Map<string, string>();
  for (const { files } of folders) {
    for (const { name, text } of files) if (!byName.has(name)) byName.set(name, text);
  }
  const dropIns = [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return main === null ? dropIns : [main, ...dropIns];
}
