import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { helpInWords } from '../../wording/help.ts';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { ScreenName } from '../screen-name.ts';
import styles from './help.module.css';
import { closeHelp, helpStore, toggleHelp } from './help-store.ts';

/**
 * What this screen wants and whom to call, by F1. It lies beside the work and takes no key from it: whoever reads which
 * key to press can press it.
 */
export function Help({ screen }: { screen: ScreenName }): ReactNode {
  const { t } = useLingui();
  const isOpen = useStore(helpStore, (state) => state.isOpen);
  useKeys({ F1: toggleHelp });
  // biome-ignore lint/correctness/useExhaustiveDependencies: closed when the screen becomes another one
  useEffect(() => closeHelp, [screen]);
  if (!isOpen) return null;
  const { wants, call } = helpInWords(screen);
  return (
    <div className={styles.help} aria-label={t`Help`} role="status" data-help={screen}>
      <p>{wants}</p>
      <p>{call}</p>
      <p className={styles.close}>
        <KeyCap>F1</KeyCap> <Trans>closes this help</Trans>
      </p>
    </div>
  );
}
