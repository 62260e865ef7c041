import { expect } from 'vitest';
import { err, ok, type Result } from '../result.ts';
import { type Policy, policySchema } from './policy.ts';
import { issuesOf, type PolicyIssue } from './policy-issue.ts';

/** Reads a policy from parsed JSON. Errors: every issue, with its path ("documents.3.category"). */
export function parsePolicy(input: unknown): Result<Policy, readonly PolicyIssue[]> {
  const parsed = policySchema.safeParse(input);
  return parsed.success ? ok(parsed.data) : err(issuesOf(parsed.error));
}

/** Expects that a policy is refused at this place, in a sentence of ours and never by the name of a rule. */
export function expectRefused(input: unknown, path: string, code: string): void {
  const result = parsePolicy(input);
  expect(result.ok).toBe(false);
  const issues = result.ok ? [] : result.error;
  const found = issues.find((issue) => issue.path.join('.') === path && issue.code === code);
  expect(found?.allowed).toMatch(/^(takes|is no key|is missing:|stands|names|asks|lacks) ./);
}

/** The policy as it would come from a file. */
export function asFile(policy: unknown): unknown {
  return JSON.parse(JSON.stringify(policy));
}
