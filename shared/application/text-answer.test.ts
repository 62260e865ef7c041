import { describe, expect, it } from 'vitest';
import { checkText, countGraphemes } from './text-answer.ts';

const LIMIT = 60;

describe('checkText accepts names of the world', () => {
  it.each([
    'Suharto',
    'X',
    'Ng',
    'Anne-Marie O’Neill',
    "D'Angelo",
    'José María Ñuñez-Łukasiewicz',
    'Nguyễn Thị Bích',
    'Jean‑Luc Picard–Smith',
    'Martin Luther King, Jr.',
    'Henry VIII',
    'Perri 6',
    'Jennifer 8. Lee',
    'Gal·la Puig',
    'Kaʻiulani Kahananui',
    'Oʼzbek',
    'Kumar a/l Raja',
    'Մարիա Կարապետյան֊Սարգսյան',
    'Ελένη Παπαδοπούλου',
    'Владимир Ильич',
    'בן־גוריון ג׳ורג׳',
    'محمد عبد الرحمٰن',
    'مُحَمَّد',
    'می\u200Cرا',
    'श्रीमती लक्ष्मी',
    'क्\u200Dष',
    'ශ්\u200Dරී',
    'র\u200D্যাব',
    'രാജന്\u200D',
    'ராஜேஷ்',
    'สมชาย ใจดี',
    'བསྟན་འཛིན་རྒྱ་མཚོ་',
    '欧阳修',
    '阿依古丽·买买提',
    '葛󠄀城',
    'マイケル・ジャクソン',
    '김정은',
    'አበበ ቢቂላ',
    'ᠴᠢᠩᠭᠢᠰ',
    '𠮷野家',
  ])('%s', (name) => {
    expect(checkText(name, LIMIT)).toEqual({ ok: true, value: name.normalize('NFC') });
  });

  it('composes, trims and makes every run of spaces one ordinary space', () => {
    expect(checkText('  Jose\u0301 \u00A0\u3000 Mari\u0301a\n', LIMIT)).toEqual({
      ok: true,
      value: 'José María',
    });
  });

  it('takes nothing for nothing', () => {
    expect(checkText('', LIMIT)).toEqual({ ok: true, value: null });
    expect(checkText(' \u3000\t', LIMIT)).toEqual({ ok: true, value: null });
  });
});

describe('checkText refuses, and names the character', () => {
  it.each([
    ['Ana\u0000', '\u0000', 'control'],
    ['Ana\nMaria', '\n', 'control'],
    ['Ana\u0085Maria', '\u0085', 'control'],
    ['Ana\u2028Maria', '\u2028', 'control'],
    ...[...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C'].map((character) => [
      `Ana${character}Maria`,
      character,
      'text-direction',
    ]),
    ['Ana 😀', '😀', 'pictograph'],
    ['Ana ❤\uFE0F', '❤', 'pictograph'],
    ['Ana 🇩🇪', '🇩', 'pictograph'],
    ['👩\u200D🚀', '👩', 'pictograph'],
    ['Ana🏽', '🏽', 'pictograph'],
    ['Ana\uE000', '\uE000', 'unassigned'],
    ['Ana\u0378', '\u0378', 'unassigned'],
    ['Ana\uFFFF', '\uFFFF', 'unassigned'],
    ['Ana\uD83D', '\uD83D', 'unassigned'],
    ['An\u200Ba', '\u200B', 'invisible'],
    ['An\u00ADa', '\u00AD', 'invisible'],
    ['An\u2060a', '\u2060', 'invisible'],
    ['An\uFEFFa', '\uFEFF', 'invisible'],
    ['An\u3164a', '\u3164', 'invisible'],
    ['An\u034Fa', '\u034F', 'invisible'],
    ['An\uFE0Fa', '\uFE0F', 'invisible'],
    ['An\u200Da', '\u200D', 'invisible'],
    ['An\u200Ca', '\u200C', 'invisible'],
    ['می\u200C', '\u200C', 'invisible'],
    ['\u200Cمی', '\u200C', 'invisible'],
    ['می\u200C\u200Cرا', '\u200C', 'invisible'],
    ['می\u200Cra', '\u200C', 'invisible'],
    ['می\u200C-', '\u200C', 'invisible'],
    ['می\u200Dرا', '\u200D', 'invisible'],
    ['\u0301Ana', '\u0301', 'stray-mark'],
    ['Ana \u0301b', '\u0301', 'stray-mark'],
    ['7\u0301a', '\u0301', 'stray-mark'],
    [`x${'\u0316'.repeat(7)}`, '\u0316', 'stray-mark'],
    ['<script>alert(1)</script>', '<', 'symbol'],
    ['Ana > Maria', '>', 'symbol'],
    ['{Ana}', '{', 'symbol'],
    ['Ana}', '}', 'symbol'],
    ['Ana & Maria', '&', 'symbol'],
    ['Ana @ Maria', '@', 'symbol'],
    ['"Ana"', '"', 'symbol'],
    ['Ana; DROP', ';', 'symbol'],
    ['Ana\\', '\\', 'symbol'],
    ['Ana²', '²', 'symbol'],
    ['Ana €', '€', 'symbol'],
    ['An\u20DDa', '\u20DD', 'symbol'],
    ['Ana \uFFFD', '\uFFFD', 'symbol'],
  ])('%j', (typed, character, reason) => {
    expect(checkText(typed, LIMIT)).toEqual({
      ok: false,
      error: { kind: 'forbidden-character', character, reason },
    });
  });

  it.each(['42', '-', '·.·', '’'])('%s, which holds no letter', (typed) => {
    expect(checkText(typed, LIMIT)).toEqual({ ok: false, error: { kind: 'no-letter' } });
  });

  it('more letters than fit, counted as people count them', () => {
    const syllable = 'क्षि';
    expect(countGraphemes('नमस्ते é ü')).toBe(countGraphemes('नमस्ते e\u0301 u\u0308'));
    expect(checkText('a'.repeat(60), 60).ok).toBe(true);
    expect(checkText('e\u0301'.repeat(60), 60).ok).toBe(true);
    expect(checkText('𠮷'.repeat(60), 60).ok).toBe(true);
    expect(checkText(syllable.repeat(24), 24 * countGraphemes(syllable)).ok).toBe(true);
    expect(checkText('a'.repeat(61), 60)).toEqual({
      ok: false,
      error: { kind: 'too-long', limit: 60, length: 61 },
    });
    expect(checkText('a'.repeat(500), 60)).toEqual({
      ok: false,
      error: { kind: 'too-long', limit: 60, length: 500 },
    });
  });
});
