import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import { strengthInWords } from '../wording/new-passphrase.ts';
import styles from './set-up.module.css';
import { SetUpField } from './set-up-field.tsx';
import type { FirstPerson } from './set-up-values.ts';
import type { SetUpForm } from './use-set-up-form.ts';

/** Name and passphrase (twice) of one of the first people. */
export function StaffFields({ who, form }: { who: FirstPerson; form: SetUpForm }): ReactNode {
  const { t } = useLingui();
  const { strength } = form.passphrases[who];
  return (
    <fieldset className={styles.person}>
      <legend className={styles.legend}>
        <WhoTypes who={who} />
      </legend>
      <SetUpField form={form} field={`${who}Name`} label={t`Name`} />
      <div data-strength={strength}>
        <SetUpField
          form={form}
          secret
          field={`${who}Passphrase`}
          label={t({ message: 'Passphrase', comment: 'Label of a passphrase field.' })}
          hint={strength === null ? t`Use four unrelated words.` : strengthInWords(strength)}
        />
      </div>
      <SetUpField form={form} secret field={`${who}Again`} label={t`Same passphrase again`} />
    </fieldset>
  );
}

function WhoTypes({ who }: { who: FirstPerson }): ReactNode {
  switch (who) {
    case 'supervisor':
      return (
        <Trans comment="Heading above name and passphrase of the first supervisor at this kiosk.">
          First supervisor
        </Trans>
      );
    case 'second':
      return (
        <Trans comment="Heading above name and passphrase of the second supervisor at this kiosk.">
          Second supervisor
        </Trans>
      );
    case 'clerk':
      return (
        <Trans comment="Heading above name and passphrase of the first clerk at this kiosk.">
          First clerk
        </Trans>
      );
    default:
      return unreachable(who);
  }
}
