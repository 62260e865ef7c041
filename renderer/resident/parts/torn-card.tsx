import type { ReactNode } from 'react';
import { Perforation } from '../../parts/perforation.tsx';
import { cityKeepsInWords, youKeepInWords } from '../../wording/resident/promises.ts';
import styles from './torn-card.module.css';

/** The mark of this kiosk, as what it means: what the city keeps, the line that it is torn along, what the resident keeps. */
export function TornCard(): ReactNode {
  return (
    <div className={styles.card}>
      <p className={styles.stub}>{cityKeepsInWords()}</p>
      <Perforation />
      <p className={styles.rest}>{youKeepInWords()}</p>
    </div>
  );
}
