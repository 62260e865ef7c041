import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RibbonId } from '../../../shared/contract/ids.ts';
import type { Ribbons } from '../../../shared/contract/status.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { type Column, DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import { shortId } from '../../parts/short-id.ts';
import { minuteInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';

type UsedRibbon = Ribbons['held'][number];

/** The used ribbons that still show what was printed. `onDestroy: null`: whoever looks may not note it. */
export function RibbonsTable(props: {
  held: Ribbons['held'];
  onDestroy: ((ribbon: RibbonId) => void) | null;
}): ReactNode {
  const { held, onDestroy } = props;
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const total = held.length;
  if (total === 0) {
    return (
      <p data-ribbons-held="0">
        <Trans comment="In the place of a table. A ribbon is a printer’s film of dye, on which printed faces can be seen.">
          No used ribbons to destroy.
        </Trans>
      </p>
    );
  }
  const acts = (destroy: (ribbon: RibbonId) => void): Column<UsedRibbon> => ({
    heading: t`Actions`,
    cell: ({ ribbon }) => (
      <ActionButton kind="quiet" onPress={() => destroy(ribbon)}>
        <Trans>Record destruction…</Trans>
        <span className={hidden.hidden}>: {shortId(ribbon)}</span>
      </ActionButton>
    ),
  });
  return (
    <DataTable
      rows={held}
      keyOf={({ ribbon }) => ribbon}
      marks={{ 'data-ribbons-held': total }}
      marksOf={({ ribbon }) => ({ 'data-ribbon-held': ribbon })}
      columns={[
        {
          heading: t({
            message: 'Used ribbon',
            comment: 'Column heading: which ribbon, a printer’s film of dye.',
          }),
          cell: ({ ribbon }) => <span className={styles.code}>{shortId(ribbon)}</span>,
        },
        {
          heading: t({
            message: 'Out since',
            comment: 'Column heading: when a used ribbon was taken out of the printer.',
          }),
          cell: ({ removed }) => minuteInWords(removed, timeZone),
          inOneLine: true,
        },
        ...(onDestroy === null ? [] : [acts(onDestroy)]),
      ]}
      total={{
        count: (
          <Plural
            comment="Below a table of used ribbons, the printer’s film of dye."
            value={total}
            one="# used ribbon, not destroyed yet. Destroying it takes two supervisors."
            other="# used ribbons, not destroyed yet. Destroying one takes two supervisors."
          />
        ),
      }}
    />
  );
}
