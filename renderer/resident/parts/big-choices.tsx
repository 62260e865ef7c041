import { type ReactNode, useRef } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useKeysWithin } from '../../parts/keys/use-keys-within.ts';
import styles from './big-choices.module.css';

/** One of the things that may be chosen. */
export interface BigChoice {
  readonly value: string;
  readonly words: ReactNode;
  /** A line below it. */
  readonly more?: ReactNode;
}

interface BigChoicesProps {
  readonly id: string;
  readonly choices: readonly BigChoice[];
  /** Empty: nothing is chosen yet, or nothing is what was chosen. */
  readonly value: string;
  readonly isRequired: boolean;
  /** The note below it says what is wrong. */
  readonly isInvalid?: boolean;
  readonly describedBy?: string;
  readonly onChoose: (value: string) => void;
  /** Enter, which chooses nothing in such a list. */
  readonly onEnter: () => void;
}

/** One of a few, each as large as a finger needs it; the arrow keys go from one to the next. Named by the heading. */
export function BigChoices(props: BigChoicesProps): ReactNode {
  const { id, choices, value, isRequired, isInvalid = false } = props;
  const list = useRef<HTMLDivElement>(null);
  useKeysWithin(list, (event) => {
    if (event.key !== 'Enter' || event.repeat || event.isComposing) return;
    event.preventDefault();
    props.onEnter();
  });
  return (
    <div ref={list}>
      <RadioGroup
        id={id}
        className={styles.list}
        // Also where nothing is chosen it is this page that decides what is.
        value={choices.some((each) => each.value === value) ? value : null}
        isRequired={isRequired}
        isInvalid={isInvalid}
        validationBehavior="aria"
        aria-labelledby="heading"
        aria-describedby={props.describedBy}
        onChange={props.onChoose}
      >
        {choices.map((choice) => (
          <Radio key={choice.value} value={choice.value} className={styles.choice}>
            <span className={styles.mark} aria-hidden="true" />
            <span className={styles.words}>
              {choice.words}
              {choice.more === undefined ? null : <span className={styles.below}>{choice.more}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  );
}
