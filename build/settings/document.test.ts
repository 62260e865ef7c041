import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { knownKeys } from '../../shared/settings/known-keys.ts';
import { readSettings } from '../../shared/settings/read-settings.ts';
import { settingsDocument } from './document.ts';

const written = readFileSync(new URL('../../docs/it/settings.md', import.meta.url), 'utf8');

it('docs/it/settings.md is what the declaration generates: npm run settings writes it', () => {
  expect(written).toBe(settingsDocument());
});

it('every key has a row of its own, with what it takes and does', () => {
  expect(knownKeys.length).toBeGreaterThan(5);
  for (const { path, facts, type } of knownKeys) {
    if (type === 'table') expect(written).toContain(`## \`[${path.join('.')}]\``);
    else {
      const heading = path.length > 1 ? `## \`[${path.slice(0, -1).join('.')}]\`\n` : '## Keys above';
      const section = written.split(heading)[1]?.split('\n## ')[0] ?? '';
      const row = section.split('\n').find((line) => line.startsWith(`| \`${path.at(-1)}\` `));
      for (const said of [facts.takes, facts.does]) expect(row, path.join('.')).toContain(said);
    }
  }
});

it('the example is a settings file as it stands, and names every key that Linux takes', () => {
  const example = exampleSettings();
  expect(written).toContain(example);
  expect(readSettings(Buffer.from(example), 'linux').ok).toBe(true);
  for (const { path, type } of knownKeys.filter(({ facts: { isOfLinux } }) => isOfLinux !== false))
    expect(example).toMatch(
      new RegExp(type === 'table' ? `^(?:# )?\\[${path.join('.')}\\]$` : `^(?:# )?${path.at(-1)} = `, 'm'),
    );
});
