import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OrderOnStick } from '../../../shared/contract/suspension/suspension-acts.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { NoticeTexts } from '../../residents/notice-texts.tsx';
import { orderInWords } from '../../wording/suspension/order.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';

type Ready = Extract<OrderOnStick, { kind: 'ready' }>;

/** What carrying out the order on the drive does, before anybody does. */
export function OrderPreview(props: {
  found: Ready;
  busy: boolean;
  onCarryOut: () => void;
  onLeave: () => void;
}): ReactNode {
  const { found, busy, onCarryOut, onLeave } = props;
  const timeZone = useTimeZone();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // What it does is below it, and is what has to be read.
    heading.current?.scrollIntoView({ block: 'start' });
  }, []);
  const { order, office } = found;
  const { serial, content } = order;
  return (
    <div className={styles.section} data-order-ready={serial}>
      <h4 className={styles.subheading} ref={heading} tabIndex={-1}>
        <Trans comment="Heading. {serial} is the number of an order, {office} the office that signed it.">
          Order {serial}, signed by {office}: checked, not carried out
        </Trans>
      </h4>
      <Sentences all={orderInWords(found, timeZone, Date.now())} />
      {content.act === 'resume' ? null : (
        <>
          <h5 className={styles.minor}>
            <Trans>Notice for residents</Trans>
          </h5>
          <NoticeTexts notice={content.notice} />
        </>
      )}
      <div className={styles.choices}>
        <ActionButton kind="danger" ariaDisabled={busy && 'for-a-moment'} onPress={onCarryOut}>
          <Trans comment="Button: what the order says is done on this kiosk.">Carry out order</Trans>
        </ActionButton>
        <ActionButton kind="quiet" onPress={onLeave}>
          <Trans comment="Button: nothing is done with the order on the drive.">Not now</Trans>
        </ActionButton>
      </div>
    </div>
  );
}
