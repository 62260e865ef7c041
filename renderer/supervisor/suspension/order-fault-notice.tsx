import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { OrderFault } from '../../../shared/contract/suspension/suspension-acts.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { orderFaultInWords } from '../../wording/suspension/order-fault.ts';
import { FileMistakes } from '../policy/file-mistakes.tsx';

/** Why the order on the drive cannot be carried out, with each mistake in it. */
export function OrderFaultNotice({ fault }: { fault: OrderFault }): ReactNode {
  const timeZone = useTimeZone();
  const shown = useRef<HTMLDivElement>(null);
  // Below the button that asked for it, which may be the last line that the screen has room for.
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={shown} data-order-fault={fault.check}>
      <Notice kind="bad" role="alert">
        <p>
          {orderFaultInWords(fault, timeZone)}{' '}
          <Trans comment="After an order on a drive was refused.">Nothing on this kiosk changed.</Trans>
        </p>
        {fault.check === 'content' ? <FileMistakes {...fault} /> : null}
      </Notice>
    </div>
  );
}
