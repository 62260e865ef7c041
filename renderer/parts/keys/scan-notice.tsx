import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../notice.tsx';
import styles from './scan-notice.module.css';
import { useScanTold } from './use-scan-told.ts';

/** Long enough to look up from the scanner and read it. */
const TOLD_MILLISECONDS = 10_000;

/** Tells staff that a scanned card was taken out of a text field, and where it is asked for; null: none was. */
export function useScanNotice(): ReactNode {
  const { t } = useLingui();
  const said = t({
    message: 'A scanned card number was ignored. Scan cards on the start screen, or at handoff.',
    comment:
      'Notice: a card was scanned into a text field, which does not take it. The handoff is the step where the card is given to the applicant.',
  });
  if (!useScanTold(said, TOLD_MILLISECONDS)) return null;
  return (
    <Notice kind="warn">
      <p>{said}</p>
    </Notice>
  );
}

/**
 * That, on a screen of staff. It lies over the keys of the step, or in the corner of a screen that has none there: nothing moves, and no
 * click is taken from what is under it. On applicants' screens it would lie over their buttons, in the words of staff.
 */
export function ScanNotice(): ReactNode {
  const { t } = useLingui();
  const notice = useScanNotice();
  if (notice === null) return null;
  return (
    <aside
      className={styles.place}
      lang="en"
      dir="ltr"
      aria-label={t({ message: 'Scanner', comment: 'Name of a notice: what came from the barcode scanner.' })}
      data-scan-notice
    >
      {notice}
    </aside>
  );
}
