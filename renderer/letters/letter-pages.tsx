import { i18n } from '@lingui/core';
import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import styles from './letter-table.module.css';
import { LETTERS_ON_A_PAGE } from './move-in-table.ts';

/** Which letters are shown of how many, and the ways to the others. */
export function LetterPages(props: {
  first: number;
  count: number;
  onPage: (first: number) => void;
  onClose: () => void;
}): ReactNode {
  const { first, count, onPage, onClose } = props;
  const last = Math.min(first + LETTERS_ON_A_PAGE, count);
  const [from, until, all] = [first + 1, last, count].map((number) => i18n.number(number));
  return (
    <div className={styles.pages} data-pages>
      <p role="status" className={styles.count}>
        {count === 0 ? null : count <= LETTERS_ON_A_PAGE ? (
          <Plural
            comment="How many letters a table shows, where all of them are in sight."
            value={count}
            one="# letter"
            other="# letters"
          />
        ) : (
          <Trans comment="Which letters of the table are shown, by their places: 1 to 90 of 412.">
            Letters {from} to {until} of {all}
          </Trans>
        )}
      </p>
      <div className={styles.turns} data-one-page={count <= LETTERS_ON_A_PAGE}>
        <ActionButton
          kind="quiet"
          shortcut="PageUp"
          ariaDisabled={first === 0}
          onPress={() => onPage(first - LETTERS_ON_A_PAGE)}
        >
          <Trans comment="Button: the page before in a table of letters.">Earlier letters</Trans>
        </ActionButton>
        <ActionButton
          kind="quiet"
          shortcut="PageDown"
          ariaDisabled={last >= count}
          onPress={() => onPage(first + LETTERS_ON_A_PAGE)}
        >
          <Trans comment="Button: the next page in a table of letters.">More letters</Trans>
        </ActionButton>
      </div>
      <ActionButton kind="quiet" shortcut="Esc" onPress={onClose}>
        <Trans comment="Button that closes the table of letters.">Close</Trans>
      </ActionButton>
    </div>
  );
}
