import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { announce } from '../announcer.tsx';
import { Notice } from '../notice.tsx';
import { forgetScan, scanNews } from './scan-news.ts';
import styles from './scan-notice.module.css';

/** Long enough to look up from the scanner and read it. */
const TOLD_MILLISECONDS = 10_000;

/**
 * Says that a scanned card was taken out of a text field, and where it is asked for. It lies over the keys of the step, or in
 * the corner of a screen that has none there: nothing moves, and no click is taken from what is under it.
 */
export function ScanNotice(): ReactNode {
  const { t } = useLingui();
  const at = useStore(scanNews, (state) => state.at);
  const said = t({
    message: 'A card number was scanned. Scan cards on the start screen, or at handoff.',
    comment:
      'Notice: a card was scanned into a text field, which does not take it. The handoff is the step where the card is given to the applicant.',
  });
  useEffect(() => {
    if (at === null) return undefined;
    announce(said);
    const timer = window.setTimeout(forgetScan, TOLD_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [at, said]);
  if (at === null) return null;
  return (
    <aside
      className={styles.place}
      lang="en"
      dir="ltr"
      aria-label={t({ message: 'Scanner', comment: 'Name of a notice: what came from the barcode scanner.' })}
      data-scan-notice
    >
      <Notice kind="warn">
        <p>{said}</p>
      </Notice>
    </aside>
  );
}
