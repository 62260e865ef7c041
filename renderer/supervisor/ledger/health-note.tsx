import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { SavedHealth } from '../../../shared/contract/counter-day/day-acts.ts';
import { Notice } from '../../parts/notice.tsx';
import { healthNotSavedInWords } from '../../wording/day/health.ts';
import styles from '../supervisor.module.css';

/** What became of the health record that is written beside a day sheet. The sheet is as good without one. */
export function HealthNote({ health }: { readonly health: SavedHealth }): ReactNode {
  if (health.kind === 'saved') {
    const { file } = health;
    return (
      <p data-health="saved" className={styles.note}>
        <Trans comment="Below a day sheet, the page with a day’s counts. The record says for IT staff how this kiosk is. {file} is the name of a file.">
          Health record for IT staff saved to the USB drive: <span className={styles.fileName}>{file}</span>
        </Trans>
      </p>
    );
  }
  const words = healthNotSavedInWords(health.why);
  return (
    <div data-health={health.why}>
      {health.why === 'no-drive' ? (
        <p className={styles.note}>{words}</p>
      ) : (
        <Notice kind="warn">
          <p>{words}</p>
        </Notice>
      )}
    </div>
  );
}
