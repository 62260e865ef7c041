import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';

/** A policy as people write it, one value to a line. */
export function fileOf(policy: unknown): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, JSON.stringify(policy, null, 2));
  return path;
}

export function fileWith(text: string): string {
  const path = join(workingFolder(), 'policy.json');
  writeFileSync(path, text);
  return path;
}
