import { z } from 'zod';
import { type KeyFacts, keyFacts } from './key-facts.ts';
import { settingsSchemas } from './settings-schema.ts';

/** A key by the names on the way to it: `['built-in-printer', 'folder']`. */
export type KeyPath = readonly string[];

/** A key that a settings file may have. */
export interface KnownKey {
  readonly path: KeyPath;
  readonly facts: KeyFacts;
  readonly type: KeyType;
}

/** What a key holds, by TOML's types; a table has keys of its own. */
export type KeyType = 'text' | 'number' | 'table';

/** Every key in the order of the schema, a table before its keys. */
export const knownKeys: readonly KnownKey[] = keysBelow(settingsSchemas.linux.shape, []);

function keysBelow(shape: Readonly<Record<string, z.ZodType>>, above: KeyPath): readonly KnownKey[] {
  return Object.entries(shape).flatMap(([name, schema]): readonly KnownKey[] => {
    const facts = keyFacts.get(schema);
    const path = [...above, name];
    if (facts === undefined) throw new Error(`nothing is said of ${path.join('.')}`);
    const inner = withoutDefault(schema);
    if (inner instanceof z.ZodObject)
      return [{ path, facts, type: 'table' }, ...keysBelow(inner.shape, path)];
    return [{ path, facts, type: inner instanceof z.ZodNumber ? 'number' : 'text' }];
  });
}

/** What is below `.optional()`, `.default()` and their like. */
function withoutDefault(schema: unknown): unknown {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? withoutDefault(schema.unwrap())
    : schema;
}

/** What is known of a key; undefined: there is no such key. */
export function knownKey(path: KeyPath): KnownKey | undefined {
  return knownKeys.find((each) => isSame(each.path, path));
}

/** The keys that may stand in a table; of the file itself with an empty path. */
export function keysIn(table: KeyPath): readonly KnownKey[] {
  return knownKeys.filter(({ path }) => path.length === table.length + 1 && isSame(path.slice(0, -1), table));
}

/** A key as people name it: `folder in [built-in-printer]`. */
export function keyInWords(path: KeyPath): string {
  const name = path.at(-1) ?? '';
  return path.length < 2 ? name : `${name} in [${path.slice(0, -1).join('.')}]`;
}

function isSame(one: KeyPath, other: KeyPath): boolean {
  return one.length === other.length && one.every((step, index) => step === other[index]);
}
