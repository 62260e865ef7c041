import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { isErasing } from '../../shared/contract/residents/last-ending.ts';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { isAnyInForce } from '../../shared/contract/suspension/suspension-status.ts';
import { useOpenNext } from '../application/use-open-next.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Frame } from '../parts/frame.tsx';
import { useFocusAtHand } from '../parts/keys/use-focus-at-hand.ts';
import { useTypeInto } from '../parts/keys/use-type-into.ts';
import { Perforation } from '../parts/perforation.tsx';
import { Problem } from '../parts/problem.tsx';
import { Screen } from '../parts/screen.tsx';
import { useCameraMissing } from '../photo/use-camera-missing.ts';
import { SuspendedNow } from '../residents/suspended.tsx';
import { firstThingInWords } from '../wording/first-thing.ts';
import { refusalInWords } from '../wording/refusal.ts';
import { BeginNote } from './begin-note.tsx';
import { CameraNotice } from './camera-notice.tsx';
import { ComputerLine } from './computer-line.tsx';
import { DateQuestionNotice } from './date-question.tsx';
import { DayNotice } from './day-notice.tsx';
import { FindCard } from './find-card.tsx';
import { firstThing } from './first-thing.ts';
import { InProgress } from './in-progress.tsx';
import { KioskNotices } from './kiosk-notices.tsx';
import { LastApplication } from './last-application.tsx';
import { OpenForApplicants } from './open-for-applicants.tsx';
import { PrinterLine } from './printer-line.tsx';
import { PrinterNotices } from './printer-notices.tsx';
import { RecoveryNotice } from './recovery-notice.tsx';
import { SignedIn } from './signed-in.tsx';
import styles from './start.module.css';
import { SuspensionNotices } from './suspension-notice.tsx';
import { TodaysCounts } from './todays-counts.tsx';
import { UnfinishedProductionNotice } from './unfinished-production-notice.tsx';
import { useUnmoved } from './use-unmoved.ts';

