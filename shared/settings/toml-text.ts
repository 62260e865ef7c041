import { type AST, ParseError, parseTOML } from 'toml-eslint-parser';
import { unreachable } from '../result.ts';

/** A stretch of the text, as offsets in UTF-16 code units. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A key that was written, and what it was given. */
export interface TomlEntry {
  readonly key: Stretch;
  readonly value: Stretch;
  /** Plain value, or the entries of a table. */
  readonly holds:
    | { readonly kind: 'table'; readonly entries: TomlTable }
    | { readonly kind: 'list' }
    | { readonly kind: 'scalar'; readonly scalar: string | number | boolean | Date };
}

/** Entries by their names. A map: a key may be called `__proto__`. */
export type TomlTable = Map<string, TomlEntry>;

/** Where a text stops being TOML, and the parser's own words for it. */
export interface TomlFailure {
  readonly offset: number;
  readonly message: string;
}

/** The parser goes one call deeper for each bracket inside another: with some thousands it would end. */
const MOST_BRACKETS = 500;

/**
 * Reads TOML 1.0: what every other tool of whoever writes the file reads. Not 1.1, of which an older one knows nothing.
 * The parser stops at the first failure.
 */
export function readToml(text: string): TomlTable | TomlFailure {
  const brackets = [...text.matchAll(/[[{]/g)];
  const excess = brackets[MOST_BRACKETS];
  if (excess !== undefined) return { offset: excess.index, message: 'too many brackets' };
  try {
    return tableOf(parseTOML(text, { tomlVersion: '1.0' }));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return { offset: Math.min(error.index, text.length), message: error.message };
  }
}

function tableOf(program: AST.TOMLProgram): TomlTable {
  const root: TomlTable = new Map();
  const [top] = program.body;
  for (const part of top.body) {
    if (part.type === 'TOMLKeyValue') put(root, part);
    else {
      const table = enter(root, part.key.keys, part, part.kind === 'array');
      for (const line of part.body) put(table, line);
    }
  }
  return root;
}

function put(into: TomlTable, { key, value }: AST.TOMLKeyValue): void {
  const last = key.keys.at(-1);
  if (last === undefined) return;
  const table = enter(into, key.keys.slice(0, -1), key, false);
  table.set(nameOf(last), { key: stretchOf(last), value: stretchOf(value), holds: heldBy(value) });
}

/** The table at the end of these names, made where it is not there. Keys that exclude each other the parser has refused. */
function enter(
  from: TomlTable,
  names: readonly (AST.TOMLBare | AST.TOMLQuoted)[],
  written: AST.HasLocs,
  isListed: boolean,
): TomlTable {
  let table = from;
  for (const [index, name] of names.entries()) {
    const found = table.get(nameOf(name));
    const isLast = index === names.length - 1;
    if (found?.holds.kind === 'table') {
      table = found.holds.entries;
      continue;
    }
    const entries: TomlTable = new Map();
    // A list of tables is no value of any key: what stands in it is not looked at.
    const holds = isListed && isLast ? { kind: 'list' as const } : { kind: 'table' as const, entries };
    if (found?.holds.kind !== 'list')
      table.set(nameOf(name), { key: stretchOf(name), value: stretchOf(written), holds });
    table = entries;
  }
  return table;
}

function heldBy(value: AST.TOMLContentNode): TomlEntry['holds'] {
  switch (value.type) {
    case 'TOMLInlineTable': {
      const entries: TomlTable = new Map();
      for (const line of value.body) put(entries, line);
      return { kind: 'table', entries };
    }
    case 'TOMLArray':
      return { kind: 'list' };
    case 'TOMLValue':
      return { kind: 'scalar', scalar: value.value };
    default:
      return unreachable(value);
  }
}

function nameOf(key: AST.TOMLBare | AST.TOMLQuoted): string {
  return key.type === 'TOMLBare' ? key.name : key.value;
}

function stretchOf({ range: [from, to] }: AST.HasLocs): Stretch {
  return { from, to };
}

/** Deeper than any key lies. What is below is refused above it, and may be nested some ten thousand times. */
const DEEPEST = 3;

/** As a schema wants it: objects, and a list as one without anything in it, for no key takes any. */
export function plainOf(table: TomlTable, depth = DEEPEST): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...table].map(([name, { holds }]) => [name, plainValue(holds, depth)]));
}

function plainValue(holds: TomlEntry['holds'], depth: number): unknown {
  switch (holds.kind) {
    case 'table':
      return depth === 0 ? {} : plainOf(holds.entries, depth - 1);
    case 'list':
      return [];
    case 'scalar':
      return holds.scalar;
    default:
      return unreachable(holds);
  }
}

/** The entry at the end of a path; undefined: there is none. */
export function entryAt(table: TomlTable, path: readonly string[]): TomlEntry | undefined {
  const [name = '', ...rest] = path;
  const entry = table.get(name);
  if (rest.length === 0 || entry?.holds.kind !== 'table') return rest.length === 0 ? entry : undefined;
  return entryAt(entry.holds.entries, rest);
}
