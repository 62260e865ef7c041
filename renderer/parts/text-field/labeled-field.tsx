import type { ReactNode } from 'react';
import styles from './text-field.module.css';

/**
 * The frame of a field: its label above, and below what the field is. `id`: the labeled control's. No label where something
 * else on the screen names it.
 */
export function LabeledField(props: { id: string; label: string | null; children: ReactNode }): ReactNode {
  return (
    <div className={styles.field}>
      {props.label === null ? null : (
        <label className={styles.label} htmlFor={props.id}>
          {props.label}
        </label>
      )}
      {props.children}
    </div>
  );
}
