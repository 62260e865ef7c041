import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { REFERENCE_MAXIMUM } from '../../../shared/contract/command/hold-acts.ts';
import type { LegalHold } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Refused } from '../../parts/refused.tsx';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { resumingIntakeInWords } from '../../wording/holds/hold-effects.ts';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import type { MadeEntry } from './ledger-has-it.tsx';

/** New applications begin again under a hold: an act of its own, which counsel answers for. */
export function ResumeIntake(props: {
  hold: LegalHold;
  /** The entry it made; `null`: nothing was done. */
  onEnd: (entry: MadeEntry | null) => void;
}): ReactNode {
  const { hold, onEnd } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [typed, setTyped] = useState('');
  const [attempted, setAttempted] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const reference = typed.trim();
  const problem =
    attempted && reference === ''
      ? t({
          message: 'Enter counsel’s reference.',
          comment: 'Error below a field for a lawyer’s file number.',
        })
      : null;

  const resume = (): void => {
    setAttempted(true);
    if (reference === '') {
      field.current?.focus();
      return;
    }
    void act.run(async () => {
      const answer = await client.resumeIntake({ hold: hold.hold, reference });
      if (answer.ok) onEnd({ kind: 'intake-resumed', hold: hold.hold, reference, salt: answer.value.salt });
      return answer;
    });
  };
  return (
    <Dialog
      isOpen
      heading={t({
        message: 'Resume new applications under this legal hold?',
        comment: 'Heading of a question. Under: while the order to erase nothing is in force.',
      })}
      onClose={() => onEnd(null)}
    >
      <Sentences all={resumingIntakeInWords(hold.scope)} />
      <form
        className={styles.form}
        noValidate
        data-act="resume-intake"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          resume();
        }}
      >
        <TextField
          id="counsel-reference"
          inputRef={field}
          label={t({
            message: 'Counsel’s reference',
            comment: 'Label of a field: the file number that the city’s lawyer gave.',
          })}
          hint={t`A file or matter number. Never a resident’s name.`}
          value={typed}
          problem={problem}
          required
          maxLength={REFERENCE_MAXIMUM}
          onChange={(text) => {
            setTyped(text);
            act.clear();
          }}
        />
        <Refused refusal={act.refusal} hasTyped />
        <div className={styles.choices}>
          <ActionButton
            kind="danger"
            type="submit"
            shortcut="Enter"
            ariaDisabled={act.busy && 'for-a-moment'}
          >
            <Trans comment="Button: new applications may start although a legal hold is in force.">
              Resume new applications
            </Trans>
          </ActionButton>
          <ActionButton shortcut="Esc" onPress={() => onEnd(null)}>
            <Trans comment="Button that closes the question whether to resume new applications.">
              Keep applications stopped
            </Trans>
          </ActionButton>
        </div>
      </form>
    </Dialog>
  );
}
