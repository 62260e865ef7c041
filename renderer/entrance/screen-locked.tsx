import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCoreView } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Nobody touched the kiosk for a while. Of an open application only its ticket number is shown. */
export function ScreenLocked({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const open = useCoreView((view) => view.application?.ticket ?? null);
  // A session that took a dead one's place opens its application once somebody has passed the lock.
  const ticket = open ?? status.openNext;
  const others = status.inProgress.filter((each) => each.ticket !== ticket).length;
  const name = status.staff?.name ?? '';
  return (
    <Screen name="screen-locked" heading={t`This screen is locked`}>
      <Notice kind="plain">
        <p>
          <Trans>
            Nobody touched the kiosk for a while, or somebody locked it. <b>{name}</b> is signed in.
          </Trans>
        </p>
        <p data-ticket={ticket}>
          {ticket === null ? (
            <Trans>No application is open on this screen.</Trans>
          ) : (
            <Trans>Ticket {ticket} is open behind this screen. It is kept as it was typed.</Trans>
          )}
        </p>
        {others === 0 ? null : (
          <p data-others={others}>
            <Plural
              value={others}
              one="# more application is in progress, put aside or printing."
              other="# more applications are in progress, put aside or printing."
            />
          </p>
        )}
      </Notice>
      <p>
        <Trans>The passphrase of anybody who works here opens it; who opens it is signed in then.</Trans>
      </p>
      <SignInForm
        names={status.staffNames}
        likely={status.staff?.name ?? status.staffNames[0] ?? null}
        focus="passphrase"
        act={<Trans>Open the screen</Trans>}
      />
    </Screen>
  );
}
