import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { textsFrom } from '../../../shared/application/answers.ts';
import { inputNames } from '../../../shared/application/fields.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { FIRST_NOTICE, onward } from '../flow/flow.ts';
import { useTypedHere } from '../page/typed-here.ts';
import { PressButton } from '../parts/press-button.tsx';
import { RefusedHere } from '../parts/refused-here.tsx';
import { ScrollingDialog } from '../parts/scrolling-dialog.tsx';
import { useResident } from '../resident-context.ts';

/** Clears what was entered and goes to the first question. The application, its language and its settings stay. */
export function StartOverDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }): ReactNode {
  const { t } = useLingui();
  const { client, commits } = useCore();
  const { questions, goTo } = useResident();
  const typed = useTypedHere();
  const act = useAct();
  const close = (): void => {
    // What is under way clears everything or says that it didn't: nobody may take it for called off.
    if (act.busy) return;
    act.clear();
    onClose();
  };
  const startOver = async (): Promise<void> => {
    // First, because it alone may be refused: what is typed is saved again by itself until it is kept. Where there is one
    // way to a card, nobody has chosen it.
    const isRouteReset =
      !questions.includes('route') || (await act.run(() => client.chooseRoute({ route: 'first' })));
    if (!isRouteReset) return;
    const { texts } = typed.getState();
    for (const input of inputNames) if (texts[input] !== '') commits.commit(input, '');
    typed.setState({ texts: textsFrom({}), left: new Set(), asked: new Set() });
    onClose();
    goTo(onward(FIRST_NOTICE, questions));
  };
  return (
    <ScrollingDialog
      isOpen={isOpen}
      heading={t({
        message: 'Start over?',
        comment: 'Heading of a question on a resident’s screen.',
      })}
      onClose={close}
    >
      <p>
        <Trans comment="In the question “Start over?” on a resident’s screen.">
          Every field is cleared. You begin at the first question.
        </Trans>
      </p>
      {act.refusal === null ? null : (
        <RefusedHere>{ownRefusalInWords(act.refusal, { press: t`Start over` })}</RefusedHere>
      )}
      <PressButton kind="main" takesFocus isBusy={act.busy} onPress={close}>
        <Trans comment="Button that closes the question “Start over?”: nothing changes.">
          Keep what I entered
        </Trans>
      </PressButton>
      <PressButton kind="danger" isBusy={act.busy} onPress={() => void startOver()}>
        <Trans>Start over</Trans>
      </PressButton>
    </ScrollingDialog>
  );
}
