import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RibbonId } from '../../../shared/contract/ids.ts';
import type { Ribbons } from '../../../shared/contract/status.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import { shortId } from '../../parts/short-id.ts';
import { momentInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';

function Row(props: { ribbon: RibbonId; removed: number; onDestroy: (() => void) | null }): ReactNode {
  const { ribbon, removed, onDestroy } = props;
  const { timeZone } = usePolicy();
  const short = shortId(ribbon);
  return (
    <tr data-ribbon-held={ribbon}>
      <th scope="row" className={styles.code}>
        {short}
      </th>
      <td>{momentInWords(removed, timeZone)}</td>
      {onDestroy === null ? null : (
        <td>
          <ActionButton kind="quiet" onPress={onDestroy}>
            <Trans>Destroy…</Trans>
            <span className={hidden.hidden}>: {short}</span>
          </ActionButton>
        </td>
      )}
    </tr>
  );
}

/** The used ribbons that still show what was printed. `onDestroy: null`: whoever looks may not note it. */
export function RibbonsTable(props: {
  held: Ribbons['held'];
  onDestroy: ((ribbon: RibbonId) => void) | null;
}): ReactNode {
  const { held, onDestroy } = props;
  const total = held.length;
  if (total === 0) {
    return (
      <p data-ribbons-held="0">
        <Trans>No used ribbons are kept.</Trans>
      </p>
    );
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table} data-ribbons-held={total}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Used ribbon</Trans>
            </th>
            <th scope="col">
              <Trans>Out since</Trans>
            </th>
            {onDestroy === null ? null : (
              <th scope="col">
                <Trans>Actions</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {held.map(({ ribbon, removed }) => (
            <Row
              key={ribbon}
              ribbon={ribbon}
              removed={removed}
              onDestroy={onDestroy === null ? null : () => onDestroy(ribbon)}
            />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={onDestroy === null ? 2 : 3}>
              <Plural
                value={total}
                one="# used ribbon, not destroyed yet. Destroying it takes two supervisors."
                other="# used ribbons, not destroyed yet. Destroying one takes two supervisors."
              />
            </th>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
