import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { Notice } from '../../parts/notice.tsx';
import { sectionInWords } from '../../wording/section.ts';
import { missingOrderHereInWords } from '../../wording/suspension/missing-order.ts';
import { EntryMade } from '../entry-made.tsx';
import { SectionPanel } from '../section-panel.tsx';
import { OrderFromStick } from './order-from-stick.tsx';
import { ResumeByHand } from './resume-by-hand.tsx';
import { SuspendByHand } from './suspend-by-hand.tsx';
import { SuspensionsNow } from './suspensions-now.tsx';

/** The entries that acts of this section make. */
export type SuspensionEntry = 'intake-suspended' | 'suspension-ended' | 'order-carried-out';

/** Whether new applications are suspended, and the ways to change that: by hand, and by an order of the programme. */
export function SuspensionSection({ status }: { status: KioskStatus }): ReactNode {
  const [made, setMade] = useState<SuspensionEntry | null>(null);
  const byHand = status.suspensions.find(({ source }) => source === 'staff') ?? null;
  const ofOrder = status.suspensions.find(({ source }) => source === 'order') ?? null;
  useEffect(() => {
    // What was pressed lies below what it has done, or is another button now.
    if (made !== null) document.getElementById('section-heading')?.focus();
  }, [made]);
  const begin = (): void => setMade(null);
  return (
    <SectionPanel section="suspension" heading={sectionInWords('suspension')}>
      {status.intake.kind === 'order-missing' ? (
        <div data-missing-order={status.intake.serial}>
          <Notice kind="bad">
            <p>{missingOrderHereInWords(status.intake.serial)}</p>
          </Notice>
        </div>
      ) : null}
      {status.intake.kind === 'order-missing' && status.suspensions.length === 0 ? null : (
        <SuspensionsNow suspensions={status.suspensions} />
      )}
      {status.practice && status.suspensions.length > 0 ? (
        <p data-practice>
          <Trans>
            You can keep practicing. Suspensions apply to real applicants only. Ending practice doesn’t end
            them.
          </Trans>
        </p>
      ) : null}
      <EntryMade kind={made} />
      <OrderFromStick onBegin={begin} onDone={setMade} />
      {status.staff?.role !== 'supervisor' ? null : byHand === null ? (
        <SuspendByHand status={status} onBegin={begin} onDone={setMade} />
      ) : (
        <ResumeByHand suspension={byHand} ofOrder={ofOrder} onBegin={begin} onDone={setMade} />
      )}
    </SectionPanel>
  );
}
