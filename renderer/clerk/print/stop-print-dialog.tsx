import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';

/** Stops the card that is under way. The first choice changes nothing, so that a stray Enter stops nothing. */
export function StopPrintDialog(props: {
  /** There is still something to stop: the printing may end while somebody reads this. */
  mayStop: boolean;
  /** The printer is told. It is not done yet. */
  onStopped: () => void;
  onClose: () => void;
}): ReactNode {
  const { mayStop, onStopped, onClose } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  useEffect(() => {
    if (!mayStop) onClose();
  }, [mayStop, onClose]);
  const stop = async (): Promise<void> => {
    if (!(await act.run(() => client.stopPrint({})))) return;
    onStopped();
    onClose();
  };
  return (
    <Dialog
      isOpen={mayStop}
      heading={t({ message: 'Stop this print?', comment: 'Heading of a question while a card is printed.' })}
      onClose={onClose}
    >
      <p>
        <Trans>
          A card that the printer has started may still come out. Afterward, check inside the printer and tell
          the kiosk whether a card came out.
        </Trans>
      </p>
      <p>
        <Trans>The application stays open. You can print the card later.</Trans>
      </p>
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans comment="Button that closes the question “Stop this print?”.">Keep printing</Trans>
      </ActionButton>
      <ActionButton kind="danger" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void stop()}>
        <Trans comment="Button that answers “Stop this print?”.">Stop print</Trans>
      </ActionButton>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
