import { type ReactNode, useEffect, useRef } from 'react';
import styles from './app.module.css';
import { Desk } from './clerk/desk.tsx';
import { useCoreView } from './core-client/core.tsx';
import { LockedScreen } from './entrance/locked.tsx';
import { SignInScreen } from './entrance/sign-in.tsx';
import { WaitingScreen } from './entrance/waiting.tsx';
import { Announcer } from './parts/announcer.tsx';
import { EvaluationBanner } from './parts/banner.tsx';
import { SetUpScreen } from './setup/set-up.tsx';
import { StartScreen } from './start/start.tsx';

/** Long enough for a core that is coming up; then the waiting screen itself is the first screen. */
const FIRST_SCREEN_PATIENCE_MILLISECONDS = 3000;

function PresentScreen(): ReactNode {
  const status = useCoreView((view) => view.status);
  const application = useCoreView((view) => view.application);
  if (status === null) return <WaitingScreen />;
  if (!status.setUp) return <SetUpScreen />;
  if (status.staff === null) return <SignInScreen status={status} />;
  if (application !== null)
    return <Desk key={application.ticket} application={application} status={status} />;
  if (status.intake.kind === 'locked') return <LockedScreen intake={status.intake} status={status} />;
  return <StartScreen status={status} />;
}

/** Calls once the first screen is painted: two frames later it is on the glass. */
function usePainted(ready: boolean, painted: () => void): void {
  const told = useRef(false);
  useEffect(() => {
    const tell = (): void => {
      if (told.current) return;
      told.current = true;
      painted();
    };
    const soon = (): void => {
      requestAnimationFrame(() => requestAnimationFrame(tell));
      // A window that is not shown may get no frames at all.
      setTimeout(tell, 200);
    };
    const timer = setTimeout(soon, ready ? 0 : FIRST_SCREEN_PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [ready, painted]);
}

/** Everything on the glass. */
export function App({ painted }: { painted: () => void }): ReactNode {
  const status = useCoreView((view) => view.status);
  usePainted(status !== null, painted);
  const evaluation = status?.runtime !== 'production' || status.build !== 'release';
  return (
    <div className={styles.app}>
      {evaluation ? <EvaluationBanner /> : null}
      <div className={styles.screen}>
        <PresentScreen />
      </div>
      <Announcer />
    </div>
  );
}
