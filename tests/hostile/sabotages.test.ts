import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { sabotagesOfFiles } from './sabotages-of-files.ts';
import { sabotagesOfKeys } from './sabotages-of-keys.ts';

const sabotages = [...sabotagesOfKeys, ...sabotagesOfFiles];

const at = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

it.each(sabotages.map((each) => [each.name, each] as const))(
  '%s takes out what stands in one place, and names tests that are there',
  (_name, { file, find, replace, failing }) => {
    expect(readFileSync(at(file), 'utf8').split(find)).toHaveLength(2);
    expect(replace).not.toBe(find);
    expect(failing.length).toBeGreaterThan(0);
    for (const test of failing) expect([test, existsSync(at(test))]).toEqual([test, true]);
  },
);

it('no two have one name', () => {
  expect(new Set(sabotages.map(({ name }) => name)).size).toBe(sabotages.length);
});
