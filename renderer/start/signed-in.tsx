import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { useLockScreen } from '../core-client/use-lock-screen.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Clock } from '../parts/clock.tsx';
import { Bar } from '../parts/frame.tsx';
import { toggleHelp } from '../parts/help/help-store.ts';
import { useKeys } from '../parts/keys/use-keys.ts';

/** Who works here now, the way to the supervisor’s area, and the ways out. */
export function SignedIn({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const lock = useLockScreen();
  const name = status.staff?.name ?? '';
  const supervises = status.staff?.role === 'supervisor';
  const supervise = (): void => goTo('supervisor');
  useKeys(supervises ? { F4: supervise } : {});
  return (
    <Bar
      label={t({
        message: 'Signed in',
        comment: 'Name of a region, for screen readers: who is signed in and what they can do.',
      })}
      words={
        <>
          <Trans comment="{name} is who is signed in.">
            Signed in: <b>{name}</b>
          </Trans>{' '}
          · <Clock />
        </>
      }
    >
      {supervises ? (
        <ActionButton kind="quiet" shortcut="F4" onPress={supervise}>
          <Trans context="place">Supervisor</Trans>
        </ActionButton>
      ) : null}
      <ActionButton kind="quiet" onPress={() => goTo('change-passphrase')}>
        <Trans>Change passphrase</Trans>
      </ActionButton>
      <ActionButton kind="quiet" shortcut="F10" onPress={() => void lock()}>
        <Trans comment="Button.">Lock screen</Trans>
      </ActionButton>
      <ActionButton kind="quiet" shortcut="F1" onPress={toggleHelp}>
        <Trans>Help</Trans>
      </ActionButton>
      <ActionButton kind="quiet" onPress={() => void client.signOut({})}>
        <Trans>Sign out</Trans>
      </ActionButton>
    </Bar>
  );
}
