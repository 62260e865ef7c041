import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { RecordSearchStatus } from '../../shared/contract/command/record-search.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import styles from '../supervisor/supervisor.module.css';

/** How far a search is, and the way out of it. */
export function SearchRunning({
  search: { done, of },
}: {
  search: Extract<RecordSearchStatus, { kind: 'running' }>;
}): ReactNode {
  const { client } = useCore();
  const canceling = useAct();
  const cancel = (): void => void canceling.run(() => client.cancelRecordSearch({}));
  useKeys({ Escape: cancel });
  return (
    <>
      <p role="status" data-search-done={done} data-search-of={of}>
        <Trans comment="Progress of a name search: {done} of {of} applications were searched.">
          Searched {done} of {of} applications…
        </Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton
          autoFocus
          shortcut="Esc"
          ariaDisabled={canceling.busy && 'for-a-moment'}
          onPress={cancel}
        >
          <Trans comment="Button: a search stops before its end.">Cancel search</Trans>
        </ActionButton>
      </div>
    </>
  );
}
