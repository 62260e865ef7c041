import { z } from 'zod';
import { err, ok, type Result } from '../result.ts';
import { type Policy, policySchema } from './policy.ts';
import { issuesOf, type PolicyIssue, UNDECIDED } from './policy-issue.ts';

/** The same shape with every undecided value decided. */
type Decided<Value> = Value extends object
  ? { readonly [Key in keyof Value]: Decided<Value[Key]> }
  : Exclude<Value, null>;

/** A policy without an undecided value: the only kind under which a card can be made. */
export type CompletePolicy = Decided<Policy>;

/** What a policy says of applicants and cards. Not the time zone: a kiosk has one, whatever policy an application has. */
export type PolicyRules = Omit<CompletePolicy, 'timeZone'>;

type Path = PolicyIssue['path'];

function collect(value: unknown, path: Path): readonly Path[] {
  if (value === null) return [path];
  if (typeof value !== 'object') return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, entry]: readonly [string, unknown]) =>
    collect(entry, [...path, isList ? Number(key) : key]),
  );
}

/** The paths of all values that the programme has not decided (`null`), such as ["validity", 1, "years"]. */
export function undecidedPaths(policy: Policy): readonly Path[] {
  return collect(policy, []);
}

/** Whether the programme has decided everything; narrows the type for those who make cards. */
export function isComplete(policy: Policy): policy is CompletePolicy {
  return undecidedPaths(policy).length === 0;
}

/** A policy that leaves nothing open: the only kind that a kiosk works by. */
export const completePolicy = policySchema.transform((policy, context): CompletePolicy => {
  if (isComplete(policy)) return policy;
  for (const path of undecidedPaths(policy)) {
    context.addIssue({ code: 'custom', path: [...path], message: UNDECIDED });
  }
  return z.NEVER;
});

/** Reads a policy that a kiosk can work by. Errors: every issue with its path ("documents.3.category"), and `undecided` for each open value. */
export function parseCompletePolicy(input: unknown): Result<CompletePolicy, readonly PolicyIssue[]> {
  // Read once in a process: making a parser of its own for each object takes longer than the reading (measured).
  const parsed = completePolicy.safeParse(input, { jitless: true });
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error));
}
