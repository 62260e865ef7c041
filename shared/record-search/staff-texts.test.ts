import { expect, it } from 'vitest';
import { matchStaffTexts, type StaffTextSource, staffTextSources } from './staff-texts.ts';

const found = (asked: string, source: StaffTextSource, text: string) =>
  matchStaffTexts(asked, [{ source, text }]).map(({ match }) => match);

it('each kind of text that staff typed is searched, and the nearest match of each is told', () => {
  for (const source of staffTextSources)
    expect(found('Zephyrina', source, 'Zephyrina')).toEqual(['as-typed']);
  expect(
    matchStaffTexts('Zephyrina Vandersloot', [
      { source: 'notice', text: 'Ask for Zephyrina Vandersloot.' },
      { source: 'staff-name', text: 'Zephyrina' },
      { source: 'staff-name', text: 'Vandersloot Zephyrina' },
      { source: 'staff-name', text: 'Peregrine Oddfellow' },
    ]),
  ).toEqual([
    { source: 'notice', match: 'more-or-fewer-words' },
    { source: 'staff-name', match: 'other-order' },
  ]);
  expect(matchStaffTexts('Zephyrina Vandersloot', [])).toEqual([]);
});

it('a reference that has one word of the name may be about that person: counsel names a case by surnames', () => {
  expect(found('Jane Doe', 'counsel-reference', 'Doe v. Harbor City')).toEqual(['one-word-of-it']);
  expect(found('Doe', 'counsel-reference', 'Doe v. Harbor City')).toEqual(['more-or-fewer-words']);
  expect(found('Jane Doe', 'counsel-reference', 'In re JANE DOE')).toEqual(['more-or-fewer-words']);
  expect(found('Jane Roe', 'counsel-reference', 'Doe v. Harbor City')).toEqual([]);
  // Its "v." is not the initial of anybody's.
  expect(found('V. Roe', 'counsel-reference', 'Doe v. Harbor City')).toEqual([]);
});

it('a single word of the name is a possible match among names of staff, and none in a notice or the kiosk’s name', () => {
  expect(found('Hazel Oddfellow', 'staff-name', 'Hazel')).toEqual(['one-word-of-it']);
  expect(found('Hazel Oddfellow', 'kiosk-name', 'Hazel')).toEqual([]);
  expect(found('Hazel Oddfellow', 'notice', 'Closed')).toEqual([]);
});
