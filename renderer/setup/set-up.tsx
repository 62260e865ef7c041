import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { PlainField } from './plain-field.tsx';
import styles from './set-up.module.css';
import { emptySetUp, problemsOf, type SetUpField, type SetUpValues } from './set-up-values.ts';
import { StaffFields } from './staff-fields.tsx';

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
  const problems = problemsOf(form.watch());
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
          Three names and two passphrases. Take four words that have nothing to do with each other; nobody can
          look a passphrase up later.
        </Trans>
      </p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <PlainField
          form={form}
          field="kioskName"
          label={t`Name of this kiosk`}
          hint={t`Where it stands: “City Hall, desk 2”. It is on every receipt.`}
          problems={problems}
          attempted={attempted}
        />
        <div className={styles.staff}>
          <StaffFields who="supervisor" form={form} problems={problems} attempted={attempted} />
          <StaffFields who="clerk" form={form} problems={problems} attempted={attempted} />
        </div>
        {act.refusal === null ? null : (
          <Notice kind="bad" role="alert">
            <p>{refusalInWords(act.refusal)}</p>
          </Notice>
        )}
        {attempted && problems.length > 0 ? (
          <Notice kind="bad" role="alert">
            <p>
              <Trans>Not yet: please look at the marked fields.</Trans>
            </p>
          </Notice>
        ) : null}
        <div>
          <ActionButton kind="main" type="submit" shortcut="Enter" asleep={act.busy}>
            <Trans>Set up</Trans>
          </ActionButton>
        </div>
      </form>
    </Screen>
  );
}
