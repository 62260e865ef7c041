import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { practiceInShort, practiceInWords } from '../wording/resident/practice.ts';
import styles from './practice-for-residents.module.css';

/** That this is practice, to an applicant in front of it: in the language that their screen speaks. */
export function PracticeForResidents(): ReactNode {
  // Drawn anew with each language.
  useLingui();
  return (
    <>
      <span className={styles.whole}>{practiceInWords()}</span>
      <span className={styles.short}>{practiceInShort()}</span>
    </>
  );
}
