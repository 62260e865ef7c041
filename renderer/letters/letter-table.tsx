import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../shared/contract/declare.ts';
import { useKeysWithin } from '../parts/keys/use-keys-within.ts';
import { useTypeInto } from '../parts/keys/use-type-into.ts';
import { Notice } from '../parts/notice.tsx';
import { TextField } from '../parts/text-field/text-field.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { findLetters } from './find-letters.ts';
import type { Letter } from './letter.ts';
import { calledBeside, LetterOptions, shownAs } from './letter-options.tsx';
import { LetterPages } from './letter-pages.tsx';
import styles from './letter-table.module.css';
import { LETTERS_ON_A_PAGE, moveInTable } from './move-in-table.ts';

const NONE: readonly Letter[] = [];

/** How many letters stand beside each other, as they are laid out now. */
function columnsOf(list: HTMLElement | null): number {
  const options = [...(list?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
  const second = options.findIndex(({ offsetTop }) => offsetTop !== options[0]?.offsetTop);
  return second === -1 ? Math.max(options.length, 1) : second;
}

/** Letters that are looked for by typing, and moved through by the arrow keys. */
export function LetterTable(props: {
  letters: Answer<readonly Letter[]> | null;
  onChoose: (letter: string) => void;
  onClose: () => void;
}): ReactNode {
  const { letters, onChoose, onClose } = props;
  const { t } = useLingui();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  // The focus follows the arrow keys, and nothing else.
  const follows = useRef(false);
  const all = letters?.ok ? letters.value : NONE;
  const found = useMemo(() => findLetters(all, typed), [all, typed]);
  const first = at - (at % LETTERS_ON_A_PAGE);
  const letter = found[at];

  const focusLetter = (place: number): void =>
    table.current?.querySelector<HTMLElement>(`[data-place="${place}"]`)?.focus();
  useEffect(() => search.current?.focus(), []);
  useTypeInto(search);
  useLayoutEffect(() => {
    if (follows.current) focusLetter(at);
    follows.current = false;
  });
  // Whoever types fast has pressed Enter before the letters were there.
  const isMeant = useRef(false);
  useEffect(() => {
    if (!isMeant.current || letter === undefined) return undefined;
    // Behind this effect: React closes nothing at once within one, and an open dialog takes the focus back.
    const timer = setTimeout(() => onChoose(letter.text));
    return () => clearTimeout(timer);
  }, [letter, onChoose]);

  const move = (key: string): boolean => {
    const inSearch = document.activeElement === search.current;
    const to = moveInTable({ key, at, count: found.length, columns: columnsOf(table.current), inSearch });
    if (to === null) return false;
    if (to === 'search') search.current?.focus();
    else if (to === at) focusLetter(at);
    else {
      follows.current = true;
      setAt(to);
    }
    return true;
  };
  useKeysWithin(table, (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const onButton = event.target instanceof Element && event.target.closest('[data-pages]') !== null;
    if (event.key === 'Enter' && !onButton) {
      event.preventDefault();
      if (event.repeat) return;
      if (letter !== undefined) onChoose(letter.text);
      else isMeant.current = letters === null;
    } else if (move(event.key)) event.preventDefault();
  });

  return (
    <div ref={table} className={styles.table}>
      <TextField
        id="letter-search"
        label={t({
          message: 'Find a letter',
          comment: 'Label of a field: a letter, its mark or a language.',
        })}
        hint={t`Type a letter, a mark like ogonek, or a language like Polish. The arrow keys choose a letter, and Enter inserts it.`}
        problem={
          letters?.ok && letter === undefined
            ? t`No letter of the card matches. Type a similar letter, or ask the applicant for another spelling.`
            : null
        }
        inputRef={search}
        value={typed}
        onChange={(next) => {
          isMeant.current = false;
          setTyped(next);
          setAt(0);
        }}
      />
      {letters?.ok === false ? (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(letters.error)}</p>
        </Notice>
      ) : null}
      <LetterOptions found={found} first={first} at={at} onFocus={setAt} onChoose={onChoose} />
      <p className={styles.name} role="status" data-letter-name>
        {letter === undefined ? null : (
          <>
            <span className={styles.shown}>{shownAs(letter)}</span> {calledBeside(letter)}
          </>
        )}
      </p>
      <LetterPages first={first} count={found.length} onPage={setAt} onClose={onClose} />
    </div>
  );
}
