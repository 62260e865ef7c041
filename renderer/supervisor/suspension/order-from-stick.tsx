import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OrderOnStick } from '../../../shared/contract/suspension/suspension-acts.ts';
import { useCore, usePolicy } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from '../supervisor.module.css';
import { OrderFaultNotice } from './order-fault-notice.tsx';
import { OrderPreview } from './order-preview.tsx';

/** An order of the programme on a USB drive: found, read, carried out. */
export function OrderFromStick(props: {
  onBegin: () => void;
  onDone: (entry: 'order-carried-out') => void;
}): ReactNode {
  const { onBegin, onDone } = props;
  const { client } = useCore();
  const { orders } = usePolicy();
  const act = useAct();
  const [found, setFound] = useState<OrderOnStick | null>(null);
  const lookButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // What was pressed may be gone, and the focus with it: here one looks again. The preview had scrolled it away.
    if (found?.kind === 'fault') lookButton.current?.focus();
  }, [found]);
  const look = (): void => {
    onBegin();
    setFound(null);
    void act.run(async () => {
      const answer = await client.checkOrderOnStick({});
      if (answer.ok) setFound(answer.value);
      return answer;
    });
  };
  const carryOut = async ({ order }: Extract<OrderOnStick, { kind: 'ready' }>): Promise<void> => {
    await act.run(async () => {
      const answer = await client.carryOutOrder({ order: order.hash });
      if (!answer.ok) {
        // Nobody carries out what is no longer there.
        if (answer.error.kind === 'order-changed') {
          setFound(null);
          lookButton.current?.focus();
        }
        return answer;
      }
      setFound(answer.value.kind === 'fault' ? answer.value : null);
      if (answer.value.kind === 'carried-out') onDone('order-carried-out');
      return answer;
    });
  };
  return (
    <div className={styles.section} data-act="carry-out-order">
      <h3 className={styles.subheading}>
        <Trans comment="Heading. An order is a signed file from the office in charge.">
          Order from your program
        </Trans>
      </h3>
      {orders === undefined ? (
        <p className={styles.note}>{refusalInWords({ kind: 'no-orders-key' })}</p>
      ) : (
        <div>
          <ActionButton buttonRef={lookButton} ariaDisabled={act.busy && 'for-a-moment'} onPress={look}>
            <Trans comment="Button: looks for an order on the drive, and changes nothing.">
              Look for an order on the USB drive
            </Trans>
          </ActionButton>
        </div>
      )}
      <Refused refusal={act.refusal} />
      {found?.kind === 'fault' ? <OrderFaultNotice fault={found.fault} /> : null}
      {found?.kind === 'ready' ? (
        <OrderPreview
          found={found}
          busy={act.busy}
          onCarryOut={() => void carryOut(found)}
          onLeave={() => setFound(null)}
        />
      ) : null}
    </div>
  );
}
