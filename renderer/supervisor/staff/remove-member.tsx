import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/refused.tsx';
import { wayOutInWords } from '../../wording/recovery/way-out.ts';

/** Takes somebody off the staff. The first choice changes nothing, so that a stray Enter removes nobody. */
export function RemoveMember(props: {
  member: Member;
  status: KioskStatus;
  onEnd: (done: string | null) => void;
  /** Somebody else was faster: the question is about nobody any more. */
  onGone: () => void;
}): ReactNode {
  const { member, status, onEnd, onGone } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const { name } = member;
  const remove = async (): Promise<void> => {
    let isGone = false;
    const done = await act.run(async () => {
      const answer = await client.removeMember({ member: member.member });
      isGone = !answer.ok && answer.error.kind === 'no-such-member';
      return answer;
    });
    if (isGone) onGone();
    else if (done)
      onEnd(
        t({
          message: `${name} no longer works at this kiosk.`,
          comment: 'Status line. {name} was a member of staff.',
        }),
      );
  };
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Remove ${name} from the staff?`,
        comment: 'Heading of a question. {name} is a member of staff.',
      })}
      onClose={() => onEnd(null)}
    >
      <p>
        <Trans comment="What removing does. {name} is a member of staff; the others are the rest of the staff.">
          {name} won’t be able to sign in. Open applications stay open for the others. Earlier ledger entries
          stay.
        </Trans>
      </p>
      {member.role === 'supervisor' && status.recovery.kind === 'codes' ? (
        <p data-ends-codes>
          <Trans comment="What removing a supervisor does. Recovery codes are on paper, for a lost passphrase. {name} is a member of staff.">
            If {name} may know one of the recovery codes, both stop working. Then decide about new ones.
          </Trans>
        </p>
      ) : null}
      <ActionButton kind="main" autoFocus shortcut="Esc" onPress={() => onEnd(null)}>
        <Trans comment="Button that closes the question whether to remove this person.">Keep on staff</Trans>
      </ActionButton>
      <ActionButton kind="danger" ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void remove()}>
        <Trans comment="Button that does it.">Remove from staff</Trans>
      </ActionButton>
      <Refused refusal={act.refusal}>
        {act.refusal?.kind === 'last-two-supervisors' ? <p>{wayOutInWords(status)}</p> : null}
      </Refused>
    </Dialog>
  );
}
