import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useCoreView } from '../core-client/core.tsx';
import { ActionButton } from '../parts/action-button.tsx';
import { useScanNotice } from '../parts/keys/scan-notice.tsx';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import styles from './entrance.module.css';
import { InEnglish } from './in-english.tsx';
import { PassphraseToSignIn } from './passphrase-to-sign-in.tsx';
import { useSigningIn } from './use-signing-in.ts';

/**
 * Staff take the screen back from an applicant, over the applicant's screen. It lists no names, for an applicant looks on, and
 * this page knows none: the passphrase is of whoever gave the screen away, and anybody else on the staff types a name. It makes way by itself when
 * the keeper warns that nobody is there: that is for the applicant to read.
 */
export function TakeScreenBack({ onReturn }: { onReturn: () => void }): ReactNode {
  const isWarned = useCoreView(({ status }) => status !== null && status.residents.idle !== null);
  useEffect(() => {
    if (isWarned) onReturn();
  }, [isWarned, onReturn]);
  return (
    <InEnglish>
      <TakeBackForm />
    </InEnglish>
  );
}

function TakeBackForm(): ReactNode {
  const { t } = useLingui();
  const signingIn = useSigningIn();
  const { act, wait, field } = signingIn;
  // Whoever waits here does so for whatever name: the keeper counts all of them together.
  const nameAnother = (): void => {
    if (!wait.waiting) signingIn.another();
  };
  const [isAnother, setAnother] = useState(false);
  const [typed, setTyped] = useState('');
  const scanned = useScanNotice();
  useEffect(() => field.current?.focus(), [field]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isAnother) signingIn.signIn({ kind: 'behind' });
    else signingIn.signIn(typed.trim() === '' ? null : { kind: 'named', name: typed });
  };

  return (
    <form className={styles.form} data-refusal={act.refusal?.kind} data-take-back onSubmit={submit}>
      <p>
        <Trans comment="Where staff sign in while an applicant uses the kiosk.">
          Staff: sign in to take the screen back. What the applicant typed stays as it is.
        </Trans>
      </p>
      {isAnother ? (
        <TextField
          id="staff-name"
          label={t({
            message: 'Your name',
            comment: 'Label of a field: a member of staff types their own name.',
          })}
          hint={t({
            message: 'As you are listed here.',
            comment: 'Below the field where a member of staff types their name.',
          })}
          value={typed}
          problem={null}
          onChange={(next) => {
            setTyped(next);
            nameAnother();
          }}
        />
      ) : null}
      <PassphraseToSignIn signingIn={signingIn} />
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          type="submit"
          shortcut="Enter"
          ariaDisabled={(act.busy || wait.waiting) && 'for-a-moment'}
        >
          <Trans comment="Button: staff sign in and have the screen back from an applicant.">
            Take screen back
          </Trans>
        </ActionButton>
        <TimeLeft words={wait.timeLeft} />
        {isAnother ? null : (
          <ActionButton
            kind="quiet"
            onPress={() => {
              setAnother(true);
              nameAnother();
            }}
          >
            <Trans comment="Button: somebody else on the staff signs in than the one who gave the screen away.">
              Someone else signs in
            </Trans>
          </ActionButton>
        )}
      </div>
      {scanned}
    </form>
  );
}
