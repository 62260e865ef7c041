import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect } from 'react';
import { refusalInWords } from '../../wording/refusal.ts';
import { ActionButton } from '../action-button.tsx';
import { announce } from '../announcer.tsx';
import { Notice } from '../notice.tsx';
import { useIntoSight } from '../use-into-sight.ts';
import styles from './suggested-words.module.css';
import type { Suggestion } from './use-suggestion.ts';

interface SuggestedWordsProps {
  readonly suggestion: Suggestion;
  /** The key that does the same; the screen itself listens to it. */
  readonly shortcut: string;
  readonly children: ReactNode;
}

/** The act that draws four words, and the words in clear until something else stands in the field. */
export function SuggestedWords({ suggestion, shortcut, children }: SuggestedWordsProps): ReactNode {
  const { t } = useLingui();
  const { words, busy, refusal } = suggestion;
  const filled = t`Both fields now have four words. They’re shown below the button.`;
  useEffect(() => {
    // The words themselves are read when they are asked for: not everybody in the room should hear them.
    if (words !== null) announce(filled);
  }, [words, filled]);
  // By their key they are asked for from a field above: they must be seen now, for they are shown once.
  const shown = useIntoSight<HTMLDivElement>(words);
  return (
    <div className={styles.suggestion}>
      <div>
        <ActionButton shortcut={shortcut} ariaDisabled={busy && 'for-a-moment'} onPress={suggestion.suggest}>
          {children}
        </ActionButton>
      </div>
      {words === null ? null : (
        <div ref={shown}>
          <p className={styles.words} data-suggested>
            {words}
          </p>
          <p>
            <Trans>
              Write these words down now, with the spaces between them. They’re in both fields, and nobody can
              look them up later.
            </Trans>
          </p>
        </div>
      )}
      {refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(refusal)}</p>
        </Notice>
      )}
    </div>
  );
}
