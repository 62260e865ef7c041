import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { ActionButton } from '../../parts/action-button.tsx';
import { Actions } from '../../parts/actions.tsx';
import { SupervisorSigns } from '../../parts/approval/supervisor-signs.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { wayOutInWords } from '../../wording/recovery/way-out.ts';
import { staffRefusalInWords } from '../../wording/staff-refusal.ts';
import { whoCanConfirm } from './who-can-confirm.ts';

/** Another supervisor confirms that somebody is a person of their own, who may be the second of two from then on. */
export function ConfirmSupervisor(props: {
  member: Member;
  members: readonly Member[];
  status: KioskStatus;
  onEnd: (done: string | null) => void;
}): ReactNode {
  const { member, members, status, onEnd } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const { name } = member;
  const names = whoCanConfirm(
    members,
    (each) => each.member === member.member || each.member === member.unconfirmed?.givenBy,
  );
  return (
    <Dialog
      isOpen
      heading={t({
        message: `Confirm ${name} as a supervisor?`,
        comment: 'Heading of a question. {name} is a supervisor whom another one has added.',
      })}
      onClose={() => onEnd(null)}
    >
      {member.mustChange || names.length === 0 ? (
        <>
          <Notice kind="warn">
            {names.length > 0 ? (
              <p data-not-chosen>{staffRefusalInWords({ kind: 'passphrase-not-chosen' })}</p>
            ) : (
              <div data-nobody-confirms>
                <p>
                  <Trans comment="In the question whether a supervisor is confirmed.">
                    Nobody else at this kiosk can confirm them now. That takes a confirmed supervisor who
                    didn’t add them or give them their passphrase.
                  </Trans>
                </p>
                <p>{wayOutInWords(status)}</p>
              </div>
            )}
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
