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
  return texts
    .flatMap(assignments)
    .filter((assignment) => assignment.section === section && assignment.key === key)
    .map(({ value }) => value);
}

/** A line such as `PrivateNetwork=no`, in the section `Service`. */
export interface Assignment {
  readonly section: string;
  readonly key: string;
  /** Without blanks around it. Empty: it takes back what came before. */
  readonly value: string;
  /** The line of the file that it begins in, from 1. */
  readonly line: number;
}

/** All assignments of a file. One before any section has the section `` (empty). */
export function assignments(text: string): readonly Assignment[] {
  const found: Assignment[] = [];
  let section = '';
  for (const { text: whole, line } of linesInOnePiece(text)) {
    const trimmed = whole.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const head = /^\[(.*)\]$/.exec(trimmed)?.[1];
    const at = trimmed.indexOf('=');
    if (head !== undefined) section = head;
    else if (at >= 0)
      found.push({ section, key: trimmed.slice(0, at).trim(), value: trimmed.slice(at + 1).trim(), line });
  }
  return found;
}

interface LineInOnePiece {
  readonly text: string;
  readonly line: number;
}

/** A line that ends with a backslash goes on in the next one. */
function linesInOnePiece(text: string): readonly LineInOnePiece[] {
  const lines: LineInOnePiece[] = [];
  let begun: LineInOnePiece | null = null;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const whole: string = begun === null ? raw : `${begun.text} ${raw}`;
    const line: number = begun?.line ?? index + 1;
    begun = whole.endsWith('\\') ? { text: whole.slice(0, -1), line } : null;
    if (begun === null) lines.push({ text: whole, line });
  }
  return begun === null ? lines : [...lines, begun];
}

/** systemd's words for no. */
export function isNo(value: string | undefined): boolean {
  return value !== undefined && ['0', 'no', 'n', 'false', 'f', 'off'].includes(value.toLowerCase());
}

/** A file of settings, and where it was found. */
export interface SettingsFile {
  readonly name: string;
  readonly path: string;
  readonly text: string;
}

/**
 * Drop-ins in the order that systemd reads them: by their names, whichever folder they lie in. `folders`: what each has, in the order of
 * precedence: of two with one name that of the earlier folder counts.
 */
export function inReadingOrder(folders: readonly (readonly SettingsFile[])[]): readonly SettingsFile[] {
  const byName = new Map<string, SettingsFile>();
  for (const file of folders.flat()) if (!byName.has(file.name)) byName.set(file.name, file);
  return [...byName.values()].toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/**
 * What the folders of a unit's drop-ins are called (systemd.unit(5)), the nearest first: its own, those of each beginning of its name up to a
 * dash, and that of all units of its type.
 */
export function dropInFolders(unit: string): readonly string[] {
  const dot = unit.lastIndexOf('.');
  const type = unit.slice(dot + 1);
  const parts = unit.slice(0, dot).split('-');
  const beginnings = parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('-'));
  return [`${unit}.d`, ...beginnings.map((beginning) => `${beginning}-.${type}.d`), `${type}.d`];
}
