import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { SuggestedWords } from '../parts/passphrase/suggested-words.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { PlainField } from './plain-field.tsx';
import styles from './set-up.module.css';
import { emptySetUp, problemsOf, type SetUpField, type SetUpValues } from './set-up-values.ts';
import { StaffFields } from './staff-fields.tsx';
import { useFirstPassphrase } from './use-first-passphrase.ts';

// At once, unlike the form library's own: fast hands type on meanwhile.
function focusField(field: SetUpField): void {
  document.getElementById(`set-up-${field}`)?.focus();
}

/** First run: the kiosk's name, the first supervisor and the first clerk. */
export function SetUpScreen(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const form = useForm<SetUpValues>({ defaultValues: emptySetUp });
  const [attempted, setAttempted] = useState(false);
  const supervisor = useFirstPassphrase(form, 'supervisor');
  const clerk = useFirstPassphrase(form, 'clerk');
  const problems = problemsOf(form.watch(), { supervisor: supervisor.strength, clerk: clerk.strength });
  useKeys({ F2: supervisor.suggestion.suggest, F3: clerk.suggestion.suggest });
  useEffect(() => focusField('kioskName'), []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const first = problems[0];
    if (first !== undefined) {
      setAttempted(true);
      focusField(first.field);
      return;
    }
    const { kioskName, supervisorName, supervisorPassphrase, clerkName, clerkPassphrase } = form.getValues();
    void act.run(() =>
      client.setUp({
        kioskName,
        supervisor: { name: supervisorName, passphrase: supervisorPassphrase },
        clerk: { name: clerkName, passphrase: clerkPassphrase },
      }),
    );
  };

  return (
    <Screen name="set-up" heading={t`Set up this kiosk`} wide>
      <p className={styles.intro}>
        <Trans>
          Three names and two passphrases. Use four unrelated words, or let the kiosk suggest them; nobody can
          look a passphrase up later. Each person types their own.
        </Trans>
      </p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <PlainField
          form={form}
          field="kioskName"
          label={t`Name of this kiosk`}
          hint={t`Where it stands, like “City Hall, desk 2”. It appears on every receipt.`}
          problems={problems}
          attempted={attempted}
        />
        <div className={styles.staff}>
          <StaffFields
            who="supervisor"
            strength={supervisor.strength}
            form={form}
            problems={problems}
            attempted={attempted}
          />
          <StaffFields
            who="clerk"
            strength={clerk.strength}
            form={form}
            problems={problems}
            attempted={attempted}
          />
        </div>
        {/* After all fields: whoever types a passphrase of their own tabs from field to field. */}
        <div className={styles.staff}>
          <SuggestedWords suggestion={supervisor.suggestion} shortcut="F2">
            <Trans>Suggest four words for the supervisor</Trans>
          </SuggestedWords>
          <SuggestedWords suggestion={clerk.suggestion} shortcut="F3">
            <Trans>Suggest four words for the clerk</Trans>
          </SuggestedWords>
        </div>
        {act.refusal === null ? null : (
          <Notice kind="bad" role="alert">
            <p>{refusalInWords(act.refusal)}</p>
          </Notice>
        )}
        {attempted && problems.length > 0 ? (
          <Notice kind="bad" role="alert">
            <p>
              <Trans>Check the marked fields.</Trans>
            </p>
          </Notice>
        ) : null}
        <div>
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy}>
            <Trans>Set up</Trans>
          </ActionButton>
        </div>
      </form>
    </Screen>
  );
}
