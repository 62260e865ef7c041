import { describe, expect, it } from 'vitest';
import { processorTime } from '../../tests/support/processor-time.ts';
import type { Route } from '../application/route.ts';
import type { DocumentKind, DocumentRule } from './documents.ts';
import { areEnough, type DocumentPolicy, documentsFor, evaluateDocuments } from './evaluate-documents.ts';
import { harborCity } from './harbor-city.test-support.ts';
import { OLD_CARD_TAKEN_IN } from './shown-documents.ts';
import { subsets } from './subsets.test-support.ts';

function kind(
  id: string,
  category: string,
  proves: DocumentKind['proves'],
  points?: DocumentKind['points'],
): DocumentKind {
  return points === undefined
    ? { id, name: { en: id }, category, proves }
    : { id, name: { en: id }, category, proves, points };
}

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

describe('coverage with one document for each proof', () => {
  const rule: DocumentRule = {
    kind: 'coverage',
    required: ['photo', 'birth-date', 'residency'],
    oneDocumentMayProveMany: false,
  };
  const documents = [
    kind('all', 'x', ['photo', 'birth-date', 'residency']),
    kind('face', 'x', ['photo']),
    kind('birth', 'x', ['birth-date']),
    kind('letter', 'x', ['residency']),
  ];

  it('does not spend a document on a proof that another one has', () => {
    expect(evaluateDocuments({ rule, documents }, ['all', 'face', 'letter']).satisfied).toBe(true);
    expect(evaluateDocuments({ rule, documents }, ['all', 'face']).missing).toEqual([
      { kind: 'proof', proof: 'residency' },
    ]);
    expect(evaluateDocuments({ rule, documents }, ['all']).missing).toHaveLength(2);
  });

  it('is what an undecided value means until it is decided', () => {
    const undecided: DocumentRule = { ...rule, oneDocumentMayProveMany: null };
    for (const ticked of subsets(documents.map(({ id }) => id))) {
      expect(evaluateDocuments({ rule: undecided, documents }, ticked)).toEqual(
        evaluateDocuments({ rule, documents }, ticked),
      );
    }
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

describe('points per category', () => {
  const rule: DocumentRule = {
    kind: 'points',
    minimums: [
      { category: 'identity', points: 3 },
      { category: 'residency', points: 1 },
    ],
    alsoRequired: ['photo', 'birth-date'],
  };
  const documents = [
    kind('passport', 'identity', ['photo', 'birth-date'], [{ category: 'identity', points: 3 }]),
    kind(
      'local-licence',
      'identity',
      ['photo', 'birth-date', 'residency'],
      [
        { category: 'identity', points: 3 },
        { category: 'residency', points: 1 },
      ],
    ),
    kind('tax-letter', 'identity', [], [{ category: 'identity', points: 2 }]),
    kind('benefits-card', 'identity', [], [{ category: 'identity', points: 1 }]),
    kind('bill', 'residency', [], [{ category: 'residency', points: 1 }]),
    kind('unclear', 'identity', [], [{ category: 'identity', points: null }]),
  ];

  it('lets one document count in two categories', () => {
    expect(evaluateDocuments({ rule, documents }, ['local-licence']).satisfied).toBe(true);
    expect(evaluateDocuments({ rule, documents }, []).ways[0]).toEqual(['local-licence']);
  });

  it('asks for photo and birth date besides the points', () => {
    expect(evaluateDocuments({ rule, documents }, ['tax-letter', 'benefits-card', 'bill'])).toEqual({
      satisfied: false,
      oldCard: 'not-asked',
      proven: [
        { kind: 'points', category: 'identity', needed: 3, counted: 3 },
        { kind: 'points', category: 'residency', needed: 1, counted: 1 },
      ],
      missing: [
        { kind: 'proof', proof: 'photo' },
        { kind: 'proof', proof: 'birth-date' },
      ],
      notCounted: [],
      ways: [['passport'], ['local-licence']],
    });
  });

  it('counts undecided points as none', () => {
    expect(evaluateDocuments({ rule, documents }, ['unclear', 'tax-letter']).missing[0]).toEqual({
      kind: 'points',
      category: 'identity',
      needed: 3,
      counted: 2,
    });
  });

  it('finds the way at once among sixty-four kinds that all differ', () => {
    const many = Array.from({ length: 64 }, (_, index) =>
      kind(`kind-${index}`, 'identity', [], [{ category: 'identity', points: index + 1 }]),
    );
    const steep: DocumentRule = {
      kind: 'points',
      minimums: [{ category: 'identity', points: 700 }],
      alsoRequired: [],
    };
    const before = processorTime();
    // 53 + … + 64 = 702 points in twelve documents; the best eleven have 649.
    expect(evaluateDocuments({ rule: steep, documents: many }, []).ways[0]).toHaveLength(12);
    // Takes about 50 ms; trying all sets of twelve would take longer than the kiosk lasts.
    expect(processorTime() - before).toBeLessThan(2000);
  });
});

describe('one of list A or two of list B', () => {
  const rule: DocumentRule = {
    kind: 'one-a-or-two-b',
    listA: ['a'],
    listB: ['b'],
    alsoRequired: ['residency'],
  };
  const documents = [
    kind('b1', 'b', []),
    kind('b2', 'b', ['residency']),
    kind('a1', 'a', []),
    kind('bill', 'r', ['residency']),
  ];
  it('takes either', () => {
    expect(evaluateDocuments({ rule, documents }, ['a1', 'bill']).satisfied).toBe(true);
    expect(evaluateDocuments({ rule, documents }, ['b1', 'b2']).satisfied).toBe(true);
    expect(evaluateDocuments({ rule, documents }, ['b1', 'bill'])).toMatchObject({
      satisfied: false,
      missing: [{ kind: 'one-a-or-two-b', countedA: 0, countedB: 1 }],
      ways: [['b2'], ['a1']],
    });
  });
});

describe('primary and secondary', () => {
  const documents = [kind('p1', 'p', ['photo']), kind('p2', 'p', ['photo']), kind('s1', 's', [])];
  const strict: DocumentRule = {
    kind: 'primary-and-secondary',
    primary: ['p'],
    secondary: ['s'],
    alsoRequired: [],
  };
  it('wants two different documents', () => {
    expect(evaluateDocuments({ rule: strict, documents }, ['p1', 'p2'])).toMatchObject({
      missing: [{ kind: 'secondary' }],
    });
    expect(evaluateDocuments({ rule: strict, documents }, ['s1'])).toMatchObject({
      missing: [{ kind: 'primary' }],
    });
    expect(evaluateDocuments({ rule: strict, documents }, ['p2', 's1']).satisfied).toBe(true);
  });
  it('lets a second primary stand as the secondary where the policy says so', () => {
    const open: DocumentRule = { ...strict, secondary: ['p', 's'] };
    expect(evaluateDocuments({ rule: open, documents }, ['p1', 'p2']).satisfied).toBe(true);
    expect(evaluateDocuments({ rule: open, documents }, ['p1']).satisfied).toBe(false);
    expect(evaluateDocuments({ rule: open, documents }, ['s1', 'p1']).satisfied).toBe(true);
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
