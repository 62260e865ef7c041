import type { ReactNode } from 'react';
import styles from './perforation.module.css';

/**
 * The mark of Counterfoil: the line along which the stub and the part for the person come apart.
 * Decoration only; what it means is always said in words beside it.
 */
export function Perforation(props: { torn?: boolean; along?: 'block' | 'inline' }): ReactNode {
  const along = props.along === 'inline' ? styles.inline : styles.block;
  return (
    <div aria-hidden="true" className={`${styles.line} ${along} ${props.torn === true ? styles.torn : ''}`} />
  );
}
