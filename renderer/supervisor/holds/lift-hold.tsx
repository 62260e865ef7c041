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
    <Dialog isOpen heading={t`Lift the legal hold from ${since}?`} onClose={onClose}>
      <Sentences all={liftingAHoldInWords()} />
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans>Keep legal hold</Trans>
      </ActionButton>
      <ActionButton kind="danger" onPress={onLift}>
        <Trans>Lift legal hold…</Trans>
      </ActionButton>
    </Dialog>
  );
}
