import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LocalQueue } from '../../../shared/contract/printing/printer.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import hidden from '../../parts/hidden.module.css';
import styles from '../supervisor.module.css';

/** The print queues of this machine. */
export function QueuesTable(props: {
  queues: readonly LocalQueue[];
  ariaDisabled: boolean | 'for-a-moment';
  onInspect: (address: string) => void;
}): ReactNode {
  const { queues, ariaDisabled, onInspect } = props;
  const { t } = useLingui();
  const total = queues.length;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asked for it may stand at the lower edge of the screen.
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={shown} className={styles.section}>
      <h3 className={styles.subheading}>
        <Trans>This computer’s print queues</Trans>
      </h3>
      {total === 0 ? (
        <p role="status" data-queues="0">
          <Trans>This computer has no print queues.</Trans>
        </p>
      ) : (
        <DataTable
          rows={queues}
          keyOf={({ address }) => address}
          marks={{ 'data-queues': total }}
          marksOf={({ address }) => ({ 'data-queue': address })}
          columns={[
            {
              heading: t({
                message: 'Print queue',
                comment: 'Column heading: the name of one of the computer’s print queues.',
              }),
              cell: ({ name }) => name,
            },
            { heading: t`Model`, cell: ({ makeAndModel }) => makeAndModel },
            {
              heading: t`Actions`,
              cell: ({ address, name }) => (
                <ActionButton kind="quiet" ariaDisabled={ariaDisabled} onPress={() => onInspect(address)}>
                  <Trans>Check printer</Trans>
                  <span className={hidden.hidden}>: {name}</span>
                </ActionButton>
              ),
            },
          ]}
          total={{
            count: (
              <Plural
                comment="Below a table: how many rows it has."
                value={total}
                one="# print queue"
                other="# print queues"
              />
            ),
          }}
        />
      )}
    </div>
  );
}
