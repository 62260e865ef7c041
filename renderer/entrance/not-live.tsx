import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';

/** Somebody who cannot decide it signed in before the kiosk is live. */
export function NotLiveScreen(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  return (
    <Screen name="not-live" heading={t`This kiosk takes no applications yet`}>
      <p>
        <Trans>
          A supervisor must sign in and decide where encryption keys are kept. Call your supervisor.
        </Trans>
      </p>
      <div>
        <ActionButton
          kind="main"
          autoFocus
          shortcut="Enter"
          ariaDisabled={act.busy && 'for-a-moment'}
          onPress={() => void act.run(() => client.signOut({}))}
        >
          <Trans>Sign out</Trans>
        </ActionButton>
      </div>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </Screen>
  );
}
