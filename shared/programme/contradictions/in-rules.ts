import { unreachable } from '../../result.ts';
import { type DocumentKind, type DocumentRule, MOST_POINTS } from '../documents/documents.ts';
import { documentsFor } from '../documents/evaluate-documents.ts';
import { assess, type Requirement } from '../documents/requirements.ts';
import { countShown } from '../documents/shown-documents.ts';
import { offeredRoutes } from '../routes.ts';
import type { Contradictable } from './contradictable.ts';
import type { Contradiction, Path } from './contradiction.ts';
import { youngestOfGroups } from './in-ages.ts';

/** Every rule about documents, and where it stands. */
export function rulesOf({
  rule,
  ageRules,
  routes,
}: Contradictable): readonly { path: Path; rule: DocumentRule }[] {
  const ofAges = (ageRules ?? []).map((each, index) => ({
    path: ['ageRules', index, 'rule'],
    rule: each.rule,
  }));
  const ofRoutes = (routes ?? []).flatMap(({ documents }, index) =>
    typeof documents === 'string' || documents === null
      ? []
      : [{ path: ['routes', index, 'documents'], rule: documents }],
  );
  return [{ path: ['rule'], rule }, ...ofAges, ...ofRoutes];
}

/** Routes that the policy has no entry for, and one on which anybody gets a card who asks for it. */
export function badRoutes(policy: Contradictable): readonly Contradiction[] {
  const { documents, routes = [], fees = [] } = policy;
  const offered = offeredRoutes(policy);
  const named = [
    ...documents.flatMap((kind, index) =>
      (kind.routes ?? []).map((route, at) => ({ path: ['documents', index, 'routes', at], route })),
    ),
    ...fees.flatMap(({ route }, index) =>
      route === undefined ? [] : [{ path: ['fees', index, 'route'], route }],
    ),
  ];
  return [
    ...named
      .filter(({ route }) => !offered.includes(route))
      .map(({ path, route }) => ({ path, problem: 'route-not-offered' as const, about: `"${route}"` })),
    ...routes.flatMap(({ documents: asked, oldCard }, index): readonly Contradiction[] =>
      asked === 'none' && oldCard === 'not-asked'
        ? [{ path: ['routes', index, 'documents'], problem: 'route-asks-nothing' }]
        : [],
    ),
  ];
}

/** What is undecided as it suits the applicant best: a draft contradicts itself only where no decision would help. */
function decidedForApplicants(rule: DocumentRule): DocumentRule {
  return rule.kind === 'coverage'
    ? { ...rule, oneDocumentMayProveMany: rule.oneDocumentMayProveMany ?? true }
    : rule;
}

function withPointsDecided(document: DocumentKind): DocumentKind {
  const { points } = document;
  if (points === undefined) return document;
  return { ...document, points: points.map((each) => ({ ...each, points: each.points ?? MOST_POINTS })) };
}

/** Rules that somebody could not satisfy with all documents of the policy. */
export function badRule(policy: Contradictable): readonly Contradiction[] {
  const { documents } = policy;
  const rules = rulesOf(policy);
  // Silence about points would count as zero; under this rule it has to be said ([]: none).
  const silent: readonly Contradiction[] = rules.every(({ rule }) => rule.kind !== 'points')
    ? []
    : documents.flatMap((document, index) =>
        document.points === undefined
          ? [{ path: ['documents', index, 'points'], problem: 'points-missing' as const }]
          : [],
      );
  const tries = youngestOfGroups(policy).flatMap((age) =>
    offeredRoutes(policy).map((route) => {
      const { rule, documents: kinds } = documentsFor(policy, age, route);
      const { counted } = countShown(kinds.map(withPointsDecided));
      return { age, rule, missing: assess(decidedForApplicants(rule), counted).missing };
    }),
  );
  const impossible = rules.flatMap(({ path, rule }): readonly Contradiction[] => {
    const ofRule = tries.filter((each) => each.rule === rule);
    const lack = ofRule.find(({ missing }) => missing.length > 0);
    if (lack === undefined) return [];
    // The youngest age may still be decided such that nobody of the others comes.
    if (policy.minimumAgeYears === null && ofRule.some(({ missing }) => missing.length === 0)) return [];
    const about = `at age ${lack.age} nothing gives ${lack.missing.map(nameOf).join(', ')}`;
    return [{ path, problem: 'rule-cannot-be-satisfied', about }];
  });
  return [...silent, ...impossible];
}

/** A requirement as the policy itself writes it. */
function nameOf(requirement: Requirement): string {
  switch (requirement.kind) {
    case 'proof':
      return `"${requirement.proof}"`;
    case 'points':
      return `${requirement.needed} points in "${requirement.category}"`;
    case 'one-a-or-two-b':
      return 'one of list A or two of list B';
    case 'primary':
    case 'secondary':
      return `a ${requirement.kind} document`;
    default:
      return unreachable(requirement);
  }
}
