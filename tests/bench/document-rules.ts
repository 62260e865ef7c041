import type { DocumentKind, DocumentRule, Proof } from '../../shared/programme/documents/documents.ts';
import { evaluateDocuments } from '../../shared/programme/documents/evaluate-documents.ts';
import { assess } from '../../shared/programme/documents/requirements.ts';
import { type Comparison, usualAndRare } from './statistics.ts';
import { milliseconds } from './table.ts';

const KINDS = 60;
const CATEGORIES = ['identity', 'residency', 'other'] as const;
type Points = (place: number) => readonly [identity: number, residency: number, other: number];

/** The same numbers in every run: a policy that is hard in one is hard in all. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state % below;
  };
}

function provenBy(place: number): readonly Proof[] {
  if (place % 7 === 0) return ['photo'];
  return place % 11 === 0 ? ['birth-date'] : [];
}

function policyOf(needs: readonly [number, number, number], pointsOf: Points) {
  const rule: DocumentRule = {
    kind: 'points',
    minimums: CATEGORIES.flatMap((category, index) => {
      const points = needs[index] ?? 0;
      return points === 0 ? [] : [{ category, points }];
    }),
    alsoRequired: ['photo', 'birth-date'],
  };
  const documents = Array.from({ length: KINDS }, (_, place): DocumentKind => {
    const points = pointsOf(place);
    return {
      id: `kind-${place}`,
      name: { en: `Kind ${place}` },
      category: CATEGORIES[place % CATEGORIES.length] ?? 'other',
      proves: provenBy(place),
      points: CATEGORIES.flatMap((category, index) => {
        const each = points[index] ?? 0;
        return each === 0 ? [] : [{ category, points: each }];
      }),
    };
  });
  return { rule, documents };
}

const any = numbers(7);

/** Policies of points that are hard to search: nothing is as good as anything else. */
const POLICIES = [
  policyOf([700, 0, 0], (place) => [place + 1, 0, 0]),
  // What counts much for the one counts little for the other.
  policyOf([305, 305, 0], (place) => [place + 1, KINDS - place, 0]),
  policyOf([301, 309, 0], (place) => [2 * (place % 30) + 2, 62 - 2 * (place % 30), 0]),
  policyOf([200, 200, 200], () => [1 + any(40), 1 + any(40), 1 + any(40)]),
  policyOf([40_000, 40_000, 40_000], () => [1 + any(10_000), 1 + any(10_000), 1 + any(10_000)]),
  policyOf([12, 8, 0], (place) => (place % 2 === 0 ? [1, 0, 0] : [0, 1, 0])),
];

/** The first of them are not measured: no clerk meets a program that has just begun. */
const WARM_UP = 50;
const TICKS_AT_MOST = 6;

/** What a clerk waits for at each check mark, against the verdict alone. */
export function measureDocumentRules(runs: number): {
  readonly comparisons: readonly Comparison[];
  readonly lines: readonly string[];
} {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let run = -WARM_UP; run < runs; run += 1) {
    for (const policy of POLICIES) {
      const ticks = Array.from({ length: any(TICKS_AT_MOST) }, () => `kind-${any(KINDS)}`);
      const shown = policy.documents.filter(({ id }) => ticks.includes(id));
      const began = performance.now();
      evaluateDocuments(policy, ticks);
      const evaluated = performance.now();
      assess(policy.rule, shown);
      const assessed = performance.now();
      if (run < 0) continue;
      ours.push(evaluated - began);
      theirs.push(assessed - evaluated);
    }
  }
  const { median, p95 } = usualAndRare(ours);
  return {
    comparisons: [
      {
        what: 'documents: verdict, explanation and three shortest ways',
        baseline: 'the verdict alone',
        goal: null,
        ours,
        theirs,
      },
    ],
    lines: [
      `documents, hard policies of ${KINDS} kinds: ${milliseconds(median)} ms usually, ${milliseconds(p95)} ms at the 95th percentile (wanted: 4 ms at most)`,
    ],
  };
}
