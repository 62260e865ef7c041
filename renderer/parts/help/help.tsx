import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useStaffView } from '../../core-client/core.tsx';
import { helpInWords } from '../../wording/help.ts';
import { announce, useIsCovered } from '../announcer.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { ScreenName } from '../screen-name.ts';
import { TextSizeButtons } from '../text-size/text-size-buttons.tsx';
import styles from './help.module.css';
import { helpStore, toggleHelp } from './help-store.ts';

/** Where something lies over the screen, its help would be under it. */
function toggleUnlessCovered(): void {
  if (document.querySelector('[role="dialog"], [inert] main') === null) toggleHelp();
}

/**
 * What the screen at hand wants and whom to call, by F1. It lies beside the work or over its corner, so that nothing moves
 * when it comes and goes, and takes no key from it: whoever reads which key to press can press it.
 */
export function Help(): ReactNode {
  const { screen, isOpen } = useStore(helpStore);
  // Under the cover it would tell which step it is.
  const isCovered = useIsCovered();
  useKeys({ F1: toggleUnlessCovered }, screen !== null);
  return screen === null || !isOpen || isCovered ? null : <OpenHelp screen={screen} />;
}

function OpenHelp({ screen }: { screen: ScreenName }): ReactNode {
  const { t } = useLingui();
  const role = useStaffView(({ staff }) => staff?.role ?? null);
  const { wants, call } = helpInWords(screen, role);
  useEffect(() => announce(`${wants} ${call}`), [wants, call]);
  return (
    <section
      className={styles.help}
      aria-label={t({ message: 'Help', comment: 'Button, and heading of what it opens.' })}
      data-help={screen}
    >
      <p>
        {wants} {call}
      </p>
      <TextSizeButtons />
      <p className={styles.close}>
        <KeyCap>F1</KeyCap>{' '}
        <Trans comment="At the end of the help, after the name of a key: what that key does.">
          closes this help
        </Trans>
      </p>
    </section>
  );
}
