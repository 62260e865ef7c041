import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { isBeginningOf, readCardNaming } from '../../../shared/card/number/card-naming.ts';
import { useCore } from '../../core-client/core.tsx';
import { useScannedCard } from '../../parts/keys/use-scanned-card.ts';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { type CardNotFound, notThisCardInWords } from '../../wording/card-naming.ts';
import styles from './hand-over-step.module.css';

/** Four characters of a hand that goes on, or of a scanner in the middle of ten, are followed sooner than this. */
const PAUSE_MILLISECONDS = 60;
/** Whoever types all ten passes by four; only a pause there means that nothing else follows. */
const PATIENCE_MILLISECONDS = 900;

/**
 * The card in hand names itself, so that the cards of two people cannot be swapped. `number`: of the applicant's card. Another
 * one that is scanned afterwards takes that back, and the core hands nothing over then either.
 */
export function IdentifyCard(props: {
  number: string | null;
  identified: boolean;
  isOverlaid: boolean;
}): ReactNode {
  const { number, identified, isOverlaid } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const [typed, setTyped] = useState('');
  const [notFound, setNotFound] = useState<CardNotFound | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef('');

  // Also after a dialog: one that was opened on the screen before has nothing to give the focus back to.
  useEffect(() => {
    if (!identified && !isOverlaid) input.current?.focus();
  }, [identified, isOverlaid]);

  const write = (text: string): void => {
    latest.current = text;
    setTyped(text);
    setNotFound(null);
  };

  const identify = useCallback(
    async (text: string, patience: number): Promise<void> => {
      const naming = readCardNaming(text);
      if (naming.kind === 'partial' || naming.kind === 'misread') {
        setNotFound(naming);
        return;
      }
      const answer = await client.identifyCard({ characters: naming.characters });
      if (answer.ok || latest.current !== text) return;
      const after = (then: () => void): void => {
        const wait = naming.kind === 'whole' ? 0 : patience;
        setTimeout(() => {
          if (latest.current === text) then();
        }, wait);
      };
      if (number !== null && isBeginningOf(text, number)) {
        after(() => setNotFound({ kind: 'partial' }));
        return;
      }
      // No more characters can make it right, so nothing waits but the replacing: a slip is typed over by whoever sees it.
      setNotFound(answer.error);
      after(() => input.current?.select());
    },
    [client, number],
  );
  useScannedCard((scanned) => {
    const own = number === null ? null : readCardNaming(number);
    if (own?.kind === 'whole' && own.characters === scanned) return;
    // Before the ✓ goes: the field then asks by what it has, and says what is wrong.
    write(scanned);
    void client.identifyCard({ characters: scanned });
  }, identified);
  useEffect(() => {
    const { kind } = readCardNaming(typed);
    if (identified || kind === 'partial') return undefined;
    // A whole number that agrees waits for nothing: no more of it can come.
    const pause = kind === 'whole' ? 0 : PAUSE_MILLISECONDS;
    const timer = setTimeout(() => void identify(typed, PATIENCE_MILLISECONDS), pause);
    return () => clearTimeout(timer);
  }, [identify, identified, typed]);

  return (
    <div className={styles.identify}>
      <TextField
        id="card-characters"
        inputRef={input}
        label={t`Scan the card or type its last four characters`}
        kind="card-number"
        value={typed}
        readOnly={identified}
        problem={notFound === null ? null : notThisCardInWords(notFound)}
        isQuestion={notFound?.kind === 'partial'}
        sharedNote="card-characters-note"
        onChange={write}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.repeat) return;
          event.preventDefault();
          if (!identified && typed.trim() !== '') void identify(typed, 0);
        }}
      />
      <p id="card-characters-note" className={styles.note} aria-live="polite">
        {identified ? (
          <span className={styles.found}>
            ✓ <Trans>This is the applicant’s card.</Trans>
          </span>
        ) : notFound === null ? null : (
          <span className={notFound.kind === 'partial' ? undefined : styles.notFound}>
            {notFound.kind === 'partial' ? null : '× '}
            {notThisCardInWords(notFound)}
          </span>
        )}
      </p>
    </div>
  );
}
