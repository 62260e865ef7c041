import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { REFUSAL_CODES } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';
import { sampleRefusals } from './sample-refusals.test-support.ts';

const document = readFileSync(new URL('../../docs/it/provisioning.md', import.meta.url), 'utf8');

it('docs/it/provisioning.md has every exit code, and what the command says is to be done', () => {
  const rows = new Map(
    [...document.matchAll(/^\| (\d+) +\| (.+?) +\| (.+?) +\|$/gm)].map(([, code = '', meaning, todo]) => [
      Number(code),
      { meaning, todo },
    ]),
  );
  for (const refusal of sampleRefusals) {
    const row = rows.get(REFUSAL_CODES[refusal.kind]);
    expect(row?.meaning, refusal.kind).toMatch(/./);
    const said = sampleRefusals
      .filter(({ kind }) => kind === refusal.kind)
      .map((each) => refusalWords(each).todo);
    expect(row?.todo, refusal.kind).toBe(said[0]);
  }
  expect(rows.size).toBe(Object.keys(REFUSAL_CODES).length);
});

it('the manual page has every exit code of a refusal', () => {
  const manual = readFileSync(new URL('../../build/packaging/debian/manual.1', import.meta.url), 'utf8');
  const codes = [...manual.matchAll(/^\.B (\d+)$/gm)].map(([, code]) => Number(code));
  const ofRefusals = Object.values(REFUSAL_CODES).toSorted((one, other) => one - other);
  // 0 is how a kiosk ends that was told to.
  expect(codes).toEqual([0, ...ofRefusals]);
});
