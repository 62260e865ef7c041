import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RibbonId } from '../../../shared/contract/ids.ts';
import { unreachable } from '../../../shared/result.ts';
import { shortId } from '../../parts/short-id.ts';
import type { RibbonEntry } from '../../printer/ribbon-acts.tsx';
import { EntryMade } from '../entry-made.tsx';
import styles from '../supervisor.module.css';

/** An entry that an act about the printer has made. */
export type PrinterEntry =
  | { readonly kind: 'printer-chosen' }
  | { readonly kind: 'ordinary-printer-chosen' }
  | { readonly kind: 'test-card-confirmed' }
  | RibbonEntry
  | { readonly kind: 'ribbon-destroyed'; readonly ribbon: RibbonId };

function Fields({ entry }: { entry: PrinterEntry }): ReactNode {
  switch (entry.kind) {
    case 'printer-chosen':
      return (
        <p>
          <Trans comment="What the ledger recorded. The driver is the way in which the kiosk prints.">
            The ledger records the exact time, you, the driver, and the printer’s address as a hash.
          </Trans>
        </p>
      );
    case 'ordinary-printer-chosen':
    case 'test-card-confirmed':
      return (
        <p>
          <Trans>The ledger records the exact time, you, and the printer’s address as a hash.</Trans>
        </p>
      );
    case 'ribbon-fitted':
      return (
        <p>
          <Trans comment="What the ledger recorded. The ribbon is the printer’s film of dye.">
            The ledger records the exact time, you, and a new random identifier for this ribbon.
          </Trans>
        </p>
      );
    case 'ribbon-removed': {
      const ribbon = shortId(entry.ribbon);
      return (
        <p>
          <Trans comment="What the ledger recorded. {ribbon} is a few letters and digits; a ribbon is a printer’s film of dye.">
            The ledger records the exact time, you, and ribbon <span className={styles.code}>{ribbon}</span>.
          </Trans>
        </p>
      );
    }
    case 'ribbon-destroyed': {
      const ribbon = shortId(entry.ribbon);
      return (
        <p>
          <Trans comment="What the ledger recorded. {ribbon} is a few letters and digits; a ribbon is a printer’s film of dye.">
            The ledger records the exact time, both supervisors, and ribbon{' '}
            <span className={styles.code}>{ribbon}</span>.
          </Trans>
        </p>
      );
    }
    default:
      return unreachable(entry);
  }
}

/** The ledger entry that the last act about the printer made. */
export function PrinterEntryMade({ entry }: { entry: PrinterEntry | null }): ReactNode {
  return <EntryMade kind={entry?.kind ?? null}>{entry === null ? null : <Fields entry={entry} />}</EntryMade>;
}
