import type { ReactNode } from 'react';
import styles from './name-and-phone.module.css';

interface NameAndPhoneProps {
  readonly name: string;
  readonly phone: string;
}

/**
 * Somebody to call, in a line whose direction follows its first letter. The number is apart from it: digits behind an Arabic
 * letter count as Arabic ones, and a number of several groups would be drawn from its last group to its first (UAX 9, W2).
 * It stays whole as long as a line has room for it.
 */
export function NameAndPhone({ name, phone }: NameAndPhoneProps): ReactNode {
  return (
    <>
      {name} ·{' '}
      <bdi dir="ltr" className={styles.phone}>
        {phone}
      </bdi>
    </>
  );
}
