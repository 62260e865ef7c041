import type { ReactNode } from 'react';
import styles from './name-and-phone.module.css';

interface NameAndPhoneProps {
  readonly name: string;
  readonly phone: string;
}

/**
 * Somebody to call, in a line whose direction follows its first letter. The number is apart from it: digits behind an Arabic
 * letter count as Arabic ones, and a number of several groups would be drawn from its last group to its first (UAX 9, W2).
 * It stays whole as long as a line has room for it: beside the name, or in the next line.
 */
export function NameAndPhone({ name, phone }: NameAndPhoneProps): ReactNode {
  return (
    <span className={styles.both}>
      {/* No bdi: the direction of what is around is asked of the name. */}
      <span>{name}</span> <bdi dir="ltr">{phone}</bdi>
    </span>
  );
}
