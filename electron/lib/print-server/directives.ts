/** One line of cupsd.conf or cups-files.conf outside every section. */
export interface Directive {
  /** In small letters: cupsd does not tell cases apart here. */
  readonly name: string;
  readonly value: string | null;
}

/** cupsd's line buffer (HTTP_MAX_BUFFER less its closing zero), in bytes: the rest of a longer line is a line of its own. */
const LONGEST_LINE = 2047;

/** What C's isspace() takes for blank; `trim()` would take more. */
const BLANK = '[ \\t\\v\\f\\r\\n]';
const blanksAtStart = new RegExp(`^${BLANK}+`);
const blanksAtEnd = new RegExp(`${BLANK}+$`);
const nameAndValue = new RegExp(`^([^ \\t\\v\\f\\r\\n]+)${BLANK}*(.*)$`, 's');

const sections: ReadonlyMap<string, string> = new Map([
  ['<location', '</location>'],
  ['<policy', '</policy>'],
]);

/**
 * The directives of a settings file that stand outside of sections, read as cupsd reads them
 * (cups/file.c `cupsFileGetConf`, scheduler/conf.c `read_cupsd_conf`, 2.4.10), or null where the file cannot
 * be what cupsd runs with: a section that is not closed, a line longer than its buffer, a zero byte.
 *
 * Only the first `#` of a line begins a comment, a backslash before it takes it for a letter. A lone carriage
 * return ends a line. There are no quotes, no continued lines, no includes.
 */
export function topDirectives(text: string): readonly Directive[] | null {
  if (text.includes('\0')) return null;
  const found: Directive[] = [];
  let closing: string | null = null;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (Buffer.byteLength(line) > LONGEST_LINE) return null;
    const directive = readLine(line);
    if (directive === null) continue;
    if (closing !== null) {
      if (directive.name === closing) closing = null;
      continue;
    }
    const end = sections.get(directive.name);
    if (end !== undefined && directive.value !== null) closing = end;
    else found.push(directive);
  }
  return closing === null ? found : null;
}

function readLine(line: string): Directive | null {
  const fields = nameAndValue.exec(withoutComment(line).replace(blanksAtStart, ''));
  if (fields === null) return null;
  const [, name = '', value = ''] = fields;
  if (value === '') return { name: name.toLowerCase(), value: null };
  if (!name.startsWith('<')) return { name: name.toLowerCase(), value: value.replace(blanksAtEnd, '') };
  // A blank behind the bracket spoils the head of a section: cupsd then takes what follows for top level.
  const head = value.endsWith('>') ? value.slice(0, -1).replace(blanksAtEnd, '') : null;
  return { name: name.toLowerCase(), value: head };
}

function withoutComment(line: string): string {
  const hash = line.indexOf('#');
  if (hash < 0) return line;
  if (line[hash - 1] === '\\') return line.slice(0, hash - 1) + line.slice(hash);
  return line.slice(0, hash).replace(blanksAtEnd, '');
}

/** What the last line of this name says, `null` if it says nothing, `undefined` if there is none. */
export function lastValue(directives: readonly Directive[], name: string): string | null | undefined {
  return directives.findLast((directive) => directive.name === name.toLowerCase())?.value;
}
