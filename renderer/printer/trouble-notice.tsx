import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterTrouble } from '../../shared/printing/trouble.ts';
import { Notice } from '../parts/notice.tsx';
import { printerTroubleInWords } from '../wording/printing/printer-trouble.ts';
import { PrinterDrawing } from './printer-drawing.tsx';
import styles from './trouble-notice.module.css';

/**
 * What keeps the printer from going on: the first trouble drawn where it is, with what to do; the others
 * listed. Nothing where there is none. `afterwards`: what happens when that is done.
 */
export function TroubleNotice(props: {
  troubles: readonly PrinterTrouble[];
  role: 'alert' | 'status';
  afterwards?: string | null;
}): ReactNode {
  const { troubles, role, afterwards = null } = props;
  const [first, ...others] = troubles;
  if (first === undefined) return null;
  const { what, todo } = printerTroubleInWords(first);
  return (
    <div className={styles.trouble} data-print-trouble={first} data-print-troubles={troubles.join(' ')}>
      <PrinterDrawing shows={first} />
      <div className={styles.words}>
        <Notice kind="warn" role={role}>
          <p className={styles.what}>{what}</p>
          <p>
            {todo} {afterwards}
          </p>
          {others.length === 0 ? null : (
            <>
              <p>
                <Trans comment="Label: more problems of the printer follow.">Also:</Trans>
              </p>
              <ul className={styles.others}>
                {others.map((each) => {
                  const other = printerTroubleInWords(each);
                  return (
                    <li key={each}>
                      {other.what} {other.todo}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
        </Notice>
      </div>
    </div>
  );
}
