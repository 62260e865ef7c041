import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { SecretField } from '../parts/passphrase/secret-field.tsx';
import styles from './entrance.module.css';
import type { SigningIn } from './use-signing-in.ts';

/** The passphrase of whoever signs in. */
export function PassphraseToSignIn({ signingIn }: { signingIn: SigningIn }): ReactNode {
  const { t } = useLingui();
  return (
    <div className={styles.lockable}>
      <SecretField
        id="passphrase"
        inputRef={signingIn.field}
        label={t({ message: 'Your passphrase', comment: 'Label of the passphrase field.' })}
        value={signingIn.passphrase}
        problem={signingIn.problem}
        onChange={signingIn.type}
      />
    </div>
  );
}
