import { readFileSync } from 'node:fs';
import { shippedPolicy } from '../../../build/programmes/shipped-policy.ts';
import { type CompletePolicy, parseCompletePolicy } from '../../../shared/programme/complete.ts';

/** The policy by which the kiosks of tests work. */
export function readShippedPolicy(): CompletePolicy {
  const shipped = parseCompletePolicy(JSON.parse(readFileSync(shippedPolicy, 'utf8')));
  if (!shipped.ok) throw new Error('the shipped policy is none');
  return shipped.value;
}
