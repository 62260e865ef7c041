import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import styles from './banner.module.css';

/** Stands on every screen of a kiosk that must not hold residents' data, or that is used for practice now. */
export function Banner(props: { readonly use: KioskUse; readonly practice: boolean }): ReactNode {
  const { use, practice } = props;
  if (use === 'residents' && !practice) return null;
  return (
    // Whatever the screen below it speaks.
    <header lang="en" dir="ltr">
      {practice ? (
        <p className={styles.practice} data-banner="practice">
          <Trans comment="Banner at the top of every screen while staff practice with made-up applicants. No card is real, and no applicant is counted.">
            <b>PRACTICE</b> · Invented people only. No card here is valid or counted.
          </Trans>
        </p>
      ) : null}
      {use === 'residents' ? null : (
        <p className={styles.banner} data-banner={use}>
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
