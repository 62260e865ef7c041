import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createRecoveryCode,
  formatRecoveryCode,
  RECOVERY_CODE_LENGTH,
  type RecoveryCode,
  readRecoveryCode,
} from './recovery-code.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const bytes = fc.uint8Array({ minLength: 20, maxLength: 20 });
const codes = bytes.map((given) => createRecoveryCode(() => given));
const misread = { ok: false, error: { kind: 'misread' } };

function replaced(code: RecoveryCode, at: number, character: string): string {
  return code.slice(0, at) + character + code.slice(at + 1);
}

describe('a recovery code', () => {
  it('has five bits of each random byte and a check character, in groups of four', () => {
    const code = createRecoveryCode((count) => Uint8Array.from({ length: count }, (_, index) => index));
    expect(formatRecoveryCode(code)).toMatch(/^0123 4567 89AB CDEF GHJK [0-9A-Z]$/);
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const same = one.every((byte, index) => byte % 32 === (other[index] ?? 0) % 32);
        expect(createRecoveryCode(() => one) === createRecoveryCode(() => other)).toBe(same);
      }),
    );
  });

  it('takes every value of each place as often as any other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const [first = ''] = createRecoveryCode((count) => new Uint8Array(count).fill(byte));
      counts.set(first, (counts.get(first) ?? 0) + 1);
    }
    expect([...counts.keys()].sort().join('')).toBe(ALPHABET);
    expect(new Set(counts.values())).toEqual(new Set([8]));
  });

  it('is read as it is written by hand: small letters, spaces, dashes, O for 0, I and L for 1', () => {
    fc.assert(
      fc.property(
        codes,
        fc.constantFrom('I', 'L', 'i', 'l'),
        fc.constantFrom('O', 'o'),
        (code, one, nought) => {
          const typed = formatRecoveryCode(code).toLowerCase().replaceAll('1', one).replaceAll('0', nought);
          expect(readRecoveryCode(` ${typed.replaceAll(' ', '–')}\n`)).toEqual({ ok: true, value: code });
        },
      ),
    );
  });

  it('is never taken for one with a wrong character, with two exchanged, or of another length', () => {
    const at = fc.nat(RECOVERY_CODE_LENGTH - 1);
    fc.assert(
      fc.property(
        codes,
        at,
        at,
        fc.constantFrom(...ALPHABET, 'U', '*', 'É'),
        (code, one, other, character) => {
          if (code[one] !== character)
            expect(readRecoveryCode(replaced(code, one, character))).toEqual(misread);
          if (code[one] !== code[other]) {
            const exchanged = replaced(code, one, code[other] ?? '');
            const both = exchanged.slice(0, other) + (code[one] ?? '') + exchanged.slice(other + 1);
            expect(readRecoveryCode(both)).toEqual(misread);
          }
          for (const cut of [code.slice(0, one), code + character]) {
            expect(readRecoveryCode(cut)).toEqual(misread);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is none of what else is typed', () => {
    for (const typed of ['', ' ', '\ud800', 'copper lantern orbit thimble', '0'.repeat(20)]) {
      expect(readRecoveryCode(typed)).toEqual(misread);
    }
  });
});
