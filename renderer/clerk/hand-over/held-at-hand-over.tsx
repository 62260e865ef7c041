import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useIntoSight } from '../../parts/use-into-sight.ts';
import { useWizard } from '../wizard-context.ts';

/** Why nothing is handed over now, and the way out. `isAlert`: it came while the clerk was at it. */
export function HeldAtHandOver({ notice, isAlert }: { notice: string; isAlert: boolean }): ReactNode {
  const { putAside } = useWizard();
  const place = useIntoSight<HTMLDivElement>(isAlert ? notice : null);
  return (
    <div ref={place} data-held-notice>
      <Notice kind="warn" {...(isAlert ? { role: 'alert' } : {})}>
        <p>{notice}</p>
        <div>
          <ActionButton shortcut="F6" onPress={putAside}>
            <Trans>Set aside</Trans>
          </ActionButton>
        </div>
      </Notice>
    </div>
  );
}
