import { beforeAll, expect, test } from 'vitest';
import { speakEnglish } from './english.test-support.ts';
import { helpInWords } from './help.ts';

beforeAll(speakEnglish);

test('nobody is sent to themselves: IT staff are whom the others call', () => {
  expect(helpInWords('supervisor', 'supervisor').call).toContain('call your IT staff');
  expect(helpInWords('answers', 'clerk').call).toContain('call your supervisor');
  for (const screen of ['supervisor', 'change-passphrase', 'screen-locked'] as const)
    expect(helpInWords(screen, 'it').call).not.toMatch(/call your/);
});
