import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText, countGraphemes } from './text-answer.ts';

const LIMIT = 60;

describe('checkText in general', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', 'é', 'م', '\u200C', '\u200D', '्', 'क', ' ', '-', '\u0301', '😀', '\u202E'),
    }),
  );

  it('what it accepts stays as it is when it is checked again', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const first = checkText(typed, LIMIT);
        if (first.ok && first.value !== null) {
          expect(checkText(first.value, LIMIT)).toEqual(first);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('what it accepts is composed, short enough and free of controls and direction marks', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const result = checkText(typed, LIMIT);
        if (result.ok && result.value !== null) {
          expect(result.value).toBe(result.value.normalize('NFC').trim());
          expect(result.value).not.toMatch(
            /[\p{Cc}\p{Bidi_Control}\p{Extended_Pictographic}\p{Cn}\p{Co}\p{Cs}<>{}]/u,
          );
          expect(countGraphemes(result.value)).toBeLessThanOrEqual(LIMIT);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses whatever holds a forbidden character, wherever it stands', () => {
    const bad = fc.constantFrom('\u0000', '\u202E', '\u2066', '😀', '<', '{', '\uE000', '\u200B', '\uFFFF');
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'é', 'م', '王', ' ') }),
        bad,
        fc.nat(),
        (text, wrong, at) => {
          const cut = at % (text.length + 1);
          const typed = `a${text.slice(0, cut)}${wrong}${text.slice(cut)}a`;
          expect(checkText(typed, 1000)).toMatchObject({
            ok: false,
            error: { kind: 'forbidden-character', character: wrong },
          });
        },
      ),
    );
  });
});
