import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import type { PrintAgain } from './use-print-again.ts';

/** Makes another card of the same person: only by F7 or a press on it, and never with the focus. */
export function ReprintCard({ again }: { again: PrintAgain }): ReactNode {
  return (
    <ActionButton
      kind="main"
      large
      neverByKey
      {...again.print.button}
      ariaDisabled={again.busy && 'for-a-moment'}
    >
      <Trans comment="Button: prints the same card once more.">Reprint card</Trans>
    </ActionButton>
  );
}
