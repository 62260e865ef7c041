import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { endingWithoutCardInWords } from '../wording/application/promises.ts';
import { cardInTheWayInWords } from '../wording/printing/card-in-the-way.ts';
import { refusalInWords } from '../wording/refusal.ts';
import type { CardInTheWay } from './print/print-phase.ts';
import { ReturnToApplicant } from './return-to-applicant.tsx';
import { useWizard } from './wizard-context.ts';

/** Ends the application without a card. The first choice changes nothing, so that a stray Enter ends nobody. */
export function EndDialog(props: {
  held: boolean;
  /** The card that has to be dealt with first. */
  card: CardInTheWay | null;
  onPutAside: () => void;
  onStopPrint: () => void;
  onSpoil: () => void;
  /** Asks for reasons first; null: the policy has none, and the application is ended at once. */
  onDeny: (() => void) | null;
  onClose: () => void;
}): ReactNode {
  const { held, card, onPutAside, onStopPrint, onSpoil, onDeny, onClose } = props;
  const { cardsAreKept } = useWizard();
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const end = async (outcome: 'withdrawn' | 'denied'): Promise<void> => {
    if (await act.run(() => client.endWithoutCard({ outcome }))) onClose();
  };
  const spoils = card === 'printed' && !held;
  useKeys({ F8: onSpoil }, spoils);
  const putAside = (): void => {
    onClose();
    onPutAside();
  };
  return (
    <Dialog
      isOpen
      heading={
        card === null && !held
          ? t`End this application without a card?`
          : t({
              message: 'This application cannot end yet',
              comment:
                'Heading: a card or a legal hold stands in the way of ending the application without a card. The reason follows.',
            })
      }
      onClose={onClose}
    >
      <p data-held={held} data-card={card}>
        {card === null || held ? endingWithoutCardInWords(held) : cardInTheWayInWords(card, cardsAreKept)}
      </p>
      {card === null && !held ? <ReturnToApplicant /> : null}
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans comment="Button that closes the question “End this application without a card?”.">
          Keep application
        </Trans>
      </ActionButton>
      {held ? (
        <ActionButton onPress={putAside}>
          <Trans comment="Button: the application stays open while the clerk serves someone else.">
            Set aside
          </Trans>
        </ActionButton>
      ) : spoils ? (
        <ActionButton shortcut="F8" onPress={onSpoil}>
          <Trans comment="Button that opens a question. A spoiled card came out wrong, is counted and destroyed.">
            Count card as spoiled…
          </Trans>
        </ActionButton>
      ) : card === 'on-its-way' ? (
        <ActionButton onPress={onStopPrint}>
          <Trans comment="Button that opens a question: the printer is told to stop printing this card.">
            Stop print…
          </Trans>
        </ActionButton>
      ) : card === 'in-doubt' ? null : (
        <Endings isBusy={act.busy} onEnd={(outcome) => void end(outcome)} onDeny={onDeny} />
      )}
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Dialog>
  );
}

function Endings(props: {
  isBusy: boolean;
  onEnd: (outcome: 'withdrawn' | 'denied') => void;
  onDeny: (() => void) | null;
}): ReactNode {
  const { isBusy, onEnd, onDeny } = props;
  const { application } = useWizard();
  return (
    <>
      <ActionButton kind="danger" ariaDisabled={isBusy && 'for-a-moment'} onPress={() => onEnd('withdrawn')}>
        <Trans comment="Button: the applicant gives the application up, and it is erased.">
          Withdraw application
        </Trans>
      </ActionButton>
      {onDeny === null ? (
        <ActionButton kind="danger" ariaDisabled={isBusy && 'for-a-moment'} onPress={() => onEnd('denied')}>
          <Trans comment="Button: the city refuses the card, and the application is erased.">
            Deny application
          </Trans>
        </ActionButton>
      ) : application.state === 'queued' ? null : (
        // A card that waits for its printer is stopped first.
        <ActionButton onPress={onDeny}>
          <Trans comment="Button that opens a question: for which reasons does the city refuse the card?">
            Deny application…
          </Trans>
        </ActionButton>
      )}
    </>
  );
}
