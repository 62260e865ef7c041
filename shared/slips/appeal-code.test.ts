import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Appeal, appealCode, daysLater, readAppealCode, signedBytesOf } from './appeal-code.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const ALPHABET = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];

const hex = (digits: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
const appeals: fc.Arbitrary<Appeal> = fc.record({
  kiosk: hex(8),
  day: fc.nat(65_535).map((days) => daysLater({ year: 2000, month: 1, day: 1 }, days)),
  withinDays: fc.integer({ min: 1, max: 3660 }),
  reasons: fc.subarray(
    Array.from({ length: 32 }, (_, place) => place),
    { minLength: 1 },
  ),
  policy: hex(16),
});
const codeFor = (appeal: Appeal): string => appealCode(appeal, sign(null, signedBytesOf(appeal), privateKey));

/** What the command does with a code: it reads it, and asks whether the kiosk's key signed it. */
function holds(text: string): boolean {
  const read = readAppealCode(text);
  return read.ok && verify(null, read.value.signedBytes, publicKey, read.value.signature);
}

describe('an appeal code', () => {
  it('says what was put in, and holds', () => {
    fc.assert(
      fc.property(appeals, (appeal) => {
        const code = codeFor(appeal);
        expect(readAppealCode(code)).toMatchObject({ ok: true, value: { appeal } });
        expect(holds(code)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('is 34 groups of four, read in any case, spacing and likeness', () => {
    fc.assert(
      fc.property(appeals, (appeal) => {
        const code = codeFor(appeal);
        expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4} ){33}[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(holds(code.toLowerCase().replaceAll(' ', '-'))).toBe(true);
        expect(holds(code.replaceAll('0', 'O').replaceAll('1', 'l').replaceAll(' ', '\n'))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('fails with any one character changed, missing or added', () => {
    fc.assert(
      fc.property(appeals, fc.nat(135), fc.constantFrom(...ALPHABET), (appeal, at, other) => {
        const code = codeFor(appeal).replaceAll(' ', '');
        const rest = code.slice(at + 1);
        if (code[at] !== other) expect(holds(code.slice(0, at) + other + rest)).toBe(false);
        expect(holds(code.slice(0, at) + rest)).toBe(false);
        expect(holds(code.slice(0, at) + other + code.slice(at))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('fails at each single place', () => {
    const code = codeFor({
      ...{ kiosk: '0f1e2d3c', policy: '8796a5b4c3d2e1f0' },
      ...{ day: { year: 2026, month: 11, day: 24 }, withinDays: 30, reasons: [0, 2] },
    }).replaceAll(' ', '');
    for (let at = 0; at < code.length; at += 1) {
      const other = code[at] === '7' ? '8' : '7';
      expect(holds(code.slice(0, at) + other + code.slice(at + 1)), `place ${at}`).toBe(false);
    }
  });

  it('is the same for two people on one day, for the same reasons', () => {
    const appeal = {
      ...{ kiosk: '0f1e2d3c', policy: '8796a5b4c3d2e1f0' },
      ...{ day: { year: 2026, month: 11, day: 24 }, withinDays: 30, reasons: [1] },
    };
    expect(codeFor(appeal)).toBe(codeFor(appeal));
  });

  it('is none of an empty text, of words, or of characters that no code has', () => {
    for (const text of ['', 'Tidewater', 'U'.repeat(136), '0'.repeat(136), '🂡'.repeat(136)])
      expect(holds(text)).toBe(false);
  });
});
