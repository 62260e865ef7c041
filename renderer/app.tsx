import { type ReactNode, useEffect, useRef } from 'react';
import { kioskUse } from '../shared/contract/kiosk-use.ts';
import styles from './app.module.css';
import { useCoreView } from './core-client/core.tsx';
import { Announcer } from './parts/announcer.tsx';
import { Banner } from './parts/banner.tsx';
import { Help } from './parts/help/help.tsx';
import { ScanNotice } from './parts/keys/scan-notice.tsx';
import { useScanGuard } from './parts/keys/use-scan-guard.ts';
import { useTextSize } from './parts/text-size/use-text-size.ts';
import { useKeptFocus } from './parts/use-kept-focus.ts';
import { PresentScreen } from './present-screen.tsx';
import { PracticeForResidents } from './residents/practice-for-residents.tsx';

/** Long enough for a core that is coming up; then the waiting screen itself is the first screen. */
const FIRST_SCREEN_PATIENCE_MILLISECONDS = 3000;

/** Calls once the first screen is painted: two frames later it is on the display. */
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
      setTimeout(tell, 50);
    };
    const timer = setTimeout(soon, ready ? 0 : FIRST_SCREEN_PATIENCE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [ready, painted]);
}

/** Everything that the page shows. */
export function App({ painted }: { painted: () => void }): ReactNode {
  const status = useCoreView((view) => view.status);
  usePainted(status !== null, painted);
  useKeptFocus();
  useScanGuard();
  useTextSize();
  // Until it is known, it is not known to be for residents.
  const use = status === null ? 'evaluation' : kioskUse(status);
  return (
    <div className={styles.app}>
      <Banner
        use={use}
        practice={status?.practice ?? false}
        practiceForResidents={status?.holder === 'resident' ? <PracticeForResidents /> : null}
      />
      <div className={styles.screen}>
        <PresentScreen />
      </div>
      <Help />
      {status?.holder === 'resident' ? null : <ScanNotice />}
      <Announcer />
    </div>
  );
}
