import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { LegalHold } from '../../../shared/contract/status.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { minuteInWords } from '../../wording/dates.ts';
import {
  endedByLiftingInWords,
  type LiftingEnds,
  liftingAHoldInWords,
} from '../../wording/holds/lifting-a-hold.ts';
import { Sentences } from '../sentences.tsx';

/** Says what lifting does, before the second supervisor signs in. The first choice changes nothing. */
export function LiftHold(props: {
  hold: LegalHold;
  ends: LiftingEnds;
  onLift: () => void;
  onClose: () => void;
}): ReactNode {
  const { hold, ends, onLift, onClose } = props;
  const { t } = useLingui();
  const timeZone = useTimeZone();
  const since = minuteInWords(hold.since, timeZone);
  const ended = endedByLiftingInWords(ends);
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Lift the legal hold set on ${since}?`,
        comment: 'Heading of a question. {since} is a date and time. To lift a legal hold is to end it.',
      })}
      onClose={onClose}
    >
      {ended.length === 0 ? null : (
        <div data-lifting-ends={ends.applications}>
          <Notice kind="bad">
            {ended.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Notice>
        </div>
      )}
      <Sentences all={liftingAHoldInWords(ends, hold.alone)} />
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
