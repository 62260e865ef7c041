import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LegalHold } from '../../../shared/contract/status.ts';
import { usePolicy } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { momentInWords } from '../../wording/dates.ts';
import { liftingAHoldInWords } from '../../wording/hold-effects.ts';
import { Sentences } from '../sentences.tsx';

/** Says what lifting does, before the second supervisor signs in. The first choice changes nothing. */
export function LiftHold(props: { hold: LegalHold; onLift: () => void; onClose: () => void }): ReactNode {
  const { hold, onLift, onClose } = props;
  const { t } = useLingui();
  const { timeZone } = usePolicy();
  const since = momentInWords(hold.since, timeZone);
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Lift the legal hold from ${since}?`,
        comment: 'Heading of a question. {since} is a date and time. To lift a legal hold is to end it.',
      })}
      onClose={onClose}
    >
      <Sentences all={liftingAHoldInWords()} />
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans comment="Button that closes the question whether to lift it.">Keep legal hold</Trans>
      </ActionButton>
      <ActionButton kind="danger" onPress={onLift}>
        <Trans comment="Button: asks a second supervisor, then the order to erase nothing ends.">
          Lift legal hold…
        </Trans>
      </ActionButton>
    </Dialog>
  );
}
