import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { type Policy, readPolicyFile } from '../../lib/policy-file/policy-file.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';

/** Like Harbor City, at a counter whose days are those of UTC, as the clocks of tests are. */
export const policyOfTests: CompletePolicy = { ...harborCity, timeZone: 'UTC' };

/** A policy file, in a folder of its own. */
export function policyFile(change: Partial<CompletePolicy> = {}): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify({ ...policyOfTests, ...change }));
  return path;
}

/** A policy as a keeper has it. */
export function policyWith(change: Partial<CompletePolicy> = {}): Policy {
  const read = readPolicyFile(policyFile(change));
  if (!read.ok) throw new Error(`not a policy: ${JSON.stringify(read.error)}`);
  return read.value;
}