/** Between two people: begin, open what is in progress, and how the last application ended. */
export function StartScreen({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const start = useAct();
  const forApplicants = useAct();
  const opening = useOpenNext(
    status.shown && status.staff !== null && !status.screenLocked ? status.openNext : null,
    status,
  );
  const [dialogOpen, setDialogOpen] = useState(false);
  const startButton = useRef<HTMLButtonElement>(null);
  const cardField = useRef<HTMLInputElement>(null);
  const openOnes = useRef<HTMLDivElement>(null);
  const unmoved = useUnmoved(openOnes);
  const lacksCamera = useCameraMissing();
  const erasing = isErasing(status.lastEnding);
  const refusal = start.refusal ?? opening.refusal ?? forApplicants.refusal;
  const { dateQuestion } = status;
  const stopped = isIntakeStopped(status);

  // What was refused while something stood in the way is over with it.
  const { clear: clearStart } = start;
  const { clear: clearForApplicants } = forApplicants;
  const isFree = !stopped && !erasing;
  useEffect(() => {
    if (!isFree) return;
    clearStart();
    clearForApplicants();
  }, [isFree, clearStart, clearForApplicants]);

  // The Enter at the end of a scan would else begin a new application.
  useTypeInto(cardField, !dialogOpen);

  // Where Start is off a card can be scanned all the same.
  useFocusAtHand(stopped, startButton, cardField);

  return (
    <Frame bar={<SignedIn status={status} />}>
      <div className={styles.start}>
        <Screen
          name="start"
          heading={t({ message: 'Next applicant', comment: 'Heading of the start screen.' })}
          beside={<WhatIsFirst status={status} isRefused={refusal !== null} lacksCamera={lacksCamera} />}
          wide
        >
          <div className={styles.work}>
            <div className={styles.next}>
              <div className={styles.begin}>
                <ActionButton
                  kind="main"
                  large
                  buttonRef={startButton}
                  shortcut="Enter"
                  ariaDisabled={erasing || stopped || ((start.busy || opening.busy) && 'for-a-moment')}
                  describedBy="start-note"
                  onPress={() => void start.run(() => client.startApplication({}))}
                >
                  <Trans comment="Button: starts a new application.">Start</Trans>
                </ActionButton>
              </div>
              <div id="start-note" className={styles.note}>
                {refusal !== null ? (
                  <Problem>{refusalInWords(refusal, { role: status.staff?.role })}</Problem>
                ) : (
                  <p>
                    <BeginNote status={status} opening={opening.busy} />
                  </p>
                )}
              </div>
              <div className={styles.find}>
                <FindCard inputRef={cardField} />
              </div>
              {status.residents.setting === 'self-service' ? (
                <OpenForApplicants
                  act={forApplicants}
                  isStopped={erasing || stopped}
                  isOverlaid={dialogOpen}
                />
              ) : null}
            </div>
            {/* Below Start and its note, which never move under a finger. */}
            <div className={styles.notices} data-notices>
              {dateQuestion === null ? null : (
                <DateQuestionNotice question={dateQuestion} onDialog={setDialogOpen} />
              )}
              <KioskNotices status={status} />
              <SuspensionNotices status={status} />
              <DayNotice status={status} />
              <UnfinishedProductionNotice status={status} />
              <RecoveryNotice status={status} />
              <PrinterNotices status={status} />
            </div>
            <div ref={openOnes} className={styles.inProgress}>
              <InProgress applications={status.inProgress} asleep={!unmoved} />
            </div>
          </div>
        </Screen>
        <div className={styles.perforation}>
          <Perforation torn={status.lastEnding.kind === 'ended'} />
        </div>
        <aside
          className={styles.side}
          aria-label={t({
            message: 'What the city keeps',
            comment: 'Name of the part right of the perforation: the day’s counts.',
          })}
        >
          <TodaysCounts counts={status.practice ? null : status.counts} />
          <PrinterLine status={status} onDialog={setDialogOpen} />
          {/* What comes and goes is below what stays, so that it moves nothing. */}
          <LastApplication
            key={status.lastEnding.kind}
            lastEnding={status.lastEnding}
            shown={status.shown}
            isOverlaid={dialogOpen}
          />
          {lacksCamera ? <CameraNotice /> : null}
          <ComputerLine status={status} />
        </aside>
        <ForResidents suspensions={status.suspensions} />
      </div>
    </Frame>
  );
}

/** Whether nobody new can be served, for whatever reason but that the last one is still being erased. */
function isIntakeStopped({ dateQuestion, intake, shortage, diskFails }: KioskStatus): boolean {
  return (
    dateQuestion !== null ||
    intake.kind === 'held' ||
    intake.kind === 'packed-up' ||
    intake.kind === 'suspended' ||
    intake.kind === 'order-missing' ||
    shortage !== null ||
    diskFails
  );
}

/** In every language: above the list it would take what staff can still do out of sight. */
function ForResidents({ suspensions }: Pick<KioskStatus, 'suspensions'>): ReactNode {
  const { t } = useLingui();
  if (!isAnyInForce(suspensions)) return null;
  return (
    <section
      className={styles.forResidents}
      aria-label={t({
        message: 'Notice for residents',
        comment: 'Name of a region, for screen readers: what people at the counter read.',
      })}
    >
      <SuspendedNow suspensions={suspensions} />
    </section>
  );
}

/** What comes first of all that is open, or that the next applicant does. */
function WhatIsFirst(props: { status: KioskStatus; isRefused: boolean; lacksCamera: boolean }): ReactNode {
  const { status, ...now } = props;
  return (
    <section className={styles.first} aria-labelledby="first-thing">
      <h2 id="first-thing" className={styles.firstHeading}>
        <Trans>What to do next</Trans>
      </h2>{' '}
      <p className={styles.firstThing}>{firstThingInWords(firstThing(status, now))}</p>
    </section>
  );
}
