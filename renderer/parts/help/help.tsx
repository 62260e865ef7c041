import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { helpInWords } from '../../wording/help.ts';
import { announce } from '../announcer.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { ScreenName } from '../screen-name.ts';
import { TextSizeButtons } from '../text-size/text-size-buttons.tsx';
import styles from './help.module.css';
import { closeHelp, helpStore, toggleHelp } from './help-store.ts';

/** Where something lies over the screen, its help would be under it. */
function toggleUnlessCovered(): void {
  if (document.querySelector('[role="dialog"], [inert] main') === null) toggleHelp();
}

/**
 * What this screen wants and whom to call, by F1. It stands above the work, covers nothing of it and takes no key from it:
 * whoever reads which key to press can press it.
 */
export function Help({ screen }: { screen: ScreenName }): ReactNode {
  const { t } = useLingui();
  const isOpen = useStore(helpStore, (state) => state.isOpen);
  const { wants, call } = helpInWords(screen);
  useKeys({ F1: toggleUnlessCovered });
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when the screen becomes another one
  useEffect(() => closeHelp, [screen]);
  useEffect(() => {
    if (isOpen) announce(`${wants} ${call}`);
  }, [isOpen, wants, call]);
  if (!isOpen) return null;
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
