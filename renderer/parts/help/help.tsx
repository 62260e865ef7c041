import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useStaffView } from '../../core-client/core.tsx';
import { type HelpTopic, helpInWords } from '../../wording/help/help.ts';
import { announce, useIsCovered } from '../announcer.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
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
  const { topic, isOpen } = useStore(helpStore);
  // Under the cover it would tell which step it is.
  const isCovered = useIsCovered();
  useKeys({ F1: toggleUnlessCovered }, topic !== null);
  return topic === null || !isOpen || isCovered ? null : <OpenHelp topic={topic} />;
}

function OpenHelp({ topic }: { topic: HelpTopic }): ReactNode {
  const role = useStaffView(({ staff }) => staff?.role ?? null);
  const { wants, call } = helpInWords(topic, role);
  const spoken = [...wants, call].join(' ');
  useEffect(() => announce(spoken), [spoken]);
  return (
    <section className={styles.help} aria-labelledby="help" data-help={topic}>
      <h2 id="help" className={styles.heading}>
        <Trans comment="Button, and heading of what it opens.">Help</Trans>
      </h2>
      {[...wants, call].map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
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
