import { type ReactNode, useEffect, useRef } from 'react';
import styles from './choice-list.module.css';
import { KeyCap } from './keys/key-cap.tsx';

/** Any of a few things: checkboxes of the browser, and the first nine with their number (`useDialogKeys`). */
export function CheckList(props: {
  /** No other list on the screen has it. */
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly values: readonly string[];
  readonly onToggle: (value: string) => void;
}): ReactNode {
  const { name, legend, choices, values, onToggle } = props;
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset className={styles.list}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ value, label }, index) => (
        <div key={value} className={styles.choice} data-chosen={values.includes(value)} data-disabled={false}>
          <label className={styles.label}>
            <input
              ref={index === 0 ? first : undefined}
              className={styles.radio}
              type="checkbox"
              name={name}
              value={value}
              checked={values.includes(value)}
              onChange={() => onToggle(value)}
            />
            <span>{label}</span>
            {index < 9 ? (
              <span className={styles.number}>
                <KeyCap>{`${index + 1}`}</KeyCap>
              </span>
            ) : null}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
