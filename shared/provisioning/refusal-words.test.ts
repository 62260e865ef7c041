import { describe, expect, it } from 'vitest';
import { REFUSAL_CODES } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';
import { sampleRefusals } from './sample-refusals.test-support.ts';

const MOST_WORDS = 25;

describe('the refusals of a provisioning', () => {
  it('have an exit code each, which no shell, no page of failure and no Node uses', () => {
    const codes = Object.values(REFUSAL_CODES);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code > 80 && code < 126).toBe(true);
  });

  it.each(sampleRefusals.map((refusal) => [refusal.kind, refusal] as const))(
    'of %s say what is so and what to do, in short sentences',
    (_kind, refusal) => {
      const { happened, todo, details } = refusalWords(refusal);
      for (const text of [happened, todo, ...details]) {
        for (const sentence of text.split(/(?<=[.?]) /))
          expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(MOST_WORDS);
        expect(text).not.toMatch(/!|Please|undefined|null|\[object/);
      }
      for (const text of [happened, todo]) expect(text).toMatch(/[.?]$/);
      expect(`${happened} ${todo}`).not.toMatch(/\b(?:do|does|is|are|was|can|could) not\b|cannot/);
    },
  );

  it('never show what would forge a line', () => {
    expect(refusalWords({ kind: 'unknown-file', name: 'a\nrefused (0): \u202eb' }).happened).toBe(
      '“a\\u{a}refused (0): \\u{202e}b” doesn’t belong in a provisioning folder.',
    );
  });
});
