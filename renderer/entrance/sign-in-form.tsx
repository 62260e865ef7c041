import { useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { useTypeInto } from '../parts/keys/use-type-into.ts';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import styles from './entrance.module.css';
import { PassphraseToSignIn } from './passphrase-to-sign-in.tsx';
import { useSigningIn } from './use-signing-in.ts';

interface SignInFormProps {
  readonly names: readonly string[];
  /** Chosen to begin with. */
  readonly likely: string | null;
  /** Where the hands are likely to go first. */
  readonly focus: 'names' | 'passphrase';
  readonly act: ReactNode;
}

/** A name by the arrow keys, a passphrase, Enter. */
export function SignInForm({ names, likely, focus, act: actInWords }: SignInFormProps): ReactNode {
  const { t } = useLingui();
  const signingIn = useSigningIn();
  const { act, wait, field } = signingIn;
  const [name, setName] = useState(likely);

  // Whoever types on while a name is chosen means the passphrase.
  useTypeInto(field);
  useEffect(() => {
    if (focus === 'passphrase') field.current?.focus();
  }, [focus, field]);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    signingIn.signIn(name === null ? null : { kind: 'named', name });
  };

  return (
    <form className={styles.form} data-refusal={act.refusal?.kind} onSubmit={submit}>
      <ChoiceList
        name="staff-name"
        legend={t`Your name (choose with the arrow keys)`}
        autoFocus={focus === 'names'}
        value={name}
        onChoose={(chosen) => {
          setName(chosen);
          signingIn.another();
        }}
        choices={names.map((each) => ({ value: each, label: each }))}
      />
      <PassphraseToSignIn signingIn={signingIn} />
      <div className={styles.choices}>
        <ActionButton
          kind="main"
          type="submit"
          shortcut="Enter"
          ariaDisabled={(act.busy || wait.waiting) && 'for-a-moment'}
        >
          {actInWords}
        </ActionButton>
        <TimeLeft words={wait.timeLeft} />
      </div>
    </form>
  );
}
