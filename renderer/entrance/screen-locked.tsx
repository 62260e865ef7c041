import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { Ticket } from '../../shared/contract/ids.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { isAnyInForce } from '../../shared/contract/suspension/suspension-status.ts';
import { languageFacts, type ResidentLanguage } from '../../shared/residents/language.ts';
import { mayApplicantAnswer } from '../../shared/residents/may-answer.ts';
import { useCoreView } from '../core-client/core.tsx';
import { Notice } from '../parts/notice.tsx';
import { Screen } from '../parts/screen.tsx';
import { PausedForResident } from '../resident/paused.tsx';
import { SuspendedNow } from '../residents/suspended.tsx';
import styles from './entrance.module.css';
import { HoldByPassphrase } from './hold-by-passphrase.tsx';
import { SignInForm } from './sign-in-form.tsx';

/** Whom a lock of staff interrupts: somebody who was answering, or may be. */
function languageOfPaused(
  application: ApplicationView | null,
  { setting }: KioskStatus['residents'],
): ResidentLanguage | null {
  if (application === null || setting === 'off' || !mayApplicantAnswer(application.state)) return null;
  return application.answers.language;
}

/**
 * Nobody touched the kiosk for a while. Of an open application only its ticket number is shown, and its applicant is told in their
 * language that it is still there.
 */
export function ScreenLocked({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const application = useCoreView((view) => view.application);
  const open = application?.ticket ?? null;
  const paused = languageOfPaused(application, status.residents);
  // A session that took a dead one's place opens its application once somebody has passed the lock.
  const ticket = open ?? status.openNext;
  return (
    <Screen name="screen-locked" wide heading={t`This screen is locked`}>
      <div className={styles.beside}>
        {/* All that is told stands beside the form: below it the button would be out of sight on a low display. */}
        <div className={styles.notices}>
          {paused === null ? null : <Paused language={paused} />}
          {isAnyInForce(status.suspensions) ? <SuspendedNow suspensions={status.suspensions} /> : null}
          <WhatIsLocked status={status} ticket={ticket} />
        </div>
        <SignInForm
          names={status.staffNames}
          likely={status.staff?.name ?? status.staffNames[0] ?? null}
          focus="passphrase"
          act={<Trans comment="Button.">Unlock screen</Trans>}
        />
      </div>
      <HoldByPassphrase status={status} />
    </Screen>
  );
}

/** Whose work it was, and what of it is still open. `ticket`: of the application on this screen. */
function WhatIsLocked({ status, ticket }: { status: KioskStatus; ticket: Ticket | null }): ReactNode {
  const others = status.inProgress.filter((each) => each.ticket !== ticket).length;
  const name = status.staff?.name ?? '';
  return (
    <>
      <Notice kind="plain">
        <p>
          <Trans comment="On the locked screen. {name} is the member of staff who was at work.">
            Nobody used the kiosk for a while, or someone locked it. <b>{name}</b> is signed in.
          </Trans>
        </p>
        <p data-ticket={ticket}>
          {ticket === null ? (
            <Trans>No application is open on this screen.</Trans>
          ) : (
            <Trans comment="On the locked screen. {ticket} is the number of the day of the application that was on the screen.">
              Ticket {ticket} is still open, as it was typed.
            </Trans>
          )}
        </p>
        {others === 0 ? null : (
          <p data-others={others}>
            <Plural
              comment="On the locked screen. Set aside is left open while someone else is served."
              value={others}
              one="# other application is in progress, set aside, or printing."
              other="# other applications are in progress, set aside, or printing."
            />
          </p>
        )}
      </Notice>
      <p>
        {ticket === null ? (
          <Trans>Any staff member can unlock the screen, and is then signed in.</Trans>
        ) : (
          <Trans comment="On the locked screen, where an application is open: IT staff can’t unlock it then.">
            Any clerk or supervisor can unlock the screen, and is then signed in.
          </Trans>
        )}
      </p>
    </>
  );
}

/** What the applicant reads, in a box of their own direction; below it, for staff, in English. */
function Paused({ language }: { language: ResidentLanguage }): ReactNode {
  return (
    <div dir={languageFacts[language].direction}>
      <Notice kind="warn">
        <PausedForResident language={language} />
        {language === 'en' ? null : (
          <div className={styles.english}>
            <PausedForResident language="en" />
          </div>
        )}
      </Notice>
    </div>
  );
}
