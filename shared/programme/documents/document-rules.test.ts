import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../tests/support/processor-time.ts';
import { kind } from './document-kind.test-support.ts';
import type { DocumentRule } from './documents.ts';
import { evaluateDocuments } from './evaluate-documents.ts';
import { subsets } from './subsets.test-support.ts';

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
