import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useEffect } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { SuggestedWords } from '../parts/passphrase/suggested-words.tsx';
import { Problem } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './set-up.module.css';
import { SetUpField } from './set-up-field.tsx';
import { type SetUpField as Field, type FirstPerson, firstPeople } from './set-up-values.ts';
import { StaffFields } from './staff-fields.tsx';
import { useSetUpForm } from './use-set-up-form.ts';

function focusField(field: Field): void {
  document.getElementById(`set-up-${field}`)?.focus();
}

/** First run: the kiosk's name, two supervisors and the first clerk. */
export function SetUpScreen(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const form = useSetUpForm();
  const { supervisor, second, clerk } = form.passphrases;
  useKeys({
    F2: supervisor.suggestion.suggest,
    F3: second.suggestion.suggest,
    F4: clerk.suggestion.suggest,
  });
  useEffect(() => focusField('kioskName'), []);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const first = form.problems[0];
    if (first !== undefined) {
      form.attempt();
      focusField(first.field);
      return;
    }
    const { values } = form;
    const person = (who: FirstPerson) => ({
      name: values[`${who}Name`],
      passphrase: values[`${who}Passphrase`],
    });
    void act.run(() =>
      client.setUp({
        kioskName: values.kioskName,
        supervisor: person('supervisor'),
        secondSupervisor: person('second'),
        clerk: person('clerk'),
      }),
    );
  };

  return (
    <Screen name="set-up" heading={t`Set up this kiosk`} wide>
      <p className={styles.intro}>
        <Trans>
          Each person types their own passphrase. Nobody can look it up later. Some actions take both
          supervisors.
        </Trans>
      </p>
      <form className={styles.form} noValidate onSubmit={submit}>
        <SetUpField
          form={form}
          field="kioskName"
          label={t`Name of this kiosk`}
          hint={t`The kiosk’s location, like “City Hall, desk 2.” It appears on every receipt.`}
        />
        <div className={styles.staff}>
          {firstPeople.map((who) => (
            <StaffFields key={who} who={who} form={form} />
          ))}
        </div>
        {/* After all fields: whoever types a passphrase of their own tabs from field to field. */}
        <ul className={styles.staff}>
          <li>
            <SuggestedWords suggestion={supervisor.suggestion} shortcut="F2">
              <Trans comment="Button in the kiosk’s first setup: the first of two supervisors.">
                Suggest four words for the first supervisor
              </Trans>
            </SuggestedWords>
          </li>
          <li>
            <SuggestedWords suggestion={second.suggestion} shortcut="F3">
              <Trans comment="Button in the kiosk’s first setup: the second of two supervisors.">
                Suggest four words for the second supervisor
              </Trans>
            </SuggestedWords>
          </li>
          <li>
            <SuggestedWords suggestion={clerk.suggestion} shortcut="F4">
              <Trans>Suggest four words for the clerk</Trans>
            </SuggestedWords>
          </li>
        </ul>
        <Actions
          verdict={
            act.refusal === null ? null : (
              <Notice kind="bad" role="alert">
                <p>
                  {act.refusal.kind === 'not-now' ? (
                    <Trans comment="On the page of the first setup. The folder is a signed one that sets a kiosk up without a keyboard.">
                      A provisioning folder may have come for this kiosk, so nobody can set it up here. Your
                      IT staff must restart the kiosk.
                    </Trans>
                  ) : (
                    refusalInWords(act.refusal, { hasTyped: true })
                  )}
                </p>
              </Notice>
            )
          }
        >
          <ActionButton kind="main" type="submit" shortcut="Enter" ariaDisabled={act.busy && 'for-a-moment'}>
            <Trans comment="Button at the end of the kiosk’s first setup.">Finish setup</Trans>
          </ActionButton>
          {form.attempted && form.problems.length > 0 ? (
            <Problem>
              <Trans>Check the marked fields.</Trans>
            </Problem>
          ) : null}
        </Actions>
      </form>
    </Screen>
  );
}
