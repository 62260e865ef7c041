import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { screenCalls } from '../../../shared/contract/screen.ts';
import { findInstalledFont } from '../../lib/drawing/font-catalogue.ts';
import { makeFontFolder } from '../../lib/drawing/font-folder.test-support.ts';
import { createFonts } from '../../lib/drawing/fonts.ts';
import { letterCalls } from './letter-calls.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterfoil-letters-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { printableCharacters } = letterCalls(makeFontFolder(join(folder, 'fonts')));

it('lists what the fonts have and nothing else, as the contract wants it', async () => {
  const answer = await printableCharacters({});
  if (!answer.ok) throw new Error('no list');
  const { runs } = screenCalls.printableCharacters.output.parse(answer.value);
  const listed = new Set(
    runs.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index)),
  );
  const fonts = createFonts(findInstalledFont);
  const wrong = [...listed].filter(
    (codePoint) => fonts.findUncovered(String.fromCodePoint(codePoint)) !== null,
  );
  expect(wrong).toEqual([]);
  for (const character of 'aéłƙỆŋЖґΩمپक王\u0301ʼ')
    expect(listed, character).toContain(character.codePointAt(0));
  // Georgian, Hebrew and a smiling face; a blank and a joiner, which nobody sees.
  for (const character of ['ა', 'ד', '😀', ' ', '\u200D'])
    expect(listed).not.toContain(character.codePointAt(0));
});

it('reads the fonts once', async () => {
  const [first, second] = [await printableCharacters({}), await printableCharacters({})];
  expect(first.ok && second.ok && first.value.runs === second.value.runs).toBe(true);
});
