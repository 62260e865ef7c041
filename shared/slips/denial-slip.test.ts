import { describe, expect, it } from 'vitest';
import { ticket } from '../contract/ids.ts';
import { paper } from '../contract/paper.ts';
import { harborCity } from '../programme/harbor-city.test-support.ts';
import { type ResidentLanguage, residentLanguages } from '../residents/language.ts';
import { denialSlip, slipLanguages } from './denial-slip.ts';
import { pickUpSlip } from './pick-up-slip.ts';

const day = { year: 2026, month: 12, day: 15 };
const denial = { reasons: ['too-young', 'residency-not-proven'], day, code: 'ABCD EFGH' };
const { denial: rules } = harborCity;
if (rules === undefined) throw new Error('the shipped policy has no denial');

/** A photo, or the stem of it. */
const PHOTO: Readonly<Record<ResidentLanguage, RegExp>> = {
  en: /photo/,
  es: /foto/,
  pl: /zdjęci/,
  'zh-Hans': /照片/,
  ar: /صورة/,
  uk: /фото/,
  fr: /photo/,
  hi: /फ़ोटो/,
};

describe('a denial slip', () => {
  it('says in Spanish why, what would be enough, how to appeal and until when', () => {
    const slip = denialSlip(harborCity, 'City Hall', denial, {
      language: 'es',
      ways: [['passport', 'utility-bill']],
      practice: false,
    });
    expect(paper.parse(slip)).toEqual(slip);
    expect(slip.lines).toEqual(['City Hall · 15 de diciembre de 2026']);
    // In the policy's order, whatever the order of choosing.
    expect(slip.sections[0]?.lines).toEqual([
      'Los documentos presentados no demuestran que usted vive en Harbor City.',
      'Usted no tiene la edad mínima del programa.',
    ]);
    expect(slip.sections[1]?.lines).toEqual([expect.stringMatching(/^\S.* \+ \S.*$/)]);
    expect(slip.sections[2]?.lines[1]).toBe('Puede apelar hasta el 14 de enero de 2027.');
    expect(slip.code?.text).toBe('ABCD EFGH');
  });

  it.each(residentLanguages)('takes a photo for the slip, in %s: a screen gives no paper', (language) => {
    const slip = denialSlip(harborCity, 'City Hall', denial, { language, ways: [], practice: false });
    expect(slip.sections.at(-1)?.lines[0]).toMatch(PHOTO[language]);
    expect(slip.code?.says).toMatch(PHOTO[language]);
  });

  it('says so where nobody hears an appeal, and has no code then', () => {
    const policy = { ...harborCity, denial: { ...rules, appeal: 'none' as const } };
    const slip = denialSlip(
      policy,
      'City Hall',
      { ...denial, code: null },
      { language: 'en', ways: [], practice: false },
    );
    expect(slip.sections.map(({ label }) => label)).toEqual(['Why', 'How to appeal']);
    expect(slip.sections[1]?.lines[0]).toBe('This decision can’t be appealed.');
    expect(slip.code).toBeNull();
  });

  it('drops invisible marks that no paper carries, and keeps the text', () => {
    const marked = rules.reasons.map((reason) => ({
      ...reason,
      slip: { en: 'Resi\u00addency \u202enot proven' },
    }));
    const slip = denialSlip({ ...harborCity, denial: { ...rules, reasons: marked } }, 'City Hall', denial, {
      language: 'en',
      ways: [],
      practice: false,
    });
    expect(slip.sections[0]?.lines[0]).toBe('Residency not proven');
    expect(paper.safeParse(slip).success).toBe(true);
  });

  it('is made in the languages that all of its texts are in, English first', () => {
    expect(slipLanguages(harborCity)).toEqual([...residentLanguages]);
    const [first, ...others] = rules.reasons;
    if (first === undefined) throw new Error('no reason');
    const fewer = { ...first, slip: { en: first.slip.en, vi: 'Quá trẻ' } };
    expect(slipLanguages({ denial: { ...rules, reasons: [fewer, ...others] } })).toEqual(['en']);
    expect(slipLanguages({ denial: undefined })).toEqual([]);
  });
});

it('a pick-up slip has ticket, day and kiosk in the language, and what it is in English for staff', () => {
  const told = { ticket: ticket.parse(12), day, kioskName: 'City Hall', practice: false };
  const slip = pickUpSlip(told, 'es');
  expect(slip.heading).toBe('Turno 12');
  expect(slip.lines).toEqual([
    'City Hall · 15 de diciembre de 2026',
    'Traiga este papel para recoger su tarjeta hoy.',
    'Ticket 12. Bring this slip to pick up your card today.',
  ]);
  expect(paper.parse(slip)).toEqual(slip);
  expect(pickUpSlip(told, 'en').lines).toEqual([
    'City Hall · December 15, 2026',
    'Bring this slip to pick up your card today.',
  ]);
  expect(pickUpSlip({ ...told, practice: true }, 'es').lines.at(-1)).toMatch(/^PRACTICE, counts for nothing/);
});
