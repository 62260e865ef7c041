import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { SupervisorSigns } from '../../parts/approval/supervisor-signs.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';

/** Supervisors who can confirm this one: they count themselves, and did not give them their passphrase. */
function whoCanConfirm(member: Member, members: readonly Member[]): readonly string[] {
  return members
    .filter((each) => each.role === 'supervisor' && each.unconfirmed === null && !each.mustChange)
    .filter((each) => each.member !== member.member && each.member !== member.unconfirmed?.givenBy)
    .map(({ name }) => name);
}

/** Another supervisor confirms that somebody is a person of their own, who may be the second of two from then on. */
export function ConfirmSupervisor(props: {
  member: Member;
  members: readonly Member[];
  onEnd: (done: string | null) => void;
}): ReactNode {
  const { member, members, onEnd } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const { name } = member;
  const names = whoCanConfirm(member, members);
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Confirm ${name} as a supervisor?`,
        comment: 'Heading of a question. {name} is a supervisor whom another one has added.',
      })}
      onClose={() => onEnd(null)}
    >
      {names.length === 0 ? (
        <>
          <Notice kind="warn">
            <p data-nobody-confirms>
              <Trans comment="In the question whether a supervisor is confirmed. Recovery codes are on paper, for a lost passphrase.">
                Nobody else at this kiosk can confirm them. Only a confirmed supervisor can who didn’t add
                them or give them their passphrase. If there is no other one, two people can use the recovery
                codes.
              </Trans>
            </p>
          </Notice>
          <Actions>
            <ActionButton kind="main" autoFocus shortcut="Esc" onPress={() => onEnd(null)}>
              <Trans>Cancel</Trans>
            </ActionButton>
          </Actions>
        </>
      ) : (
        <SupervisorSigns
          act="confirm-supervisor"
          names={names}
          send={(signer) => client.confirmSupervisor({ member: member.member, ...signer })}
          onDone={() =>
            onEnd(
              t({
                message: `${name} is confirmed.`,
                comment: 'Status line. {name} is a supervisor whom another one has confirmed.',
              }),
            )
          }
          onClose={() => onEnd(null)}
          button={
            <Trans comment="Button: another supervisor says that this one is a person of their own.">
              Confirm supervisor
            </Trans>
          }
        >
          <p>
            <Trans comment="What confirming a supervisor means. {name} is that supervisor.">
              From then on {name} counts as a second person. Confirm only someone you know, and who chose
              their passphrase alone.
            </Trans>
          </p>
        </SupervisorSigns>
      )}
    </Dialog>
  );
}
