import { useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { ChoiceList } from '../parts/choice-list.tsx';
import { useTypeInto } from '../parts/keys/use-type-into.ts';
import { SecretField } from '../parts/passphrase/secret-field.tsx';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import { useWait } from '../parts/passphrase/use-wait.ts';
import styles from './entrance.module.css';

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
  const { client } = useCore();
  const act = useAct();
  const wait = useWait(act.refusal);
  const [name, setName] = useState(likely);
  const [passphrase, setPassphrase] = useState('');
  const [empty, setEmpty] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  // Whoever types on while a name is chosen means the passphrase.
  useTypeInto(field);
  useEffect(() => {
    if (focus === 'passphrase') field.current?.focus();
  }, [focus]);

  const signIn = (event: FormEvent): void => {
    event.preventDefault();
    if (wait.waiting) return;
    if (name === null || passphrase === '') {
      act.clear();
      setEmpty(true);
      field.current?.focus();
      return;
    }
    const typed = passphrase;
    void act
      .run(() => client.signIn({ name, passphrase: typed }))
      .then((done) => {
        if (!done) setPassphrase('');
      });
  };

  return (
    <form className={styles.form} data-refusal={act.refusal?.kind} onSubmit={signIn}>
      <ChoiceList
        name="staff-name"
        legend={t`Your name (choose with the arrow keys)`}
        autoFocus={focus === 'names'}
        value={name}
        onChoose={(chosen) => {
          setName(chosen);
          // Waiting and lock-outs are one name's: somebody else may sign in meanwhile.
          act.clear();
          setEmpty(false);
        }}
        choices={names.map((each) => ({ value: each, label: each }))}
      />
      <div className={styles.lockable}>
        <SecretField
          id="passphrase"
          inputRef={field}
          label={t({ message: 'Your passphrase', comment: 'Label of the passphrase field.' })}
          value={passphrase}
          problem={
            empty
              ? t({
                  message: 'Enter your passphrase.',
                  comment: 'Error below the passphrase field: it is empty.',
                })
              : wait.problem
          }
          onChange={(typed) => {
            setPassphrase(typed);
            setEmpty(false);
            if (!wait.waiting) act.clear();
          }}
        />
      </div>
      <div className={styles.choices}>
        <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy || wait.waiting}>
          {actInWords}
        </ActionButton>
        <TimeLeft words={wait.timeLeft} />
      </div>
    </form>
  );
}
