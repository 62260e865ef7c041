import { describe, expect, it } from 'vitest';
import type { Route } from '../../application/route.ts';
import { harborCity } from '../harbor-city.test-support.ts';
import { kind } from './document-kind.test-support.ts';
import type { DocumentKind, DocumentRule } from './documents.ts';
import { areEnough, type DocumentPolicy, documentsFor, evaluateDocuments } from './evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN } from './shown-documents.ts';

const harbor = (...ticked: string[]) => evaluateDocuments(documentsFor(harborCity, 30), ticked);

describe('Harbor City’s rule', () => {
  it('begins with two documents to go', () => {
    expect(harbor()).toEqual({
      satisfied: false,
      oldCard: 'not-asked',
      proven: [],
      missing: [
        { kind: 'proof', proof: 'photo' },
        { kind: 'proof', proof: 'birth-date' },
        { kind: 'proof', proof: 'residency' },
      ],
      notCounted: [],
      ways: [
        ['passport', 'lease-or-rent-receipt'],
        ['passport', 'utility-bill'],
        ['passport', 'shelter-letter'],
      ],
    });
  });

  it('shows at once what a tick proves and what is still missing', () => {
    expect(harbor('passport')).toEqual({
      satisfied: false,
      oldCard: 'not-asked',
      proven: [
        { kind: 'proof', proof: 'photo' },
        { kind: 'proof', proof: 'birth-date' },
      ],
      missing: [{ kind: 'proof', proof: 'residency' }],
      notCounted: [],
      ways: [['lease-or-rent-receipt'], ['utility-bill'], ['shelter-letter']],
    });
  });

  it.each([
    ['passport', 'shelter-letter'],
    ['school-id', 'birth-certificate', 'organization-letter'],
    ['transit-card', 'school-enrollment-letter'],
  ])('is satisfied by %s, %s', (...ticked) => {
    expect(harbor(...ticked)).toMatchObject({ satisfied: true, missing: [], ways: [[]] });
  });

  it('does not care for order, repetition or ids that the policy does not know', () => {
    expect(harbor('shelter-letter', 'passport', 'passport')).toEqual(harbor('passport', 'shelter-letter'));
    expect(harbor('toString', 'no-such-paper')).toEqual(harbor());
  });
});

describe('routes of Harbor City', () => {
  const on = (route: Route, ...ticked: string[]) =>
    evaluateDocuments(documentsFor(harborCity, 30, route), ticked);

  it('a renewal asks for the old card and the home address', () => {
    expect(on('renewal')).toMatchObject({ satisfied: false, oldCard: 'missing' });
    expect(on('renewal', 'utility-bill')).toMatchObject({ satisfied: false, missing: [], ways: [[]] });
    expect(on('renewal', OLD_CARD_TAKEN_IN)).toMatchObject({ satisfied: false, oldCard: 'seen' });
    expect(on('renewal', OLD_CARD_TAKEN_IN, 'utility-bill')).toMatchObject({ satisfied: true });
  });

  it('a replacement asks what a first card asks, for the old card is lost', () => {
    expect(on('replacement', 'passport', 'utility-bill')).toEqual(on('first', 'passport', 'utility-bill'));
    expect(on('replacement', OLD_CARD_TAKEN_IN).satisfied).toBe(false);
  });

  it('where the old card says enough, nothing else is listed, and without it nothing is enough', () => {
    const routes = [{ route: 'renewal', documents: 'none', oldCard: 'taken-in' }] as const;
    const asked = documentsFor({ ...harborCity, routes }, 30, 'renewal');
    expect(asked.documents).toEqual([]);
    expect(areEnough(asked, ['passport', 'utility-bill'])).toBe(false);
    expect(areEnough(asked, [OLD_CARD_TAKEN_IN])).toBe(true);
  });

  it('a document of one route counts on that one only', () => {
    const report: DocumentKind = {
      ...kind('police-report', 'identity', ['photo', 'birth-date']),
      routes: ['replacement'],
    };
    const policy = { ...harborCity, documents: [...harborCity.documents, report] };
    const isEnough = (route: Route) =>
      areEnough(documentsFor(policy, 30, route), ['police-report', 'utility-bill']);
    expect([isEnough('replacement'), isEnough('first')]).toEqual([true, false]);
  });
});

