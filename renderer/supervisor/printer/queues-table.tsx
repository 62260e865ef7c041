import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { LocalQueue } from '../../../shared/contract/printer.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import hidden from '../../parts/hidden.module.css';
import styles from '../supervisor.module.css';

/** The print queues of this machine. */
export function QueuesTable(props: {
  queues: readonly LocalQueue[];
  ariaDisabled: boolean;
  onInspect: (address: string) => void;
}): ReactNode {
  const { queues, ariaDisabled, onInspect } = props;
  const total = queues.length;
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button that asked for it may stand at the lower edge of the screen.
    shown.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  if (total === 0) {
    return (
      <div ref={shown}>
        <p role="status" data-queues="0">
          <Trans>This machine has no print queue.</Trans>
        </p>
      </div>
    );
  }
  return (
    <div ref={shown} className={styles.scroll}>
      <table className={styles.table} data-queues={total}>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Print queue</Trans>
            </th>
            <th scope="col">
              <Trans>Model</Trans>
            </th>
            <th scope="col">
              <Trans>Actions</Trans>
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ address, name, makeAndModel }) => (
            <tr key={address} data-queue={address}>
              <th scope="row">{name}</th>
              <td>{makeAndModel}</td>
              <td>
                <ActionButton kind="quiet" ariaDisabled={ariaDisabled} onPress={() => onInspect(address)}>
                  <Trans>Check printer</Trans>
                  <span className={hidden.hidden}>: {name}</span>
                </ActionButton>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3}>
              <Plural value={total} one="# print queue" other="# print queues" />
            </th>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
