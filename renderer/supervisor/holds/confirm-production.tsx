import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { producingInWords } from '../../wording/command/production.ts';
import { isoDayInWords } from '../../wording/dates.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import type { ChosenProduction } from './chosen-production.ts';

/** Whose key it is, to be compared, and what will happen. The first choice changes nothing. */
export function ConfirmProduction(props: {
  chosen: ChosenProduction;
  onProduce: () => void;
  onClose: () => void;
}): ReactNode {
  const { chosen, onProduce, onClose } = props;
  const { ticket, fingerprint } = chosen;
  const day = isoDayInWords(chosen.day);
  const { t } = useLingui();
  return (
    <Dialog
      isOpen
      wide
      heading={t({
        message: `Produce ticket ${ticket} of ${day} for this recipient?`,
        comment:
          'Heading of a question. To produce is to hand a record over under a legal order; {ticket} is an application’s number, {day} the day on which it was given.',
      })}
      onClose={onClose}
    >
      <p>
        <Trans comment="A fingerprint is a short form of a key, read out by phone. The recipient gets a record under a legal order.">
          Call the recipient at a number you already have, and compare this fingerprint of their key:
        </Trans>
      </p>
      <p className={styles.code} data-fingerprint={fingerprint}>
        {fingerprint}
      </p>
      <Sentences all={producingInWords()} />
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans>Cancel</Trans>
      </ActionButton>
      <ActionButton kind="danger" onPress={onProduce}>
        <Trans comment="Button: asks a second supervisor, then a record is handed over under a legal order.">
          It matches. Produce…
        </Trans>
      </ActionButton>
    </Dialog>
  );
}
