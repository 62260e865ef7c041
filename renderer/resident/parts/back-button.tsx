import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useKeys } from '../../parts/keys/use-keys.ts';
import type { Flow } from '../flow/flow.ts';
import { useResident } from '../resident-context.ts';
import { PressButton } from './press-button.tsx';

/** The way back, which Escape is too. Nothing where there is none. */
export function BackButton({ to }: { to: Flow | null }): ReactNode {
  const { goTo, isOverlaid } = useResident();
  const goBack = (): void => {
    if (to !== null) goTo(to);
  };
  useKeys({ Escape: goBack }, to !== null && !isOverlaid);
  if (to === null) return null;
  return (
    <PressButton onPress={goBack}>
      <Trans comment="Button at the foot of a resident’s screen: to the screen before.">Back</Trans>
    </PressButton>
  );
}
