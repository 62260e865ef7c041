import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { type SpoilReason, spoilReasons } from '../../../shared/application/lifecycle.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { pressOf, useDialogKeys } from '../../parts/keys/use-dialog-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { spoiledCardInWords } from '../../wording/application/promises.ts';
import { spoilReasonInWords } from '../../wording/printing/spoil-reason.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './spoil-dialog.module.css';

/** Asks why a finished card cannot be given, counts it as spoiled and says what to do with it. */
export function SpoilDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { cardsAreKept } = useWizard();
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [reason, setReason] = useState<SpoilReason | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const spoil = async (): Promise<void> => {
    if (reason === null) return;
    if (await act.run(() => client.spoil({ reason }))) onClose();
  };
  const choose = (index: number): void => setReason(spoilReasons[index] ?? null);
  useDialogKeys(true, choose, pressOf(button));
  return (
    <Dialog
      isOpen
      heading={t({
        message: 'Why is this card spoiled?',
        comment: 'Heading of a question. A spoiled card came out wrong, is counted and destroyed.',
      })}
      onClose={onClose}
    >
      <ChoiceList
        name="spoil-reason"
        legend={t({
          message: 'Reason',
          comment:
            'Label of a list of reasons, and column heading: why a card is spoiled, an erasure is closed, or a legal hold is set.',
        })}
        numbered
        autoFocus
        value={reason}
        onChoose={setReason}
        choices={spoilReasons.map((value) => ({ value, label: spoilReasonInWords(value) }))}
      />
      <p>
        <Trans comment="Status line. A spoiled card came out wrong and is destroyed.">
          The card will be counted as spoiled.
        </Trans>{' '}
        {spoiledCardInWords(cardsAreKept, reason === 'not-collected')}
      </p>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          irreversible
          buttonRef={button}
          shortcut="Enter"
          ariaDisabled={reason === null || (act.busy && 'for-a-moment')}
          onPress={() => void spoil()}
        >
          <Trans comment="Button: the card came out wrong, is counted and destroyed.">Count as spoiled</Trans>
        </ActionButton>
        <ActionButton shortcut="Esc" onPress={onClose}>
          <Trans comment="Button that closes the question “Why is this card spoiled?”.">Keep card</Trans>
        </ActionButton>
      </div>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Dialog>
  );
}
