import { Trans } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect } from 'react';
import { keyInWords } from '../../wording/resident/keyboard.ts';
import { announce } from '../announcer.tsx';
import { CARD_NUMBER_FIELD } from '../keys/use-scan-guard.ts';
import { type AccentOffer, formsOn } from './accents.ts';
import { FieldNote } from './field-note.tsx';
import { TAKES_LETTERS } from './insert-text.ts';
import { LabeledField } from './labeled-field.tsx';
import { leavesField } from './leaves-field.ts';
import styles from './text-field.module.css';
import { useAccents } from './use-accents.ts';

/** What is typed in a field: words of any script, digits, a network address, a card's number or the end of it. */
type TextFieldKind = 'words' | 'digits' | 'address' | 'card-number';

export interface TextFieldProps {
  readonly id: string;
  readonly label: string;
  /** The id of a heading that says the same: then no label stands above it. */
  readonly labelledBy?: string | undefined;
  readonly value: string;
  readonly kind?: TextFieldKind;
  readonly hint?: ReactNode;
  readonly problem: string | null;
  /** What stands in the problem's place is a question: the text may be right. */
  readonly isQuestion?: boolean;
  /** See `FieldNote`. */
  readonly aloud?: string | null | undefined;
  /** The id of a note that several fields share; without it the field has its own. */
  readonly sharedNote?: string | undefined;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  /** Of what is typed, where it is not that of the screen. */
  readonly lang?: string;
  /** Holding a letter key offers its accented forms, and the table of letters is for this field. */
  readonly withAccents?: boolean;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
  readonly onChange: (typed: string) => void;
  readonly onLeave?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
}

const INPUT_MODE = { words: 'text', digits: 'numeric', address: 'url', 'card-number': 'text' } as const;

/** A text field with its label, its problem in words, and nothing that alters what is typed. */
export function TextField(props: TextFieldProps): ReactNode {
  const {
    id,
    label,
    value,
    kind = 'words',
    problem,
    required = false,
    readOnly = false,
    withAccents = false,
    isQuestion = false,
  } = props;
  const accents = useAccents();
  const note = props.sharedNote ?? `${id}-note`;
  return (
    <LabeledField id={id} label={props.labelledBy === undefined ? label : null}>
      <input
        {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        {...(withAccents ? TAKES_LETTERS : {})}
        {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
        {...(kind === 'card-number' ? CARD_NUMBER_FIELD : {})}
        id={id}
        lang={props.lang}
        className={styles.input}
        type="text"
        // The direction of a name follows its own letters.
        dir={kind === 'words' ? 'auto' : 'ltr'}
        inputMode={INPUT_MODE[kind]}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        readOnly={readOnly}
        aria-labelledby={props.labelledBy}
        aria-required={required}
        aria-invalid={problem !== null && !isQuestion}
        aria-describedby={note}
        onChange={(event) => props.onChange(event.target.value)}
        onBlur={({ relatedTarget }) => {
          accents.close();
          if (leavesField(relatedTarget)) props.onLeave?.();
        }}
        onKeyDown={(event) => {
          if (withAccents) accents.onKeyDown(event);
          if (!event.defaultPrevented) props.onKeyDown?.(event);
        }}
      />
      {accents.offered === null ? null : <AccentRow offer={accents.offered} />}
      {props.sharedNote === undefined ? (
        <FieldNote
          id={note}
          problem={problem}
          hint={props.hint}
          isQuestion={isQuestion}
          aloud={props.aloud}
        />
      ) : null}
    </LabeledField>
  );
}

/** That a held letter has forms is said; which ones is not, for it would tell others what letter of a name was typed. */
function AccentRow({ offer }: { offer: AccentOffer }): ReactNode {
  const { forms, hasMore } = formsOn(offer);
  const accents = keyInWords('accents');
  useEffect(() => announce(accents), [accents]);
  return (
    <ol className={styles.accents} aria-label={accents} data-accents={offer.letter}>
      {forms.map((form, index) => (
        <li key={form} className={styles.accent}>
          <span className={styles.form}>{form}</span>
          <kbd>{index + 1}</kbd>
        </li>
      ))}
      {hasMore ? (
        <li className={styles.accent}>
          <span>
            <Trans comment="Beside a row of accented letters: the key 0 shows more of them.">More</Trans>
          </span>
          <kbd>0</kbd>
        </li>
      ) : null}
    </ol>
  );
}
