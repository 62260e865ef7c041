import { i18n } from '@lingui/core';
import { Trans } from '@lingui/react/macro';
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
        {count === 0 ? null : (
          <Trans>
            Letters {from} to {until} of {all}
          </Trans>
        )}
      </p>
      <ActionButton
        kind="quiet"
        shortcut="PageUp"
        ariaDisabled={first === 0}
        onPress={() => onPage(first - LETTERS_ON_A_PAGE)}
      >
        <Trans>Earlier letters</Trans>
      </ActionButton>
      <ActionButton
        kind="quiet"
        shortcut="PageDown"
        ariaDisabled={last >= count}
        onPress={() => onPage(first + LETTERS_ON_A_PAGE)}
      >
        <Trans>More letters</Trans>
      </ActionButton>
      <ActionButton kind="quiet" shortcut="Esc" onPress={onClose}>
        <Trans>Close</Trans>
      </ActionButton>
    </div>
  );
}
