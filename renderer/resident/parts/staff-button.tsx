import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useResident } from '../resident-context.ts';
import { PressButton } from './press-button.tsx';

/** The way of staff to this screen where there is no keyboard; F11 is the same. */
export function StaffButton(): ReactNode {
  const { openDialog } = useResident();
  return (
    <PressButton kind="quiet" opens="staff" onPress={() => openDialog('staff')}>
      <Trans comment="Button at the foot of a resident’s screen, for those who work here.">For staff</Trans>
    </PressButton>
  );
}
