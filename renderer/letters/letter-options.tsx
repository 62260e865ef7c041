import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Letter } from './letter.ts';
import styles from './letter-table.module.css';
import { LETTERS_ON_A_PAGE } from './move-in-table.ts';

/** A mark is seen on a letter only: a dotted circle stands for any. */
export function shownAs({ text }: Letter): string {
  return /^\p{M}/u.test(text) ? `◌${text}` : text;
}

/** What it is called, beside the letter itself: without that letter once more, where its name begins with it. */
export function calledBeside({ text, name }: Letter): string {
  if (name === text) return '';
  return name.startsWith(`${text}, `) ? name.slice(text.length + 2) : name;
}

/** The letters of one page. Their numbers count through all that were found. */
export function LetterOptions(props: {
  found: readonly Letter[];
  first: number;
  at: number;
  onFocus: (place: number) => void;
  onChoose: (letter: string) => void;
}): ReactNode {
  const { found, first, at, onFocus, onChoose } = props;
  const { t } = useLingui();
  return (
    <div className={styles.place}>
      {found.length === 0 ? null : (
        <div
          className={styles.letters}
          role="listbox"
          aria-label={t({ message: 'Letters', comment: 'Name of a table of letters.' })}
        >
          {found.slice(first, first + LETTERS_ON_A_PAGE).map((letter, index) => (
            <button
              key={letter.text}
              type="button"
              role="option"
              className={styles.letter}
              data-place={first + index}
              aria-selected={first + index === at}
              aria-posinset={first + index + 1}
              aria-setsize={found.length}
              aria-label={[shownAs(letter), calledBeside(letter)].filter((part) => part !== '').join(', ')}
              tabIndex={first + index === at ? 0 : -1}
              onFocus={() => onFocus(first + index)}
              onClick={() => onChoose(letter.text)}
            >
              {shownAs(letter)}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
