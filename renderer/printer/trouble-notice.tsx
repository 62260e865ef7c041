import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterTrouble } from '../../shared/printing/trouble.ts';
import { Notice } from '../parts/notice.tsx';
import { printerTroubleInWords } from '../wording/printing/printer-trouble.ts';
import { PrinterDrawing } from './printer-drawing.tsx';
import styles from './trouble-notice.module.css';

/** The printer, and words beside it. */
export function BesidePrinter(props: { shows: PrinterTrouble | null; children: ReactNode }): ReactNode {
  return (
    <div className={styles.beside}>
      <PrinterDrawing shows={props.shows} />
      <div className={styles.words}>{props.children}</div>
    </div>
  );
}

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
    <div data-print-trouble={first}>
      <BesidePrinter shows={first}>
        <Notice kind="warn" role={role}>
          <p className={styles.what}>{what}</p>
          <p>
            {todo} {afterwards}
          </p>
          {others.length === 0 ? null : <Others troubles={others} />}
        </Notice>
      </BesidePrinter>
    </div>
  );
}

/** All of them but the first, where they have a place of their own. Nothing where there is none. */
export function OtherTroubles({ troubles }: { troubles: readonly PrinterTrouble[] }): ReactNode {
  const others = troubles.slice(1);
  if (others.length === 0) return null;
  return (
    <div data-other-troubles={others.join(' ')}>
      <Notice kind="warn" role="alert">
        <Others troubles={others} />
      </Notice>
    </div>
  );
}

function Others({ troubles }: { troubles: readonly PrinterTrouble[] }): ReactNode {
  return (
    <>
      <p>
        <Trans comment="Label: more problems of the printer follow.">Also:</Trans>
      </p>
      <ul className={styles.others}>
        {troubles.map((each) => {
          const { what, todo } = printerTroubleInWords(each);
          return (
            <li key={each}>
              {what} {todo}
            </li>
          );
        })}
      </ul>
    </>
  );
}
