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
  expect(new Set(sections.map((section) => helpInWords(section, 'supervisor').wants)).size).toBe(
    sections.length,
  );
});
