import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { NewPassphraseFields } from '../parts/passphrase/new-passphrase-fields.tsx';
import { SecretField } from '../parts/passphrase/secret-field.tsx';
import { TimeLeft } from '../parts/passphrase/time-left.tsx';
import { useNewPassphrase } from '../parts/passphrase/use-new-passphrase.ts';
import { useWait } from '../parts/passphrase/use-wait.ts';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './entrance.module.css';

interface ChangePassphraseProps {
  readonly status: KioskStatus;
  /** Leaves the screen, changed or not. `null`: it must be changed first, there is only signing out. */
  readonly onDone: (() => void) | null;
}

/** Somebody chooses a passphrase of their own, because they want to or because they have to. */
export function ChangePassphraseScreen({ status, onDone }: ChangePassphraseProps): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const leaving = useAct();
  const name = status.staff?.name ?? '';
  const [present, setPresent] = useState('');
  const next = useNewPassphrase([name, status.kioskName ?? ''], present);
  const [attempted, setAttempted] = useState(false);
  const presentField = useRef<HTMLInputElement>(null);
  const nextField = useRef<HTMLInputElement>(null);
  const ofNext = act.refusal?.kind === 'weak-passphrase';
  const wait = useWait(ofNext ? null : act.refusal);
  const other = ofNext ? act.refusal : leaving.refusal;
  useEffect(() => presentField.current?.focus(), []);

  const leave = (): void => {
    if (onDone === null) void leaving.run(() => client.signOut({}));
    else onDone();
  };
  useKeys({ F2: next.suggestion.suggest, ...(onDone === null ? {} : { Escape: leave }) });

  const change = async (): Promise<void> => {
    if (wait.waiting) return;
    setAttempted(true);
    if (present === '') {
      presentField.current?.focus();
      return;
    }
    if (!next.ready) {
      nextField.current?.focus();
      return;
    }
    const done = await act.run(() => client.changePassphrase({ present, next: next.typed }));
    if (done) {
      onDone?.();
      return;
    }
    setPresent('');
    presentField.current?.focus();
  };

  return (
    <Screen name="change-passphrase" heading={t`Choose a new passphrase`}>
      <p>
        {onDone === null ? (
          <Trans comment="Below the heading. {name} is who is signed in.">
            {name}, someone else chose your current passphrase. To continue, choose one that only you know.
          </Trans>
        ) : (
          <Trans comment="Below the heading. {name} is who is signed in.">
            {name}, choose a new passphrase. From then on, sign in with it.
          </Trans>
        )}
      </p>
      <form
        className={styles.form}
        noValidate
        data-refusal={act.refusal?.kind}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void change();
        }}
      >
        <div className={styles.lockable}>
          <SecretField
            id="present-passphrase"
            inputRef={presentField}
            label={t({ message: 'Your current passphrase', comment: 'Label of a passphrase field.' })}
            value={present}
            problem={wait.problem ?? (attempted && present === '' && !act.busy ? t`Fill this in.` : null)}
            onChange={(typed) => {
              setPresent(typed);
              if (!wait.waiting) act.clear();
            }}
          />
        </div>
        <NewPassphraseFields passphrase={next} attempted={attempted} shortcut="F2" inputRef={nextField} />
        <Actions
          verdict={
            other === null ? null : (
              <Notice kind="bad" role="alert">
                <p>{refusalInWords(other)}</p>
              </Notice>
            )
          }
        >
          <ActionButton
            kind="main"
            type="submit"
            shortcut="Enter"
            ariaDisabled={(act.busy || wait.waiting) && 'for-a-moment'}
          >
            <Trans comment="Button.">Change passphrase</Trans>
          </ActionButton>
          {onDone === null ? (
            <ActionButton ariaDisabled={leaving.busy && 'for-a-moment'} onPress={leave}>
              <Trans comment="Button.">Sign out</Trans>
            </ActionButton>
          ) : (
            <ActionButton shortcut="Esc" onPress={leave}>
              <Trans comment="Button: nothing is changed.">Keep current passphrase</Trans>
            </ActionButton>
          )}
          <TimeLeft words={wait.timeLeft} />
        </Actions>
      </form>
    </Screen>
  );
}
