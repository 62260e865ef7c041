import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import styles from './choice-list.module.css';
import hidden from './hidden.module.css';
import { KeyCap } from './keys/key-cap.tsx';

/** One of the things that may be chosen. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly detail?: ReactNode;
  /** Why it cannot be chosen. It stays readable and reachable all the same. */
  readonly disabledReason?: string | null;
}

interface ChoiceListProps<Value extends string> {
  /** No other list on the screen has it. */
  readonly name: string;
  readonly legend: string;
  /** What stands above says the same: the legend is for screen readers alone. */
  readonly isLegendHidden?: boolean;
  /** What is lacking, said in the line of the legend, where it moves nothing. */
  readonly problem?: string | null;
  readonly choices: readonly Choice<Value>[];
  /** `null`: nothing is chosen yet. */
  readonly value: Value | null;
  /** Each choice shows its number; whoever has the list listens to the numbers (`useDialogKeys`). */
  readonly numbered?: boolean;
  readonly autoFocus?: boolean;
  /** What was chosen is being carried out: all of it stays readable and reachable, and nothing else can be chosen. */
  readonly asleep?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** A finger that trembles makes no click of the browser's; it presses all the same what it came down on and leaves from. */
function isTouchWithin({ pointerType, currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): boolean {
  return pointerType === 'touch' && currentTarget.contains(document.elementFromPoint(clientX, clientY));
}

/**
 * One of a few things, by the arrow keys. Radio buttons of the browser: one that is inactive keeps its place and its words,
 * which a disabled one would not.
 */
export function ChoiceList<Value extends string>(props: ChoiceListProps<Value>): ReactNode {
  const { name, legend, isLegendHidden = false, choices, value } = props;
  const { problem = null, numbered = false, autoFocus = false, asleep = false } = props;
  const onChoose = (chosen: Value): void => {
    if (!asleep) props.onChoose(chosen);
  };
  const list = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!autoFocus) return;
    const inputs = list.current;
    (inputs?.querySelector<HTMLInputElement>('input:checked') ?? inputs?.querySelector('input'))?.focus();
  }, [autoFocus]);
  useEffect(() => {
    // Chosen by its number: the focus goes along, or it would stand on one choice while another is marked.
    if (value === null || list.current?.contains(document.activeElement) !== true) return;
    list.current.querySelector<HTMLInputElement>('input:checked')?.focus();
  }, [value]);
  return (
    <fieldset ref={list} className={styles.list}>
      <legend className={isLegendHidden ? hidden.hidden : styles.legend}>
        {legend}
        {problem === null ? null : (
          <span role="alert" className={styles.problem} data-problem={name}>
            {' '}
            <span aria-hidden="true">× </span>
            {problem}
          </span>
        )}
      </legend>
      {choices.map((choice, index) => {
        const disabledReason = choice.disabledReason ?? null;
        const note = `${name}-${index}-note`;
        const hasNote = disabledReason !== null || choice.detail !== undefined;
        return (
          <div
            key={choice.value}
            className={styles.choice}
            data-chosen={value === choice.value}
            data-disabled={disabledReason !== null}
          >
            <label
              className={styles.label}
              onPointerUp={(event) => {
                if (disabledReason === null && isTouchWithin(event)) onChoose(choice.value);
              }}
            >
              <input
                className={styles.radio}
                type="radio"
                name={name}
                value={choice.value}
                checked={value === choice.value}
                aria-disabled={disabledReason !== null || asleep}
                aria-describedby={hasNote ? note : undefined}
                onChange={() => {
                  if (disabledReason === null) onChoose(choice.value);
                }}
              />
              <span>{choice.label}</span>
              {/* A number that chooses nothing is no key. */}
              {numbered && disabledReason === null ? (
                <span className={styles.number}>
                  <KeyCap>{`${index + 1}`}</KeyCap>
                </span>
              ) : null}
            </label>
            {hasNote ? (
              <div id={note} className={styles.note}>
                {choice.detail}
                {disabledReason === null ? null : <p className={styles.disabledReason}>{disabledReason}</p>}
              </div>
            ) : null}
          </div>
        );
      })}
    </fieldset>
  );
}
