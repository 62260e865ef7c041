import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { PlainField, type SetUpFieldProps } from './plain-field.tsx';
import styles from './set-up.module.css';
import type { FirstPerson } from './set-up-values.ts';

/** Name and passphrase (twice) of one of the first two people. */
export function StaffFields(
  props: SetUpFieldProps & { who: FirstPerson; strength: number | null },
): ReactNode {
  const { who, strength, ...rest } = props;
  const { t } = useLingui();
  return (
    <fieldset className={styles.person}>
      <legend className={styles.legend}>
        {who === 'supervisor' ? <Trans>First supervisor</Trans> : <Trans>First clerk</Trans>}
      </legend>
      <PlainField {...rest} field={`${who}Name`} label={t`Name`} />
      <PlainField {...rest} secret field={`${who}Passphrase`} label={t`Passphrase`} strength={strength} />
      <PlainField {...rest} secret field={`${who}Again`} label={t`Same passphrase again`} />
    </fieldset>
  );
}
