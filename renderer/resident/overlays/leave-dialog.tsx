import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { leavingInWords } from '../../wording/resident/promises.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { PressButton } from '../parts/press-button.tsx';
import { RefusedHere } from '../parts/refused-here.tsx';
import { ScrollingDialog } from '../parts/scrolling-dialog.tsx';
import { useResident } from '../resident-context.ts';
import { whatEnds } from './what-ends.ts';

interface LeaveDialogProps {
  readonly isOpen: boolean;
  /** Of an application that waits already, before the screen that tells its number. */
  readonly hasTicket?: boolean;
  readonly onClose: () => void;
}

/** Asks once, says what it does, and does it. The first choice changes nothing. */
export function LeaveDialog({ isOpen, hasTicket = false, onClose }: LeaveDialogProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const { status, beginAnew } = useResident();
  const isTyping = useCoreView(({ application }) => application !== null);
  const hasBegun = hasTicket || isTyping;
  const act = useAct();
  const now = whatEnds(hasBegun, status);
  const close = (): void => {
    act.clear();
    onClose();
  };
  const leave = async (): Promise<void> => {
    if (!hasBegun) {
      close();
      beginAnew();
    } else if (await act.run(() => (hasTicket ? client.leaveWithTicket({}) : client.leaveNow({})))) close();
  };
  return (
    <ScrollingDialog
      isOpen={isOpen}
      heading={t({ message: 'Leave now?', comment: 'Heading of a question on a resident’s screen.' })}
      onClose={close}
    >
      {leavingInWords(now).map((said) => (
        <p key={said} data-leaving={now}>
          {said}
        </p>
      ))}
      {act.refusal === null ? null : (
        <RefusedHere>{ownRefusalInWords(act.refusal, { press: t`Leave now` })}</RefusedHere>
      )}
      <PressButton kind="main" takesFocus onPress={close}>
        <Trans comment="Button that closes the question “Leave now?”: nothing changes.">Stay here</Trans>
      </PressButton>
      <PressButton kind="danger" isBusy={act.busy} onPress={() => void leave()}>
        <Trans>Leave now</Trans>
      </PressButton>
    </ScrollingDialog>
  );
}
