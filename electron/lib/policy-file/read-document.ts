import type { PolicyIssue } from '../../../shared/programme/policy-issue.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { TextPlace } from '../../../shared/text-place.ts';
import { readJsonText, type TextMistake } from './policy-text.ts';

/** Why a file's text is not what it should be. */
export type DocumentFailure =
  | ({ readonly kind: 'not-json' } & TextMistake)
  /** Every place that is wrong; at least one. */
  | { readonly kind: 'wrong'; readonly issues: readonly (PolicyIssue & TextPlace)[] };

/** Reads a file of JSON by its schema. What stands twice in it is wrong, whichever of the two would count. */
export function readDocument<Value>(
  bytes: Uint8Array,
  parse: (value: unknown) => Result<Value, readonly PolicyIssue[]>,
): Result<Value, DocumentFailure> {
  const text = readJsonText(bytes);
  if (!text.ok) return err({ kind: 'not-json', ...text.error });
  const { value, twice, placeOf } = text.value;
  const parsed = parse(value);
  const issues = [
    ...twice.map((place) => ({ ...place, code: 'duplicate-key', allowed: 'stands twice here' })),
    ...(parsed.ok ? [] : parsed.error.map((issue) => ({ ...issue, ...placeOf(issue.path) }))),
  ];
  return parsed.ok && issues.length === 0 ? ok(parsed.value) : err({ kind: 'wrong', issues });
}
