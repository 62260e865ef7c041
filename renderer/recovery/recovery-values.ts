import { readRecoveryCode } from '../../shared/staff/recovery-code.ts';
import { staffNameKey, staffNameOf } from '../../shared/staff/staff-name.ts';

/** What one of the two people typed besides a passphrase. */
export interface TypedPerson {
  readonly code: string;
  readonly name: string;
}

export type CodeProblem = 'empty' | 'misread' | 'same-code';
export type NameProblem = 'empty' | 'unusable-name' | 'same-name';

/**
 * What stands against a code, as far as the paper can tell: whether it works, the keeper alone knows, and of both together.
 * `before`: of the person who comes first, or null.
 */
export function codeProblem({ code }: TypedPerson, before: TypedPerson | null): CodeProblem | null {
  if (code.trim() === '') return 'empty';
  const read = readRecoveryCode(code);
  if (!read.ok) return 'misread';
  const other = before === null ? null : readRecoveryCode(before.code);
  return other?.ok === true && other.value === read.value ? 'same-code' : null;
}

/** What stands against a name. */
export function nameProblem({ name }: TypedPerson, before: TypedPerson | null): NameProblem | null {
  if (name.trim() === '') return 'empty';
  if (!staffNameOf(name).ok) return 'unusable-name';
  return before !== null && staffNameKey(before.name) === staffNameKey(name) ? 'same-name' : null;
}
