import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { titlesIn } from '../../../build/check/marked-pages.test-support.ts';
import { repository } from '../../../build/vite/repository.ts';
import { textWithout } from './protection.ts';
import { protections } from './protections.ts';

const read = (file: string): string => readFileSync(new URL(file, repository), 'utf8');

/** The titles that tests of a file may have: as they are written there, and a value that is put in stands for anything. */
function titlesOf(file: string): readonly RegExp[] {
  return [...titlesIn(read(file))].map((title) => {
    const literal = title.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
    return new RegExp(`^${literal.replaceAll(/%[sdj]|\\\$[\w.\\]+/g, '.*')}$`);
  });
}

it.each(protections.map((protection) => [protection.name, protection] as const))(
  '%s takes out what stands in one place, and names tests that are there',
  (_name, protection) => {
    const { file, find, replace } = protection.source;
    expect(replace).not.toBe(find);
    expect(textWithout(protection, read(file))).not.toBe(read(file));
    expect(Object.values(protection.failing).flat()).not.toEqual([]);
    for (const [test, names] of Object.entries(protection.failing)) {
      const titles = titlesOf(test);
      expect(names, test).not.toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      for (const part of names.flatMap((name) => name.split(' > ')))
        expect([test, part, titles.some((title) => title.test(part))]).toEqual([test, part, true]);
    }
  },
);

it('no two have one name, and each says in a sentence what it sees to', () => {
  expect(new Set(protections.map(({ name }) => name)).size).toBe(protections.length);
  for (const { name, what } of protections)
    expect([name, what]).toEqual([name, expect.stringMatching(/^[A-Z].*\.$/)]);
  // A name that a command is told by itself.
  for (const { name } of protections) expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
});
