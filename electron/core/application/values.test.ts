import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnswers } from '../../../shared/application/answers.ts';
import { inputNames } from '../../../shared/application/fields.ts';
import { createCardNumber, formatCardNumber } from '../../../shared/card/number/card-number.ts';
import { sealedAnswers, sealedCard } from '../../../shared/contract/sealed-content.ts';
import { dayInWords } from '../../../shared/day-in-words.ts';
import { cardDataFrom } from '../../../shared/programme/card-data-from.ts';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/documents/shown-documents.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import type { SearchPattern } from '../../../shared/remanence/patterns.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { drawnPhoto } from '../../lib/drawing/photo.test-support.ts';
import { encodeFrame } from '../../lib/frames/frame.ts';
import { anyAnswers, GOOD, recordWith, TODAY } from './record.test-support.ts';
import { forgetPhoto } from './record.ts';
import { applicantPatterns } from './values.ts';

/** A kiosk on one of its days, with digits in its name. */
const OWN = ['City Hall, desk 12', 'Frank Ford', '2026-11-24'];
const NOTHING = { registered: [], names: [] };
/** The policy offers more than one route and more than one language, so both were chosen: words of its own. */
const ROUTE_AND_LANGUAGE = 2;

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
    ...residentLanguages.map((language) => dayInWords({ year: 1991, month: 3, day: 14 }, language)),
    '"birthYear":"1991"',
    '"birthDate":{"year":1991,"month":3,"day":14}',
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
    expect(own.alsoOwn).toBe(ROUTE_AND_LANGUAGE + 1);
  });

  it.each([
    [{ birthDay: '24', birthMonth: '11', birthYear: '2026' }, '2026-11-24', false],
    [{ birthDay: '23', birthMonth: '11', birthYear: '2026' }, '2026-11-23', true],
    [{ libraryNumber: '2026-11-24' }, '2026-11-24', false],
    [{ emergencyPhone: '2026-11' }, '2026-11', false],
  ])('looks for a day unless the kiosk writes it itself: %j', (typed, form, isSought) => {
    const some = applicantPatterns(recordWith({ answers: { ...GOOD, ...typed } }), NOTHING, TODAY, OWN);
    expect(finds(some.patterns, `day: ${form}`)).toBe(isSought);
    expect(some.alsoOwn).toBe(ROUTE_AND_LANGUAGE + (isSought ? 0 : 1));
  });

  it('counts what is too short, and searches every field that there is', () => {
    // Also where the kiosk's name has the same digits and letters.
    const short = { ...GOOD, name: 'Jo Li', gender: 'F', birthDay: '1', birthMonth: '2' };
    // The name, the gender, day, month and year.
    expect(applicantPatterns(recordWith({ answers: short }), NOTHING, TODAY, OWN)).toMatchObject({
      tooShort: 5,
      alsoOwn: ROUTE_AND_LANGUAGE,
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

describe('what was chosen among words of the kiosk’s own', () => {
  const policy = {
    ...harborCity,
    fields: [
      ...harborCity.fields,
      { field: 'veteran' as const, use: 'optional' as const, label: { en: 'Veteran' } },
    ],
  };
  const chosen = {
    ...GOOD,
    veteran: 'yes',
    documents: [OLD_CARD_TAKEN_IN, 'utility-bill'],
    route: 'renewal' as const,
    fee: { settled: 'waived' as const, cents: 1000 },
  };
  const found = (record: Parameters<typeof recordWith>[0]) =>
    applicantPatterns(recordWith({ policy, ...record }), NOTHING, TODAY, OWN);

  it.each([
    '"veteran":"yes"',
    '"documents":["old-card:taken-in","utility-bill"]',
    '"fee":{"settled":"waived","cents":1000}',
    '"birthYear":"1991"',
  ])('is looked for as the record writes it: %s', (form) => {
    expect(encodeFrame(sealedAnswers.parse(chosen)).toString()).toContain(form);
    expect(finds(found({ answers: chosen }).patterns, `before ${form} after`)).toBe(true);
    expect(finds(found({ answers: GOOD }).patterns, form)).toBe(form.includes('birthYear'));
  });

  /** The year alone is enough. */
  const yearAlone = {
    ...harborCity,
    fields: harborCity.fields.map((each) =>
      each.field === 'birthDate' ? { ...each, yearOnlyAllowed: true } : each,
    ),
  };

  it.each([
    ['14', '3'],
    ['', ''],
  ])('is the birth date as the sealed card has it: day "%s"', (birthDay, birthMonth) => {
    const answers = { ...GOOD, birthDay, birthMonth };
    const checked = checkAnswers(answers, yearAlone.fields, TODAY);
    if (!checked.ok) throw new Error('answers that hold');
    const number = createCardNumber((count) => randomBytes(count));
    const card = cardDataFrom(checked.value, harborCity, number, TODAY);
    const sealed = encodeFrame(sealedCard.parse({ card, programme: harborCity.card })).toString();
    const form = /"birthDate":\{[^}]*\}/.exec(sealed)?.[0] ?? '';
    expect(form).toContain('1991');
    expect(finds(found({ policy: yearAlone, answers }).patterns, form)).toBe(true);
  });

  it('is not looked for alone, for the kiosk and its policy write it themselves', () => {
    const { patterns } = found({ answers: chosen });
    const own = [
      JSON.stringify(policy),
      'VETERAN ORGAN DONOR old-card:taken-in utility-bill renewal waived paid 1000 10.00',
      JSON.stringify({ counted: { again: { route: 'renewal', oldCard: 'destroyed' }, fee: 'waived' } }),
    ];
    for (const text of own) expect(finds(patterns, text), text).toBe(false);
  });

  it('is counted as left out, each by itself', () => {
    const before = found({ answers: GOOD });
    const after = found({ answers: chosen });
    // Two check marks, the fee and its amount, the mark on the card; route and language were counted before.
    expect(after.alsoOwn - before.alsoOwn).toBe(5);
    // "yes".
    expect(after.tooShort - before.tooShort).toBe(1);
    expect(after.values - before.values).toBe(3);
    const onlyFirst = { ...policy, routes: undefined };
    expect(found({ policy: onlyFirst, answers: GOOD }).alsoOwn).toBe(before.alsoOwn - 1);
    const inEnglish = { ...policy, residents: { languages: ['en' as const] } };
    expect(found({ policy: inEnglish, answers: GOOD }).alsoOwn).toBe(before.alsoOwn - 1);
    const denial = { reasons: ['too-young'], day: TODAY, code: 'ABCD EFGH', modules: null };
    expect(found({ denial, answers: GOOD }).alsoOwn).toBe(before.alsoOwn + 2);
  });
});
