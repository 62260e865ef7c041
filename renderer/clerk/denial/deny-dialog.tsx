import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ApprovalDialog } from '../../parts/approval/approval-dialog.tsx';
import { CheckList } from '../../parts/check-list.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useDialogKeys } from '../../parts/keys/use-dialog-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './deny-dialog.module.css';

/**
 * Which of the policy's reasons a card is refused for, and then, where the policy asks for it and a clerk refuses, a
 * supervisor who looks at it on the spot. Nothing ends here: the slip comes next.
 */
export function DenyDialog(props: {
  rules: NonNullable<CompletePolicy['denial']>;
  onClose: () => void;
}): ReactNode {
  const { rules, onClose } = props;
  const { i18n, t } = useLingui();
  const { client, commits } = useCore();
  const { documents } = useWizard();
  const role = useStaffView(({ staff }) => staff?.role ?? null);
  const act = useAct();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [reviewing, setReviewing] = useState(false);
  const choices = rules.reasons.map(({ id, name }) => ({ value: id, label: inLanguage(name, i18n.locale) }));
  const isReviewed = rules.review === 'supervisor' && role !== 'supervisor';

  /** What still waits to be kept would change the application after the refusal, and end it behind its slip. */
  const allKept = async () => {
    await documents.settled();
    return commits.settled();
  };
  const deny = async (): Promise<void> => {
    const denied = await act.run(async () => {
      const kept = await allKept();
      const answer = kept.ok ? await client.deny({ reasons: [...chosen] }) : kept;
      // Spent by the act itself when that succeeded. An approval left over would be for anybody's next press.
      if (!answer.ok && isReviewed) await client.withdrawApproval({});
      return answer;
    });
    if (denied) onClose();
    else setReviewing(false);
  };
  const goOn = (): void => {
    if (chosen.length === 0 || act.busy) return;
    if (!isReviewed) void deny();
    // Before the review: it is of the application as it is then.
    else void act.run(allKept).then((kept) => kept && setReviewing(true));
  };
  const toggle = (value: string | undefined): void => {
    if (value === undefined) return;
    act.clear();
    setChosen((now) => (now.includes(value) ? now.filter((each) => each !== value) : [...now, value]));
  };
  useDialogKeys(!reviewing, (index) => toggle(choices[index]?.value), goOn);

  if (reviewing) {
    const names = choices.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
    return (
      <ApprovalDialog
        act={{ act: 'deny', reasons: [...chosen] }}
        about={names}
        underWay={null}
        onApproved={deny}
        onClose={() => setReviewing(false)}
      />
    );
  }
  return (
    <Dialog
      isOpen
      heading={t({
        message: 'Why is this application denied?',
        comment: 'Heading of a question: the city gives no card, and the clerk chooses reasons from a list.',
      })}
      onClose={onClose}
    >
      <CheckList
        name="denial-reason"
        legend={t({
          message: 'Reasons, one or more',
          comment: 'Label of a list of reasons for which a card is refused.',
        })}
        choices={choices}
        values={chosen}
        onToggle={toggle}
      />
      <p>
        {isReviewed ? (
          <Trans comment="Below the reasons for which a card is refused.">
            A supervisor reviews this next. Then the applicant gets a slip with these reasons.
          </Trans>
        ) : (
          <Trans comment="Below the reasons for which a card is refused.">
            The applicant gets a slip with these reasons.
          </Trans>
        )}
      </p>
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          shortcut="Enter"
          ariaDisabled={chosen.length === 0 || (act.busy && 'for-a-moment')}
          onPress={goOn}
        >
          {isReviewed ? (
            <Trans comment="Button: a supervisor looks at the refusal before it stands.">
              Ask supervisor
            </Trans>
          ) : (
            <Trans comment="Button: the refusal stands, and its slip is shown.">Show slip</Trans>
          )}
        </ActionButton>
        <ActionButton shortcut="Esc" onPress={onClose}>
          <Trans comment="Button that closes the question “Why is this application denied?”.">
            Keep application
          </Trans>
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
