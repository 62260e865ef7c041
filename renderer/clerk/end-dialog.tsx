import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { refusalInWords } from '../wording/refusal.ts';

/** Ends the application without a card. The first choice changes nothing, so that a stray Enter ends nobody. */
export function EndDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const end = async (outcome: 'withdrawn' | 'denied'): Promise<void> => {
    if (await act.run(() => client.endWithoutCard({ outcome }))) onClose();
  };
  const close = (): void => {
    act.clear();
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} heading={t`End this application without a card?`} onClose={close}>
      <p>
        <Trans>
          No card is printed. Everything the person told is erased now. It cannot be brought back.
        </Trans>
      </p>
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={close}>
        <Trans>No, go on with it</Trans>
      </ActionButton>
      <ActionButton kind="grave" asleep={act.busy} onPress={() => void end('withdrawn')}>
        <Trans>End: the person withdraws</Trans>
      </ActionButton>
      <ActionButton kind="grave" asleep={act.busy} onPress={() => void end('denied')}>
        <Trans>End: the application is denied</Trans>
      </ActionButton>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
