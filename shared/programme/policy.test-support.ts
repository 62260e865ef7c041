import { err, ok, type Result } from '../result.ts';
import { type Policy, policySchema } from './policy.ts';
import { issuesOf, type PolicyIssue } from './policy-issue.ts';

/** Reads a policy from parsed JSON. Errors: every issue, with its path ("documents.3.category"). */
export function parsePolicy(input: unknown): Result<Policy, readonly PolicyIssue[]> {
  const parsed = policySchema.safeParse(input);
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error));
}
