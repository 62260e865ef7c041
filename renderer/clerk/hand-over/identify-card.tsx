import { Trans } from '@lingui/react/macro';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { readCardNaming } from '../../../shared/card/number/card-naming.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { CARD_NUMBER_FIELD } from '../../parts/keys/use-scan-guard.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import styles from './hand-over-step.module.css';

/** Four characters of a hand that goes on, or of a scanner in the middle of ten, are followed sooner than this. */
const PAUSE_MILLISECONDS = 60;
/** Whoever types all ten passes by four; only a pause there means that four were all. */
const TELL_AFTER_MILLISECONDS = 900;

/** What is said below the field: why the core said no, or what the field still lacks. */
type Verdict = Refusal | { readonly kind: 'partial' | 'misread' };

/** The card in hand names itself, so that the cards of two people cannot be swapped. */
export function IdentifyCard(props: { identified: boolean; isOverlaid: boolean }): ReactNode {
  const { identified, isOverlaid } = props;
  const { client } = useCore();
  const [typed, setTyped] = useState('');
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef('');

  // Also after a dialog: one that was opened on the screen before has nothing to give the focus back to.
  useEffect(() => {
    if (!identified && !isOverlaid) input.current?.focus();
  }, [identified, isOverlaid]);

  const identify = useCallback(
    async (text: string, patience: number): Promise<void> => {
      const naming = readCardNaming(text);
      if (naming.kind === 'partial' || naming.kind === 'misread') {
        setVerdict(naming);
        return;
      }
      const asked = Date.now();
      const answer = await client.identifyCard({ characters: naming.characters });
      if (answer.ok) return;
      const tell = (): void => {
        if (latest.current !== text) return;
        setVerdict(answer.error);
        // What is typed next takes its place.
        input.current?.select();
      };
      const wait = naming.kind === 'whole' ? 0 : asked + patience - Date.now();
      if (wait <= 0) tell();
      else setTimeout(tell, wait);
    },
    [client],
  );
  useEffect(() => {
    const { kind } = readCardNaming(typed);
    if (identified || kind === 'partial') return undefined;
    // A whole number that agrees waits for nothing: no more of it can come.
    const pause = kind === 'whole' ? 0 : PAUSE_MILLISECONDS;
    const timer = setTimeout(() => void identify(typed, TELL_AFTER_MILLISECONDS), pause);
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
        {...CARD_NUMBER_FIELD}
        className={styles.input}
        type="text"
        dir="ltr"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        value={typed}
        readOnly={identified}
        aria-describedby="card-characters-note"
        aria-invalid={verdict !== null && verdict.kind !== 'partial'}
        onChange={(event) => {
          latest.current = event.target.value;
          setTyped(event.target.value);
          setVerdict(null);
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
            ✓ <Trans>This is the applicant’s card.</Trans>
          </span>
        ) : verdict === null ? null : (
          <VerdictInWords verdict={verdict} />
        )}
      </p>
    </div>
  );
}

function VerdictInWords({ verdict }: { verdict: Verdict }): ReactNode {
  switch (verdict.kind) {
    case 'partial':
      return <Trans>Keep going: scan the card, or type its last four characters.</Trans>;
    case 'misread':
      return (
        <span className={styles.notFound}>
          ×{' '}
          <Trans>That card number isn’t right. Scan the card again, or type its last four characters.</Trans>
        </span>
      );
    case 'no-such-card':
      return (
        <span className={styles.notFound}>
          ×{' '}
          <Trans>This isn’t the card for this application. Don’t hand it over. Check the number again.</Trans>
        </span>
      );
    default:
      return <span className={styles.notFound}>× {refusalInWords(verdict)}</span>;
  }
}
