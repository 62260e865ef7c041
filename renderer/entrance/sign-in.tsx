import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { kioskUse } from '../../shared/contract/kiosk-use.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { isAnyInForce } from '../../shared/contract/suspension/suspension-status.ts';
import { goTo } from '../core-client/place.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { LockedForResidents } from '../residents/locked.tsx';
import { SuspendedNow } from '../residents/suspended.tsx';
import { dateWithWeekday } from '../wording/dates.ts';
import { unsignedInWords } from '../wording/ledger/key-entry.ts';
import styles from './entrance.module.css';
import { HoldByPassphrase } from './hold-by-passphrase.tsx';
import { type DisplaySize, useOtherDisplay } from './other-display.ts';
import { SignInForm } from './sign-in-form.tsx';
import { toldBeforeSignIn } from './told-before-sign-in.ts';

interface SignInScreenProps {
  readonly status: KioskStatus;
  /** Somebody has just let the kiosk go live at this screen; or recovery codes were used, and nobody has decided about new ones. */
  readonly news: 'live' | 'recovered' | null;
}

/** Who works here now. */
export function SignInScreen({ status, news }: SignInScreenProps): ReactNode {
  const { t } = useLingui();
  const kiosk = status.kioskName ?? '';
  const today = dateWithWeekday(status.today);
  return (
    <Screen name="sign-in" wide heading={t({ message: 'Sign in', comment: 'Heading and button.' })}>
      {news === 'live' ? (
        <Notice kind="good" role="status">
          <p data-news="live">
            {kioskUse(status) === 'rehearsal' ? (
              <Trans comment="Above the sign-in form. A rehearsal is practice with invented people.">
                The rehearsal has begun. Clerks can sign in.
              </Trans>
            ) : (
              <Trans comment="Above the sign-in form. Live: it serves real applicants from now on.">
                The kiosk is live. Clerks can sign in.
              </Trans>
            )}
          </p>
        </Notice>
      ) : null}
      {news === 'recovered' ? (
        <Notice kind="good" role="status">
          <p data-news="recovered">
            <Trans comment="Above the sign-in form. Recovery codes are on paper, for a lost passphrase.">
              Both codes are used up. The two new supervisors can sign in. Then make new recovery codes.
            </Trans>
          </p>
        </Notice>
      ) : null}
      {status.dateQuestion === null ? (
        <p>
          <Trans comment="Line below the heading. {kiosk} is the kiosk’s name, like “City Hall, desk 2”; {today} is a date with its weekday.">
            {kiosk}. Today is {today}. If that is wrong, call your supervisor: a wrong clock misdates every
            card.
          </Trans>
        </p>
      ) : null}
      <div className={styles.beside}>
        <Notices status={status} />
        <SignInForm
          names={status.staffNames}
          likely={status.staffNames[0] ?? null}
          focus="names"
          act={<Trans>Sign in</Trans>}
        />
      </div>
      <HoldByPassphrase status={status} />
      {status.recovery.kind === 'codes' ? (
        <div>
          <ActionButton kind="quiet" onPress={() => goTo('use-recovery-codes')}>
            <Trans comment="Button, and heading of the screen it opens: two codes on paper for a lost passphrase.">
              Use recovery codes
            </Trans>
          </ActionButton>
        </div>
      ) : null}
    </Screen>
  );
}

/** What residents read while nobody is signed in, and what whoever signs in will have to look at; nothing on an ordinary day. */
function Notices({ status }: Pick<SignInScreenProps, 'status'>): ReactNode {
  const kiosk = status.kioskName ?? '';
  const told = toldBeforeSignIn(status);
  const wanted = status.preset.display;
  const found = useOtherDisplay(wanted);
  const hasNotices =
    told !== null ||
    isAnyInForce(status.suspensions) ||
    status.dateQuestion !== null ||
    status.misfit !== null ||
    status.intake.kind === 'locked' ||
    status.custody === null ||
    status.trayCheck !== null ||
    status.unsigned > 0 ||
    found !== null;
  if (!hasNotices) return null;
  return (
    <div className={styles.notices}>
      {told === null ? null : <LockedForResidents status={status} reason={told} />}
      <SuspendedNow suspensions={status.suspensions} />
      {status.dateQuestion === null ? null : (
        <Notice kind="warn">
          <p>
            <Trans comment="Line below the heading. {kiosk} is the kiosk’s name, like “City Hall, desk 2”.">
              {kiosk}. The kiosk isn’t sure of today’s date. Sign in to see why.
            </Trans>
          </p>
        </Notice>
      )}
      {status.misfit === null ? null : (
        <Notice kind="bad">
          <p data-told="misfit">
            <Trans comment="Above the sign-in form. The files are those in which the kiosk keeps applications, keys, and its records.">
              This kiosk’s files don’t fit together. New applications are stopped. Sign in to see why.
            </Trans>
          </p>
        </Notice>
      )}
      {status.intake.kind === 'locked' ? (
        <Notice kind="warn">
          <p>
            <Trans>New applications are stopped. Sign in to see why.</Trans>
          </p>
        </Notice>
      ) : null}
      {status.custody === null ? (
        <Notice kind="warn">
          <p>
            <Trans>A supervisor must sign in and decide where encryption keys are kept.</Trans>
          </p>
        </Notice>
      ) : null}
      {status.trayCheck === null ? null : (
        <Notice kind="warn">
          <p>
            <Trans comment="Above the sign-in form. The tray is where finished cards lie.">
              The printer’s tray must be checked. Sign in to see why.
            </Trans>
          </p>
        </Notice>
      )}
      {status.unsigned === 0 ? null : (
        <Notice kind="plain">
          <p data-unsigned={status.unsigned}>{unsignedInWords(status.unsigned)}</p>
        </Notice>
      )}
      {found === null || wanted === null ? null : <OtherDisplay wanted={wanted} found={found} />}
    </div>
  );
}

/** A display that came up in another way than IT set it up: what applicants read may not fit on it. */
function OtherDisplay(sizes: { readonly wanted: DisplaySize; readonly found: DisplaySize }): ReactNode {
  const wanted = inWords(sizes.wanted);
  const found = inWords(sizes.found);
  return (
    <div data-notice="other-display">
      <Notice kind="warn">
        <p>
          <Trans comment="Above the sign-in form. {found} and {wanted} are sizes in pixels, like “1920 × 1080”. The settings are a file of IT staff.">
            This display has {found} pixels. By the settings it has {wanted}. Call your IT staff.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

function inWords({ width, height }: DisplaySize): string {
  return `${width} × ${height}`;
}
