import { type CompletePolicy, parseCompletePolicy, undecidedPaths } from '../../shared/programme/complete.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import type { PolicyIssue } from '../../shared/programme/policy-issue.ts';
import { patternOf } from '../../shared/programme/undecided-reasons.ts';
import type { Result } from '../../shared/result.ts';

type Path = PolicyIssue['path'];

/** What stands in a demonstration for a value that nobody has decided. Nothing of it is advice. */
const ASSUMED: Readonly<Record<string, number | boolean | string>> = {
  'documents.*.expiredToleranceYears': 1,
  'documents.*.issuedWithinDays': 30,
  'rule.oneDocumentMayProveMany': true,
  'ageRules.*.rule.oneDocumentMayProveMany': true,
  minimumAgeYears: 0,
  'validity.*.years': 2,
  feeCents: 0,
  'fees.*.cents': 0,
  'routes.*.documents': 'as-first',
  'routes.*.documents.oneDocumentMayProveMany': true,
  'routes.*.oldCard': 'taken-in',
  'denial.review': 'supervisor',
  'denial.appeal': 'none',
  'denial.appeal.withinDays': 30,
  'retention.hours': 8,
  'opening.longestNightHours': 90,
};

/** A policy with which a kiosk can be shown, and what of it nobody has decided. */
export interface Assumed {
  readonly policy: CompletePolicy;
  /** A few words for each: "feeCents: 0". */
  readonly assumptions: readonly string[];
}

/** Fills in what a draft leaves undecided. The error: what it then contradicts. */
export function assume(draft: Policy): Result<Assumed, readonly PolicyIssue[]> {
  let value: unknown = draft;
  const assumptions: string[] = [];
  for (const path of undecidedPaths(draft)) {
    // As many points as are asked for: no kind is less than enough because nobody has said what it counts.
    const assumed = ASSUMED[patternOf(path)] ?? mostPointsAsked(draft);
    value = withValueAt(value, path, assumed);
    assumptions.push(`${path.join('.')}: ${assumed}`);
  }
  const complete = parseCompletePolicy(value);
  return complete.ok ? { ok: true, value: { policy: complete.value, assumptions } } : complete;
}

function mostPointsAsked({ rule, ageRules }: Policy): number {
  const rules = [rule, ...(ageRules ?? []).map((each) => each.rule)];
  return Math.max(
    1,
    ...rules.flatMap((each) => (each.kind === 'points' ? each.minimums.map(({ points }) => points) : [])),
  );
}

function withValueAt(whole: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(whole))
    return whole.map((entry: unknown, index) => (index === key ? withValueAt(entry, rest, value) : entry));
  return Object.fromEntries(
    Object.entries(Object(whole)).map(([name, entry]) => [
      name,
      name === key ? withValueAt(entry, rest, value) : entry,
    ]),
  );
}
