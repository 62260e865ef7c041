import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputNames } from '../../../shared/application/fields.ts';
import { createCardNumber, formatCardNumber } from '../../../shared/card/number/card-number.ts';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { anyAnswers, GOOD, recordWith, TODAY } from './record.test-support.ts';
import { forgetPhoto } from './record.ts';
import { applicantPatterns } from './values.ts';

/** A kiosk on one of its days, with digits in its name. */
const OWN = ['City Hall, desk 12', 'Frank Ford', '2026-11-24'];
const NOTHING = { registered: [], names: [] };

/** Whether one of the patterns stands in this text. */
function finds(patterns: readonly SearchPattern[], text: string | Uint8Array): boolean {
  const content = Buffer.from(text);
  return patterns.some(({ bytes }) => content.includes(Buffer.from(bytes)));
}

describe('what is searched for', () => {
  const cardNumber = createCardNumber((count) => randomBytes(count));
  const answers = {
    ...GOOD,
    chosenName: 'Quillobert',
    gender: 'genderfluid',
    emergencyName: 'Thaddeus Okonkwo',
    emergencyPhone: '555 010 0123',
    libraryNumber: '2 1998 00412 3345',
  };
  const record = recordWith({ answers, cardNumber });
  const { patterns, values } = applicantPatterns(record, NOTHING, TODAY, OWN);

  it.each([
    ...Object.values(answers).filter((value) => typeof value === 'string' && value.length > 5),
    '1991-03-14',
    '19910314',
    '14 MAR 1991',
    'March 14, 1991',
    '"birthYear":"1991"',
    cardNumber,
    formatCardNumber(cardNumber),
    Buffer.from(record.key).toString('hex'),
    Buffer.from(record.key).toString('base64'),
    'ZEPHYRINA VANDERSLOOT',
  ])('finds %s', (value) => {
    expect(finds(patterns, `before ${String(value)} after`)).toBe(true);
  });

  it('is not found in a text about nobody', () => {
    expect(finds(patterns, 'The quick brown fox jumps over the lazy dog, 14 3 1991.')).toBe(false);
    expect(values).toBeGreaterThan(10);
  });

  it('is also what named the application, as text and as the bytes that it stands for', () => {
    const id = randomBytes(16);
    const hash = randomBytes(32);
    const names = [id.toString('hex'), hash.toString('hex')];
    const named = applicantPatterns(record, { registered: [], names }, TODAY, OWN);
    expect(named.values).toBe(values + 2);
    for (const bytes of [id, hash]) {
      for (const form of [
        bytes,
        ...(['hex', 'base64', 'base64url'] as const).map((form) => bytes.toString(form)),
      ])
        expect(finds(named.patterns, form)).toBe(true);
      expect(finds(named.patterns, bytes.toString('hex').toUpperCase())).toBe(true);
    }
    expect(finds(named.patterns, randomBytes(32))).toBe(false);
  });

  it('is also what is printed, where that differs from what was typed', () => {
    const spaced = { ...GOOD, name: '  Zephyrina   Va\u0301ndersloot ' };
    const found = applicantPatterns(recordWith({ answers: spaced }), NOTHING, TODAY, OWN).patterns;
    expect(finds(found, 'on the card: Zephyrina Vándersloot'.normalize('NFC'))).toBe(true);
  });

  it('leaves out what the kiosk itself holds: a clerk may be a resident', () => {
    const known = [...OWN, 'Zephyrina Vandersloot'];
    const own = applicantPatterns(record, NOTHING, TODAY, known);
    expect(finds(own.patterns, 'staff: Zephyrina Vandersloot')).toBe(false);
    expect(finds(own.patterns, 'Quillobert')).toBe(true);
    expect(own.values).toBeLessThan(values);
    expect(own.alsoOwn).toBe(1);
  });

  it.each([
    [{ birthDay: '24', birthMonth: '11', birthYear: '2026' }, '2026-11-24', false],
    [{ birthDay: '23', birthMonth: '11', birthYear: '2026' }, '2026-11-23', true],
    [{ libraryNumber: '2026-11-24' }, '2026-11-24', false],
    [{ emergencyPhone: '2026-11' }, '2026-11', false],
  ])('looks for a day unless the kiosk writes it itself: %j', (typed, form, isSought) => {
    const some = applicantPatterns(recordWith({ answers: { ...GOOD, ...typed } }), NOTHING, TODAY, OWN);
    expect(finds(some.patterns, `day: ${form}`)).toBe(isSought);
    expect(some.alsoOwn).toBe(isSought ? 0 : 1);
  });

  it('counts what is too short, and searches every field that there is', () => {
    // Also where the kiosk's name has the same digits and letters.
    const short = { ...GOOD, name: 'Jo Li', gender: 'F', birthDay: '1', birthMonth: '2' };
    // The name, the gender, day, month and year.
    expect(applicantPatterns(recordWith({ answers: short }), NOTHING, TODAY, OWN)).toMatchObject({
      tooShort: 5,
      alsoOwn: 0,
    });
    for (const input of inputNames) {
      const word = `Canary of ${input}`;
      const some = applicantPatterns(
        recordWith({ answers: { ...GOOD, [input]: word } }),
        NOTHING,
        TODAY,
        OWN,
      );
      expect(finds(some.patterns, `x ${word} y`), input).toBe(true);
    }
  });

  it('includes the photo, also one that was taken again, and what was registered', () => {
    const [first, second] = [drawnPhoto(1), drawnPhoto(2)];
    const retaken = recordWith({ photo: Uint8Array.from(first) });
    forgetPhoto(retaken);
    expect(retaken.photo).toBeNull();
    retaken.photo = second;
    const registered = randomBytes(32);
    const all = applicantPatterns(retaken, { registered: [registered], names: [] }, TODAY, OWN);
    for (const picture of [first, second, registered]) expect(finds(all.patterns, picture)).toBe(true);
    expect(finds(all.patterns, drawnPhoto(3))).toBe(false);
    expect(all.fingerprints).toBeGreaterThan(30);
  });

  it('exists for whatever was typed, and never without the key', () => {
    fc.assert(
      fc.property(anyAnswers, (typed) => {
        const some = recordWith({ answers: typed });
        const found = applicantPatterns(some, NOTHING, TODAY, OWN);
        expect(finds(found.patterns, some.key)).toBe(true);
        for (const { bytes } of found.patterns) expect(bytes.byteLength).toBeGreaterThanOrEqual(4);
      }),
      { numRuns: 300 },
    );
  });
});
