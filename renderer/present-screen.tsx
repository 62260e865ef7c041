import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KioskStatus } from '../shared/contract/status.ts';
import { ClerkWizard } from './clerk/clerk-wizard.tsx';
import type { PlaceInWizard } from './clerk/steps.ts';
import { useCoreView } from './core-client/core.tsx';
import { goTo, type Place, usePlace } from './core-client/place.ts';
import { useActivityReports } from './core-client/report-activity.ts';
import { useLockScreen } from './core-client/use-lock-screen.ts';
import { ChangePassphraseScreen } from './entrance/change-passphrase.tsx';
import { FilesMisfitScreen } from './entrance/files-misfit.tsx';
import { GoLiveScreen } from './entrance/go-live.tsx';
import { LockedScreen } from './entrance/intake-locked.tsx';
import { NotLiveScreen } from './entrance/not-live.tsx';
import { ScreenLocked } from './entrance/screen-locked.tsx';
import { SignInScreen } from './entrance/sign-in.tsx';
import { WaitingScreen } from './entrance/starting-up.tsx';
import { TakeScreenBack } from './entrance/take-screen-back.tsx';
import { TrayCheckScreen } from './entrance/tray-check.tsx';
import { useKeys } from './parts/keys/use-keys.ts';
import { RecordSearchScreen } from './record-search/record-search-screen.tsx';
import { RecoveryDecision } from './recovery/recovery-decision.tsx';
import { UseCodesScreen } from './recovery/use-codes.tsx';
import { whyHandedBack } from './resident/handed-back.ts';
import { ResidentScreens } from './resident/resident-screens.tsx';
import { SetUpScreen } from './setup/set-up.tsx';
import { StartScreen } from './start/start.tsx';
import type { Section } from './supervisor/sections.ts';
import { SupervisorArea } from './supervisor/supervisor-area.tsx';

function NobodySignedIn({
  status,
  place,
  goingLive,
}: {
  readonly status: KioskStatus;
  readonly place: Place;
  readonly goingLive: boolean;
}): ReactNode {
  const isRecovering = place === 'use-recovery-codes';
  if (isRecovering && status.recovery.kind === 'codes') return <UseCodesScreen status={status} />;
  // Also after the kiosk has started again, and whoever comes next reads it: until it is decided anew.
  const isRecovered = status.recovery.kind === 'used';
  const isLive = goingLive && status.custody !== null;
  return <SignInScreen status={status} news={isRecovered ? 'recovered' : isLive ? 'live' : null} />;
}

/** The section that somebody has come for; null: the first one. */
function sectionAt({ misfit, staff }: KioskStatus, place: Place): Section | null {
  if (place === 'staff') return 'staff';
  // Of what IT staff do, only the ledger is heard then.
  return misfit !== null && staff?.role === 'it' ? 'ledger' : null;
}

/**
 * The one screen that is shown. It is decided by what the kiosk is (not set up, not live), then by who is signed in,
 * then by what they do; whatever comes first in here takes the place of all below it.
 */
export function PresentScreen(): ReactNode {
  const status = useCoreView((view) => view.status);
  const application = useCoreView((view) => view.application);
  const place = usePlace();
  const staff = status?.holder === 'staff' ? status.staff : null;
  const [goingLive, setGoingLive] = useState(false);
  const isGiven = status?.residents.atScreen === true;
  const working = staff !== null && status?.screenLocked === false && !isGiven;
  // A number that nobody has taken asks the same as the warning.
  const isAsked = isGiven && (status.residents.idle !== null || !status.residents.isNumberTaken);
  useActivityReports(working || isGiven, isAsked);
  // A session has one application in its life, so this is always that one's.
  const leftAt = useRef<PlaceInWizard | null>(null);
  const fromApplicant = useRef(false);
  const isOpen = application !== null;
  useEffect(() => {
    if (isGiven && isOpen) fromApplicant.current = true;
  }, [isGiven, isOpen]);
  const lock = useLockScreen();
  useKeys({ F10: lock }, working);
  const who = staff?.name;
  useLayoutEffect(() => {
    if (who === undefined) return;
    // Somebody else begins where everybody does. Before the next painting, so that nobody sees the old place.
    goTo('start');
    setGoingLive(false);
  }, [who]);

  if (status === null) return <WaitingScreen />;
  // Before anything that staff see: they are signed in behind it.
  if (status.holder === 'resident')
    return (
      <ResidentScreens
        key={status.residents.visitor}
        status={status}
        application={application}
        handedBack={whyHandedBack(status, application)}
        staffSignIn={(onReturn) => <TakeScreenBack onReturn={onReturn} />}
      />
    );
  if (!status.setUp) return <SetUpScreen />;
  if (staff === null) return <NobodySignedIn status={status} place={place} goingLive={goingLive} />;
  // Not laid over the wizard: whoever passes a locked screen finds nothing of the person in the page either.
  if (status.screenLocked) return <ScreenLocked status={status} />;
  if (staff.mustChange) return <ChangePassphraseScreen status={status} onDone={null} />;
  // Before all that would open or change something: none of it is heard. Holds and the ledger are in the area of supervisors and IT.
  if (status.misfit !== null && (staff.role === 'clerk' || place !== 'supervisor'))
    return <FilesMisfitScreen misfit={status.misfit} status={status} />;
  // Who goes live in spite of a failed check takes a second supervisor, who may have to be added first.
  const isAddingStaff = staff.role === 'supervisor' && place === 'staff';
  if (staff.role === 'supervisor' && status.custody === null && !isAddingStaff)
    return <GoLiveScreen status={status} onDeciding={setGoingLive} />;
  // From here on the kiosk is for clerks: whoever set it up leaves when this is decided.
  if (goingLive) return <RecoveryDecision status={status} onEnd={null} />;
  if (status.custody === null && !isAddingStaff) return <NotLiveScreen />;
  if (status.recordSearch !== null)
    return <RecordSearchScreen search={status.recordSearch} role={staff.role} />;
  if (application !== null)
    return (
      <ClerkWizard
        key={application.ticket}
        application={application}
        status={status}
        leftAt={leftAt}
        fromApplicant={fromApplicant}
      />
    );
  if (place === 'change-passphrase')
    return <ChangePassphraseScreen status={status} onDone={() => goTo('start')} />;
  if (place === 'recovery' && staff.role === 'supervisor') {
    return <RecoveryDecision status={status} onEnd={() => goTo('staff')} />;
  }
  if (place === 'supervisor' || place === 'staff' || staff.role === 'it') {
    return <SupervisorArea status={status} opensAt={sectionAt(status, place)} />;
  }
  if (status.intake.kind === 'locked') return <LockedScreen intake={status.intake} status={status} />;
  // Before a date in question: a card with somebody's face must not lie in the tray until a clock is set.
  if (status.trayCheck !== null) {
    const { cause, applications, cards } = status.trayCheck;
    // What nobody has seen yet is another screen: its key sleeps anew.
    return (
      <TrayCheckScreen key={`${cause} ${applications} ${cards}`} check={status.trayCheck} status={status} />
    );
  }
  return <StartScreen status={status} />;
}
