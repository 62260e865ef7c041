import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import { newPassphraseProblemInWords } from '../wording/new-passphrase.ts';
import { staffRefusalInWords } from '../wording/staff-refusal.ts';
import type { CodeProblem, NameProblem } from './recovery-values.ts';

/** What is wrong with what one of the two people typed, and what to do. */
export function recoveryProblemInWords(problem: CodeProblem | NameProblem): string {
  switch (problem) {
    case 'empty':
      return newPassphraseProblemInWords(problem);
    case 'misread':
      return t`Wrong or missing character. Compare it with the paper.`;
    case 'same-code':
      return t`That’s the first person’s code. Type the other one.`;
    case 'unusable-name':
      return staffRefusalInWords({ kind: problem });
    case 'same-name':
      return t`The first person already has this name. Add an initial.`;
    default:
      return unreachable(problem);
  }
}
