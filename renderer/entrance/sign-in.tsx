import { Trans, useLingui } from '@lingui/react/macro';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { SecretField } from '../parts/secret-field.tsx';
import { useTypeInto } from '../parts/use-type-into.ts';
import { dateWithWeekday } from '../wording/dates.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './entrance.module.css';

/** Who works here now: a name by arrow keys, a passphrase, Enter. */
export function SignInScreen({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [name, setName] = useState<string | null>(status.staffNames[0] ?? null);
  const [passphrase, setPassphrase] = useState('');
  const kiosk = status.kioskName ?? '';
  const today = dateWithWeekday(status.today);

  const field = useRef<HTMLInputElement>(null);

  // Whoever types on while a name is chosen means the passphrase.
  useTypeInto(field);

  const signIn = (event: FormEvent): void => {
    event.preventDefault();
    if (name === null || passphrase === '') {
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
    <Screen name="sign-in" heading={t`Sign in`}>
      <p>
        <Trans>
          {kiosk}. Today is {today}. If that is wrong, call your supervisor: a wrong clock misdates every
          card.
        </Trans>
      </p>
      {status.intake.kind === 'locked' ? (
        <Notice kind="warn">
          <p>
            <Trans>Intake is locked. Sign in to see why.</Trans>
          </p>
        </Notice>
      ) : null}
      <form className={styles.form} onSubmit={signIn}>
        <RadioGroup className={styles.names} value={name} onChange={setName}>
          <Label className={styles.label}>
            <Trans>Your name (the arrow keys choose)</Trans>
          </Label>
          {status.staffNames.map((each, index) => (
            <Radio key={each} value={each} className={styles.name} autoFocus={index === 0}>
              <span className={styles.dot} aria-hidden="true" />
              <span>{each}</span>
            </Radio>
          ))}
        </RadioGroup>
        <SecretField
          id="passphrase"
          inputRef={field}
          label={t`Your passphrase`}
          value={passphrase}
          problem={act.refusal === null ? null : refusalInWords(act.refusal)}
          onChange={(typed) => {
            setPassphrase(typed);
            act.clear();
          }}
        />
        <div>
          <ActionButton kind="main" type="submit" shortcut="Enter" asleep={act.busy}>
            <Trans>Sign in</Trans>
          </ActionButton>
        </div>
      </form>
    </Screen>
  );
}
