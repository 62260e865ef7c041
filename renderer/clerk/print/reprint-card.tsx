import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import type { usePrintAgain } from './use-print-again.ts';

/** Makes another card of the same person: only by F7 or a press on it, and never with the focus. */
export function ReprintCard(props: {
  again: Pick<ReturnType<typeof usePrintAgain>, 'busy' | 'asleep' | 'print'>;
}): ReactNode {
  const { busy, asleep, print } = props.again;
  return (
    <ActionButton
      kind="main"
      large
      neverByKey
      shortcut="F7"
      asleep={asleep}
      ariaDisabled={busy}
      onPress={print}
    >
      <Trans comment="Button: prints the same card once more.">Reprint card</Trans>
    </ActionButton>
  );
}
