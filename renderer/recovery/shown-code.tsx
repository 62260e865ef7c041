import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { formatRecoveryCode, readRecoveryCode } from '../../shared/staff/recovery-code.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useAwake } from '../parts/keys/use-awake.ts';
import styles from './recovery.module.css';

/** A code, this once, for one person to write down. A screen reader reads it when it is asked to: the other one must not hear it. */
export function ShownCode(props: { code: string; onWritten: () => void; children: ReactNode }): ReactNode {
  const { code, onWritten, children } = props;
  // The Enter that showed it, pressed twice, would hide it: it is shown this once.
  const isAwake = useAwake(true);
  const read = readRecoveryCode(code);
  const groups = (read.ok ? formatRecoveryCode(read.value) : code).split(' ');
  return (
    <>
      <p>
        <Trans>Write these characters down by hand, in the same groups.</Trans>
      </p>
      <p dir="ltr" className={styles.code} data-recovery-code>
        {groups.map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves
          <span key={index}>{group} </span>
        ))}
      </p>
      <p>
        <Trans>There is no letter I, L, O, or U in a code: 1 and 0 are digits.</Trans>
      </p>
      <div className={styles.choices}>
        <ActionButton kind="main" shortcut="Enter" autoFocus asleep={!isAwake} onPress={onWritten}>
          <Trans>I wrote it down. Hide it</Trans>
        </ActionButton>
        {children}
      </div>
    </>
  );
}
