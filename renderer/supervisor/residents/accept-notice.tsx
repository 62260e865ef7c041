import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { useStaffRole } from '../../core-client/use-staff-role.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Notice } from '../../parts/notice.tsx';
import { languageForStaff } from '../../wording/applicant-screens/language-for-staff.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import { BothNotices } from './both-notices.tsx';

/** The legal notice in a language beside the English, before a supervisor accepts it by name. The first choice changes nothing. */
export function AcceptNotice(props: {
  language: ResidentLanguage;
  onAccepted: () => void;
  onClose: () => void;
}): ReactNode {
  const { language, onAccepted, onClose } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const role = useStaffRole();
  const act = useAct();
  const name = languageForStaff(language);
  const accept = async (): Promise<void> => {
    if (await act.run(() => client.acceptNotice({ language }))) onAccepted();
  };
  return (
    <Dialog
      isOpen
      wide
      heading={t({
        message: `Accept the legal notice in ${name}?`,
        comment: 'Heading of a question. {name} is a language, like Polish.',
      })}
      onClose={onClose}
    >
      <BothNotices language={language} />
      <Sentences
        all={[
          t({
            message: `No native speaker has confirmed all of this text in ${name}. Have someone who reads ${name} compare it with the English.`,
            comment:
              'Before a supervisor accepts a translation, with the notices of the city’s policy. {name} is a language, like Polish.',
          }),
          t({
            message: `If you accept it, applicants can choose ${name}. The list of languages shows your name, and the ledger records that you accepted it.`,
            comment: 'Before a supervisor accepts a translation. {name} is a language, like Polish.',
          }),
          t({
            message:
              'You accept these texts only. After an update of the program or the policy, the kiosk asks again.',
            comment: 'Before a supervisor accepts a translation. The policy is the city’s set of rules.',
          }),
        ]}
      />
      <div className={styles.choices}>
        <ActionButton kind="main" autoFocus shortcut="Esc" onPress={onClose}>
          <Trans comment="Button: a translation is not accepted, and nothing changes.">Not now</Trans>
        </ActionButton>
        <ActionButton irreversible ariaDisabled={act.busy && 'for-a-moment'} onPress={() => void accept()}>
          <Trans comment="Button: a supervisor accepts an unconfirmed translation by name.">
            Accept in my name
          </Trans>
        </ActionButton>
      </div>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal, { role })}</p>
        </Notice>
      )}
    </Dialog>
  );
}
