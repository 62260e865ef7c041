import { describe, expect, it } from 'vitest';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { createCanaryIn, patternsInOwnScript } from './own-script.ts';

/** Whether one of the patterns stands in this. */
function finds(patterns: readonly SearchPattern[], left: string | Uint8Array): boolean {
  const content = Buffer.from(left);
  return patterns.some(({ bytes }) => content.includes(Buffer.from(bytes)));
}

/** 4/5 of the letters, again and again: the same in each run. */
function steadyRandom(): () => number {
  let turn = 0;
  return () => {
    turn += 1;
    return (turn * 0.8) % 1;
  };
}

describe.each(['ar', 'zh-Hans'] as const)('a word in %s', (script) => {
  const word = createCanaryIn(script, Math.random);
  const patterns = patternsInOwnScript('name', word);
  const codes = word.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));

  it.each([
    ['as it is', word],
    ['in UTF-16', Buffer.from(word, 'utf16le')],
    ['in base64', Buffer.from(word).toString('base64')],
    ['escaped in JSON', codes.map((code) => `\\u${code}`).join('')],
    ['escaped in capitals', codes.map((code) => `\\u${code.toUpperCase()}`).join('')],
    ['in an address', encodeURIComponent(word)],
    ['as references', [...word].map((letter) => `&#${letter.codePointAt(0)};`).join('')],
    ['in reverse', [...word].toReversed().join('')],
  ])('is found %s', (_form, left) => {
    expect(finds(patterns, left)).toBe(true);
  });

  it('is not found in another word', () => {
    expect(finds(patterns, createCanaryIn(script, steadyRandom()))).toBe(false);
    expect(finds(patterns, 'The quick brown fox jumps over the lazy dog.')).toBe(false);
  });
});

describe('Chinese as Windows wrote it', () => {
  // The bytes come from another encoder than the table that is tested.
  it.each([
    ['珺羲晗', 'ac42f4cbeacf'],
    ['岚钰璟煜', 'e1b0eedaad5aeccf'],
  ])('%s is found', (word, bytes) => {
    const left = Buffer.from(bytes, 'hex');
    expect(new TextDecoder('gb18030').decode(left)).toBe(word);
    expect(finds(patternsInOwnScript('name', word), left)).toBe(true);
    expect(finds(patternsInOwnScript('name', word), bytes)).toBe(true);
  });

  it('is searched for whatever the canary is', () => {
    for (let round = 0; round < 50; round += 1) {
      const word = createCanaryIn('zh-Hans', Math.random);
      const decoder = new TextDecoder('gb18030');
      const forms = patternsInOwnScript('name', word).filter(({ bytes }) => decoder.decode(bytes) === word);
      expect(forms.length, word).toBeGreaterThan(0);
    }
  });
});

describe('Arabic as a font shapes it', () => {
  // beh first, teh inside, jeem inside, seen last.
  const shaped = '\ufe91\ufe98\ufea0\ufeb2';
  const patterns = patternsInOwnScript('name', 'بتجس');

  it('is found, in the order of reading and as it is seen', () => {
    expect(finds(patterns, shaped)).toBe(true);
    expect(finds(patterns, Buffer.from(shaped, 'utf16le'))).toBe(true);
    expect(finds(patterns, [...shaped].toReversed().join(''))).toBe(true);
    expect(finds(patterns, shaped.slice(1))).toBe(false);
  });

  it('is searched for whatever the canary is', () => {
    for (let round = 0; round < 50; round += 1) {
      const word = createCanaryIn('ar', Math.random);
      const forms = patternsInOwnScript('name', word).filter(({ encoding, bytes }) => {
        const text = new TextDecoder().decode(bytes);
        return encoding === 'utf-8' && text !== word && text.normalize('NFKC') === word;
      });
      expect(forms.length, word).toBeGreaterThan(0);
    }
  });
});
