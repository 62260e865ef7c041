import type { UnreadFailure } from '../../electron/lib/file-systems/small-file.ts';
import { MOST_POLICY_BYTES, readPolicyBytes } from '../../electron/lib/policy-file/policy-file.ts';
import { readJsonText } from '../../electron/lib/policy-file/policy-text.ts';
import { undecidedPaths } from '../../shared/programme/complete.ts';
import { type Policy, policySchema } from '../../shared/programme/policy.ts';
import { issuesOf, type PolicyIssue } from '../../shared/programme/policy-issue.ts';
import { reasonFor } from '../../shared/programme/undecided-reasons.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import type { TextPlace } from '../../shared/text-place.ts';

/** A policy that may still have undecided values. */
export interface Draft {
  readonly policy: Policy;
  /** A sentence for each value that is not decided, with its place and why it is needed. */
  readonly undecided: readonly string[];
}

/** Reads a policy file that may still be a draft. The error: a sentence for each mistake, with its place. */
export function readDraft(path: string): Result<Draft, readonly string[]> {
  const bytes = readPolicyBytes(path);
  if (!bytes.ok) return err([unreadInWords(path, bytes.error)]);
  const text = readJsonText(bytes.value);
  if (!text.ok) return err([`${placeIn(path, text.error)}: ${text.error.allowed}.`]);
  const { value, twice, placeOf } = text.value;
  const sentence = ({ path: at, allowed }: Pick<PolicyIssue, 'path' | 'allowed'>, place: TextPlace) =>
    at.length === 0
      ? `${placeIn(path, place)}: this ${allowed}.`
      : `${placeIn(path, place)} ${at.join('.')}: this ${allowed}.`;
  const again = twice.map((each) => sentence({ path: each.path, allowed: 'stands twice here' }, each));
  const parsed = policySchema.safeParse(value, { jitless: true });
  if (!parsed.success)
    return err([...again, ...issuesOf(parsed.error).map((issue) => sentence(issue, placeOf(issue.path)))]);
  if (again.length > 0) return err(again);
  return ok({
    policy: parsed.data,
    undecided: undecidedPaths(parsed.data).map(
      (at) => `${placeIn(path, placeOf(at))} ${at.join('.')}: not decided. Needed because ${reasonFor(at)}.`,
    ),
  });
}

function placeIn(path: string, { line, column }: TextPlace): string {
  return `${path}:${line}:${column}`;
}

function unreadInWords(path: string, failure: UnreadFailure): string {
  switch (failure.kind) {
    case 'missing':
      return `${path} does not exist.`;
    case 'no-file':
      return `${path} is not a file.`;
    case 'unreadable':
      return `${path} cannot be read (${failure.code}).`;
    case 'too-large':
      return `${path} is too large for a policy: ${failure.bytes} bytes, at most ${MOST_POLICY_BYTES}.`;
    default:
      return unreachable(failure);
  }
}
