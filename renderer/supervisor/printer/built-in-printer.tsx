import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/refused.tsx';

/** Back to the built-in printer. The first choice changes nothing. */
export function BuiltInPrinter({ onEnd }: { onEnd: (done: boolean) => void }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const change = async (): Promise<void> => {
    if (await act.run(() => client.chooseBuiltInPrinter({}))) onEnd(true);
  };
  return (
    <Dialog isOpen heading={t`Switch back to the built-in printer?`} onClose={() => onEnd(false)}>
      <p>
        <Trans>
          From then on no cards are made: the finished card only appears on the screen. Use it for evaluation
          only. You can choose the current printer again at any time.
        </Trans>
      </p>
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={() => onEnd(false)}>
        <Trans comment="Button that closes the question “Switch back to the built-in printer?”.">
          Keep current printer
        </Trans>
      </ActionButton>
      <ActionButton kind="danger" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void change()}>
        <Trans>Use the built-in printer</Trans>
      </ActionButton>
      <Refused refusal={act.refusal} />
    </Dialog>
  );
}
