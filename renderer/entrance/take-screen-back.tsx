import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import { Screen } from '../parts/screen.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import styles from './entrance.module.css';
import { namedStaff } from './named-staff.ts';
import { PassphraseToSignIn } from './passphrase-to-sign-in.tsx';
import { useSigningIn } from './use-signing-in.ts';

/**
 * Staff take the screen back from an applicant. It lists no names, for an applicant looks on: the passphrase is of whoever
 * gave the screen away, and anybody else on the staff types a name.
 */
export function TakeScreenBack(props: {
  status: KioskStatus;
  /** Back to the applicant's screen; null: it is locked, and there is no way back without a passphrase. */
  onReturn: (() => void) | null;
  /** What the applicant reads here, in their language. */
  forApplicant: ReactNode;
}): ReactNode {
  const { status, onReturn, forApplicant } = props;
  const { t } = useLingui();
  const signingIn = useSigningIn();
  const { act, wait, field } = signingIn;
  const [isAnother, setAnother] = useState(false);
  const [typed, setTyped] = useState('');
  const isWarned = status.residents.idle !== null;
  useKeys(onReturn === null ? {} : { Escape: onReturn });
  useEffect(() => field.current?.focus(), [field]);
  useEffect(() => {
    // Nobody is typing here, and the warning is for the applicant.
    if (isWarned) onReturn?.();
  }, [isWarned, onReturn]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signingIn.signIn(isAnother ? namedStaff(typed, status.staffNames) : (status.staff?.name ?? null));
  };

  return (
    <Screen
      name="take-screen-back"
      heading={t({
        message: 'Staff sign-in',
        comment: 'Heading: staff take the screen back from an applicant, who may have come here by mistake.',
      })}
    >
      {forApplicant}
      {onReturn === null ? null : (
        <div>
          <ActionButton large shortcut="Esc" onPress={onReturn}>
            <Trans comment="Button: back to the applicant’s screen.">Return to applicant</Trans>
          </ActionButton>
        </div>
      )}
      <p>
        <Trans comment="On the screen where staff sign in while an applicant uses the kiosk.">
          Sign in to take the screen back. What the applicant typed stays as it is.
        </Trans>
      </p>
      <form className={styles.form} data-refusal={act.refusal?.kind} onSubmit={submit}>
        {isAnother ? (
          <TextField
            id="staff-name"
            label={t({
              message: 'Your name',
              comment: 'Label of a field: a member of staff types their own name.',
            })}
            hint={t({
              message: 'As you are listed here. The first letters are enough.',
              comment: 'Below the field where a member of staff types their name.',
            })}
            value={typed}
            problem={null}
            onChange={(next) => {
              setTyped(next);
              signingIn.another();
            }}
          />
        ) : null}
        <PassphraseToSignIn signingIn={signingIn} />
        <div className={styles.choices}>
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy || wait.waiting}>
            <Trans comment="Button: staff sign in and have the screen back from an applicant.">
              Take screen back
            </Trans>
          </ActionButton>
          <TimeLeft words={wait.timeLeft} />
        </div>
        {isAnother ? null : (
          <div>
            <ActionButton
              kind="quiet"
              onPress={() => {
                setAnother(true);
                signingIn.another();
              }}
            >
              <Trans comment="Button: somebody else on the staff signs in than the one who gave the screen away.">
                Someone else signs in
              </Trans>
            </ActionButton>
          </div>
        )}
      </form>
    </Screen>
  );
}
