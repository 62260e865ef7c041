import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  readonly kind: 'good' | 'warn' | 'bad' | 'plain';
  /** `alert`: spoken at once. `status`: spoken at the next pause. */
  readonly role?: 'alert' | 'status';
  readonly id?: string;
  /** Lines as long as the notice is: where a form below it needs the room. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

// Colour never speaks alone: each kind has its own sign, and the words say the rest.
const SIGNS = { good: '✓', warn: '!', bad: '×', plain: '' } as const;

/** A few sentences that must be noticed. */
export function Notice({ kind, role, id, wide, children }: NoticeProps): ReactNode {
  return (
    <div id={id} role={role} className={`${styles.notice} ${styles[kind]}`}>
      {SIGNS[kind] === '' ? null : (
        <span aria-hidden="true" className={styles.sign}>
          {SIGNS[kind]}
        </span>
      )}
      <div className={`${styles.words} ${wide === true ? styles.wide : ''}`}>{children}</div>
    </div>
  );
}
