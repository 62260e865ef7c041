import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { practiceInWords } from '../wording/resident/practice.ts';

/** That this is practice, to an applicant in front of it: in the language that their screen speaks. */
export function PracticeForResidents(): ReactNode {
  // Drawn anew with each language.
  useLingui();
  return practiceInWords();
}
