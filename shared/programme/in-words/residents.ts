import { languageFacts } from '../../residents/language.ts';
import { residentRules } from '../../residents/resident-rules.ts';
import type { Policy } from '../policy.ts';
import { type ChangeLine, changed } from './change-lines.ts';

/** What a change means to residents who answer alone. */
export function residentChanges(before: Policy, after: Policy): readonly ChangeLine[] {
  const [old, now] = [residentRules(before), residentRules(after)];
  return [
    ...changed('Languages for applicants', languagesInWords(old), languagesInWords(now)),
    ...changed('An applicant is asked, after so many seconds', old.warnAfterSeconds, now.warnAfterSeconds),
    ...changed('And leaves, so many seconds later', old.endAfterSeconds, now.endAfterSeconds),
  ];
}

function languagesInWords({ languages }: ReturnType<typeof residentRules>): string {
  return languages.map((language) => languageFacts[language].ownName).join(', ');
}
