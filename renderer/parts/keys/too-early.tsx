import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import styles from './too-early.module.css';
import type { HandKey } from './use-hand-key.ts';

/** In a row of buttons: which of their keys was pressed too early, and what to do. */
export function TooEarly({ keys }: { keys: readonly HandKey[] }): ReactNode {
  const shortcut = keys.find(({ wasEarly }) => wasEarly)?.button.shortcut;
  return (
    <p className={styles.early} role="status" data-too-early={shortcut}>
      {shortcut === undefined ? null : <LookFirst shortcut={shortcut} />}
    </p>
  );
}

/** What somebody reads who pressed a key the moment its screen came up. */
export function LookFirst({ shortcut }: { shortcut: string }): ReactNode {
  return (
    <Trans comment="Note beside a button, for someone who pressed its key the moment the screen came up. {shortcut} is a key, like F12.">
      Too early. Look first, then press {shortcut} again.
    </Trans>
  );
}
