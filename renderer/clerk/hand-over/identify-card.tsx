import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { cardCharacters, mayNameCard } from '../../../shared/card/number/card-characters.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from './hand-over-step.module.css';

const PAUSE_MILLISECONDS = 150;
/** Whoever types all ten passes by four; only a pause there means that four were all. */
const TELL_AFTER_MILLISECONDS = 900;

/** The card in hand names itself, so that the cards of two people cannot be swapped. */
export function IdentifyCard(props: { identified: boolean; isOverlaid: boolean }): ReactNode {
  const { identified, isOverlaid } = props;
  const { client } = useCore();
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef('');

  // Also after a dialog: one that was opened on the screen before has nothing to give the focus back to.
  useEffect(() => {
    if (!identified && !isOverlaid) input.current?.focus();
  }, [identified, isOverlaid]);

  const identify = useCallback(
    async (characters: string, patience: number): Promise<void> => {
      const asked = Date.now();
      const answer = await client.identifyCard({ characters });
      if (answer.ok) return;
      const tell = (): void => {
        if (latest.current === characters) setRefusal(answer.error);
      };
      setTimeout(tell, Math.max(0, asked + patience - Date.now()));
    },
    [client],
  );
  useEffect(() => {
    if (identified || !mayNameCard(cardCharacters(typed))) return undefined;
    const timer = setTimeout(() => void identify(typed, TELL_AFTER_MILLISECONDS), PAUSE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [identify, identified, typed]);

  return (
    <div>
      <label className={styles.label} htmlFor="card-characters">
        <Trans>Scan the card, or type its last four characters</Trans>
      </label>
      <input
        ref={input}
        id="card-characters"
        className={styles.input}
        type="text"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        readOnly={identified}
        aria-describedby="card-characters-note"
        aria-invalid={refusal !== null}
        onChange={(event) => {
          latest.current = event.target.value;
          setTyped(event.target.value);
          setRefusal(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          if (!identified && typed.trim() !== '') void identify(typed, 0);
        }}
      />
      <p id="card-characters-note" className={styles.note} aria-live="polite">
        {identified ? (
          <span className={styles.found}>
            ✓ <Trans>This is the person’s card.</Trans>
          </span>
        ) : refusal === null ? null : (
          <span className={styles.notFound}>
            ×{' '}
            {refusal.kind === 'no-such-card' ? (
              <Trans>
                This is not the card of this application. Do not hand it over; look at the number again.
              </Trans>
            ) : (
              refusalInWords(refusal)
            )}
          </span>
        )}
      </p>
    </div>
  );
}
