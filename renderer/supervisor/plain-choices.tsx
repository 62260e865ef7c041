import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import styles from './plain-choices.module.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly words: string;
  readonly hint?: string;
}

interface PlainChoicesProps<Value extends string> {
  readonly label: string;
  readonly name: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onChoose: (value: Value) => void;
}

/** One of a few things, by the arrow keys. Not numbered: in this area the number keys open its sections. */
export function PlainChoices<Value extends string>(props: PlainChoicesProps<Value>): ReactNode {
  const { label, name, choices, value, onChoose } = props;
  return (
    <RadioGroup
      className={styles.choices}
      data-choice={name}
      value={value}
      onChange={(chosen) => {
        const found = choices.find((each) => each.value === chosen);
        if (found !== undefined) onChoose(found.value);
      }}
    >
      <Label className={styles.label}>{label}</Label>
      {choices.map((each) => (
        <Radio key={each.value} value={each.value} className={styles.choice} data-value={each.value}>
          <span className={styles.dot} aria-hidden="true" />
          <span className={styles.words}>
            <span>{each.words}</span>
            {each.hint === undefined ? null : <span className={styles.hint}>{each.hint}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}
