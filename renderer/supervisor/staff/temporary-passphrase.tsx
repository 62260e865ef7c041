import { Trans } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { NewPassphraseFields } from '../../parts/passphrase/new-passphrase-fields.tsx';
import type { NewPassphrase } from '../../parts/passphrase/use-new-passphrase.ts';
import styles from '../supervisor.module.css';

/** A passphrase that somebody else gets: for their next sign-in only. F2 draws four words. */
export function TemporaryPassphrase(props: {
  passphrase: NewPassphrase;
  attempted: boolean;
  inputRef: RefObject<HTMLInputElement | null>;
}): ReactNode {
  const { passphrase, attempted, inputRef } = props;
  const { isRefused } = passphrase;
  useKeys({ F2: passphrase.suggestion.suggest });
  useEffect(() => {
    if (isRefused) inputRef.current?.focus();
  }, [isRefused, inputRef]);
  return (
    <>
      <p className={styles.note}>
        <Trans comment="Above the fields for a passphrase that a supervisor gives a member of staff. “They” is that member.">
          Tell this passphrase to the staff member in person: it isn’t shown again. It works for one sign-in.
          Then they choose their own.
        </Trans>
      </p>
      <NewPassphraseFields passphrase={passphrase} attempted={attempted} shortcut="F2" inputRef={inputRef} />
    </>
  );
}
