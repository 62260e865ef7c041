import { beforeAll, expect, test } from 'vitest';
import { sectionsFor } from '../../supervisor/sections.ts';
import { speakEnglish } from '../english.test-support.ts';
import { helpInWords } from './help.ts';

beforeAll(speakEnglish);

test('nobody is sent to themselves: IT staff are whom the others call', () => {
  expect(helpInWords('ledger', 'supervisor').call).toContain('call your IT staff');
  expect(helpInWords('answers', 'clerk').call).toContain('call your supervisor');
  for (const screen of ['printer', 'change-passphrase', 'screen-locked'] as const)
    expect(helpInWords(screen, 'it').call).not.toMatch(/call your/);
});

test('each section of the supervisor’s area has help of its own', () => {
  const sections = sectionsFor('supervisor');
  expect(new Set(sections.map((section) => helpInWords(section, 'supervisor').wants[0])).size).toBe(
    sections.length,
  );
});

test('the keys of a moment have a paragraph of their own, and so have those that all sections share', () => {
  const ofPrint = helpInWords('print', 'clerk').wants;
  const naming = (key: string) => ofPrint.filter((paragraph) => new RegExp(`\\b${key}\\b`).test(paragraph));
  expect(naming('F7')).toEqual([expect.not.stringContaining('F6')]);
  expect(naming('F6')).toHaveLength(1);
  const shared = sectionsFor('supervisor').map((section) => helpInWords(section, 'supervisor').wants[1]);
  expect(new Set(shared)).toEqual(new Set([expect.stringContaining('P changes your passphrase')]));
});