describe('a document that counts only beside another', () => {
  const rule: DocumentRule = {
    kind: 'coverage',
    required: ['photo', 'birth-date', 'residency'],
    oneDocumentMayProveMany: true,
  };
  const documents: readonly DocumentKind[] = [
    { ...kind('consular-card', 'x', ['birth-date']), onlyWith: 'photo' },
    { ...kind('letter', 'x', ['residency']), onlyWith: 'birth-date' },
    kind('student-card', 'x', ['photo']),
  ];
  const asked = { rule, documents };

  it('counts for nothing alone, and says what it needs', () => {
    expect(evaluateDocuments(asked, ['consular-card'])).toMatchObject({
      missing: [{ proof: 'photo' }, { proof: 'birth-date' }, { proof: 'residency' }],
      notCounted: [{ document: 'consular-card', needs: 'photo' }],
      ways: [['letter', 'student-card']],
    });
  });

  it('counts beside one that itself counts only beside another', () => {
    expect(evaluateDocuments(asked, ['letter', 'consular-card', 'student-card'])).toMatchObject({
      satisfied: true,
      notCounted: [],
    });
  });

  it('is let in by none that waits for it', () => {
    const circle = [
      { ...kind('one', 'x', ['photo', 'residency']), onlyWith: 'birth-date' as const },
      { ...kind('other', 'x', ['birth-date']), onlyWith: 'photo' as const },
    ];
    expect(evaluateDocuments({ rule, documents: circle }, ['one', 'other'])).toMatchObject({
      satisfied: false,
      ways: [],
      notCounted: [{ document: 'one' }, { document: 'other' }],
    });
  });
});

describe('an applicant of some age', () => {
  const policy = {
    rule: {
      kind: 'coverage',
      required: ['photo', 'birth-date', 'residency'],
      oneDocumentMayProveMany: true,
    },
    ageRules: [
      {
        ages: { from: 0, to: 13 },
        rule: {
          kind: 'coverage',
          required: ['birth-date', 'residency', 'caretaker'],
          oneDocumentMayProveMany: true,
        },
      },
    ],
    documents: [
      kind('passport', 'x', ['photo', 'birth-date']),
      kind('birth-certificate', 'x', ['birth-date']),
      kind('bill', 'x', ['residency']),
      {
        ...kind('caretaker', 'x', ['residency', 'caretaker']),
        ages: { from: 0, to: 21 },
        caretakerShows: ['identity', 'residency', 'relationship'],
      },
    ],
  } satisfies DocumentPolicy;
  const ofCaretaker = ['caretaker/identity', 'caretaker/residency', 'caretaker/relationship'];

  it('has the rule of that age, the first and the last year of it included', () => {
    for (const age of [0, 13])
      expect(
        evaluateDocuments(documentsFor(policy, age), ['birth-certificate', ...ofCaretaker]).satisfied,
      ).toBe(true);
    expect(
      evaluateDocuments(documentsFor(policy, 14), ['birth-certificate', ...ofCaretaker]).missing,
    ).toEqual([{ kind: 'proof', proof: 'photo' }]);
  });

  it('may bring a caretaker up to an age, and not beyond', () => {
    expect(evaluateDocuments(documentsFor(policy, 21), ['passport', ...ofCaretaker]).satisfied).toBe(true);
    expect(evaluateDocuments(documentsFor(policy, 22), ['passport', ...ofCaretaker]).missing).toEqual([
      { kind: 'proof', proof: 'residency' },
    ]);
  });

  it('whose caretaker has not shown everything has none', () => {
    for (const tick of ofCaretaker) {
      const others = ofCaretaker.filter((other) => other !== tick);
      expect(evaluateDocuments(documentsFor(policy, 18), ['passport', ...others])).toMatchObject({
        satisfied: false,
        ways: [['bill'], ['caretaker']],
      });
    }
    expect(evaluateDocuments(documentsFor(policy, 18), ['passport', 'caretaker']).satisfied).toBe(false);
  });

  it('that nobody knows yet is held against the rule of no age', () => {
    expect(evaluateDocuments(documentsFor(policy, null), ['passport', ...ofCaretaker]).missing).toEqual([
      { kind: 'proof', proof: 'residency' },
    ]);
  });
});
