import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { usePolicy } from '../../core-client/core.tsx';
import type { Act } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { codesUnderHoldInWords, settingAHoldInWords } from '../../wording/holds/hold-effects.ts';
import { listInWords } from '../../wording/list.ts';
import { nobodyLiftsInWords } from '../../wording/misfit/holds-meanwhile.ts';
import { Sentences } from '../sentences.tsx';

/** Who can lift the hold. With fewer than two who count nobody can, and that is said before it is set. */
function WhoCanLiftIt({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const own = status.unconfirmed
    ? []
    : [t({ message: 'you', comment: 'First in a list of supervisors’ names: the one who is signed in.' })];
  const who = [...own, ...status.approverNames];
  const names = listInWords(who);
  return (
    <>
      {who.length > 0 ? (
        <p data-can-lift={who.length}>
          <Trans comment="{names} is a list of names, of which “you” may be one. Two of them are needed to lift a legal hold, which is to end it.">
            Confirmed supervisors who can sign in at this kiosk now: {names}.
          </Trans>
        </p>
      ) : null}
      {who.length < 2 ? (
        <div data-only-supervisor>
          <Notice kind="warn">
            <p>
              <Trans comment="Warning before a legal hold, an order to erase nothing, is set. To lift it is to end it.">
                Nobody can lift this legal hold now: that takes two confirmed supervisors. If no second one
                can sign in or be confirmed, it stays. Ask counsel.
              </Trans>
            </p>
          </Notice>
        </div>
      ) : null}
      {status.misfit?.wayOn === 'other-files' ? (
        <Notice kind="warn">
          <p data-nobody-lifts>{nobodyLiftsInWords()}</p>
        </Notice>
      ) : null}
      {status.recovery.kind === 'codes' ? <p>{codesUnderHoldInWords()}</p> : null}
    </>
  );
}

/** The hold stands and the ledger lacks it: to record it again is all that is left to do. */
function NotRecorded({
  act,
  onSet,
  onClose,
}: {
  act: Act;
  onSet: () => void;
  onClose: () => void;
}): ReactNode {
  return (
    <>
      <Refused refusal={act.refusal} />
      <p>
        <Trans comment="“It” is a legal hold that is in force but not in the ledger, the record of what staff did.">
          If you close this, the legal hold stays in force. To record it later, set it again with the same
          reason.
        </Trans>
      </p>
      <ActionButton kind="main" autoFocus ariaDisabled={act.busy && 'for-a-moment'} onPress={onSet}>
        <Trans comment="Button: tries again to write a legal hold that is in force into the ledger.">
          Record in ledger
        </Trans>
      </ActionButton>
      <ActionButton shortcut="Esc" onPress={onClose}>
        <Trans comment="Button that closes a message.">Close</Trans>
      </ActionButton>
    </>
  );
}

/** Says what a hold stops and who can lift it; then one press sets it. The first choice changes nothing. */
export function ConfirmHold(props: {
  scope: LegalHold['scope'];
  status: KioskStatus;
  act: Act;
  /** It is in force since the last press, and not in the ledger. */
  isUnrecorded: boolean;
  onSet: () => void;
  onClose: () => void;
}): ReactNode {
  const { scope, status, act, isUnrecorded, onSet, onClose } = props;
  const { t } = useLingui();
  const policy = usePolicy();
  if (isUnrecorded)
    return (
      <Dialog
        isOpen
        wide
        heading={t({
          message: 'Legal hold set, but not recorded',
          comment:
            'Heading. A legal hold is in force, and the ledger, the record of what staff did, lacks it.',
        })}
        onClose={onClose}
      >
        <NotRecorded {...{ act, onSet, onClose }} />
      </Dialog>
    );
  return (
    <Dialog
      isOpen
      wide
      heading={t({
        message: 'Set this legal hold now?',
        comment: 'Heading of a question. A legal hold is an order by counsel to erase nothing.',
      })}
      onClose={onClose}
    >
      <Sentences
        inColumns
        all={settingAHoldInWords(scope, status.cannotSeal !== null, policy.hold.wipeBegun)}
      />
      <WhoCanLiftIt status={status} />
      <Refused refusal={act.refusal} />
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
        <Trans>Cancel</Trans>
      </ActionButton>
      <ActionButton kind="danger" ariaDisabled={act.busy && 'for-a-moment'} onPress={onSet}>
        <Trans comment="Button that does it. A legal hold is an order by counsel to erase nothing.">
          Set legal hold now
        </Trans>
      </ActionButton>
    </Dialog>
  );
}
