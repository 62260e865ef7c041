import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import styles from './banner.module.css';

interface BannerProps {
  readonly use: KioskUse;
  readonly practice: boolean;
  /** What an applicant reads of practice, in the language of their screen; null: staff have it. */
  readonly practiceForResidents: ReactNode;
}

/** Stands on every screen of a kiosk that must not hold residents' data, or that is used for practice now. */
export function Banner({ use, practice, practiceForResidents }: BannerProps): ReactNode {
  if (use === 'residents' && !practice) return null;
  return (
    <header>
      {practice ? (
        <p className={styles.practice} data-banner="practice">
          {practiceForResidents ?? (
            <Trans comment="Banner at the top of every screen while staff practice with made-up applicants. No card is real, and no applicant is counted.">
              <b>PRACTICE</b> · Invented people only. No card here is valid or counted.
            </Trans>
          )}
        </p>
      ) : null}
      {use === 'residents' ? null : (
        // Whatever the screen below it speaks.
        <p className={styles.banner} data-banner={use} lang="en" dir="ltr">
          {use === 'rehearsal' ? (
            <Trans comment="Banner at the top of every screen: this kiosk is used for practice.">
              Rehearsal: not for residents’ data
            </Trans>
          ) : (
            <Trans comment="Banner at the top of every screen: this is a copy for trying out.">
              Evaluation runtime: not for residents’ data
            </Trans>
          )}
        </p>
      )}
    </header>
  );
}
