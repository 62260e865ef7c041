import { useLingui } from '@lingui/react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { DocumentCategory, DocumentKind } from '../../../shared/programme/documents.ts';
import type { DocumentsFor } from '../../../shared/programme/evaluate-documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { caretakerTick, OLD_CARD_TAKEN_IN, type Tick } from '../../../shared/programme/shown-documents.ts';
import { useKeysWithin } from '../../parts/keys/use-keys-within.ts';
import {
  caretakerCheckInWords,
  documentInWords,
  oldCardBoxInWords,
  oldCardInWords,
  oldCardTodoInWords,
} from '../../wording/application/documents.ts';
import styles from './document-list.module.css';
import { typeAhead, wordMatch } from './type-ahead.ts';

interface DocumentListProps {
  readonly categories: readonly DocumentCategory[];
  /** Of an applicant of this age, on this route. */
  readonly asked: DocumentsFor;
  readonly ticked: readonly string[];
  readonly onTick: (id: string, seen: boolean) => void;
  readonly onEnter: () => void;
}

const FORGET_LETTERS_MILLISECONDS = 1500;

/** All kinds of documents by category: one stop for Tab, arrows and letters move, Space ticks. */
export function DocumentList(props: DocumentListProps): ReactNode {
  const { categories, onEnter, onTick } = props;
  const { i18n } = useLingui();
  const groups = groupsInWords(props.asked, categories, i18n.locale);
  const inOrder = groups.flatMap(({ rows }) => rows);
  const [at, setAt] = useState(0);
  const [letters, setLetters] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const boxes = useRef(new Map<string, HTMLInputElement>());

  const moveTo = (index: number): void => {
    const row = inOrder[Math.max(0, Math.min(inOrder.length - 1, index))];
    if (row !== undefined) boxes.current.get(row.tick)?.focus();
  };
  useEffect(() => {
    list.current?.querySelector('input')?.focus();
  }, []);
  useEffect(() => {
    if (letters === '') return undefined;
    const timer = setTimeout(() => setLetters(''), FORGET_LETTERS_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [letters]);

  const find = (typed: string): void => {
    const found = typeAhead(
      inOrder.map(({ name }) => name),
      typed,
      at,
    );
    // A letter that leads nowhere is a slip: it is not taken in, so that the next one can be right.
    if (found === null) return;
    setLetters(typed);
    moveTo(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === ' ') {
      setLetters('');
      return;
    }
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(inOrder.length - 1);
    else if (event.key === 'Enter') {
      if (!event.repeat) onEnter();
    } else if (event.key === 'Backspace') setLetters(letters.slice(0, -1));
    else if (event.key === 'Escape' && letters !== '') setLetters('');
    else if ([...event.key].length === 1) find(letters + event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useKeysWithin(list, onKeyDown);

  const current = inOrder[at];
  return (
    <div className={styles.withAsks}>
      {/* Of the kind that the keys are on, in a place of its own: nothing moves. */}
      <p id="document-asks" className={styles.asks} data-document-asks>
        {current?.asks}
      </p>
      <div ref={list} className={styles.list}>
        {groups.map(({ id, legend, rows }) => (
          <fieldset key={id} className={styles.category}>
            <legend className={styles.legend}>{legend}</legend>
            {rows.map((row) => (
              <label key={row.tick} className={styles.kind}>
                <input
                  ref={(box) => {
                    if (box !== null) boxes.current.set(row.tick, box);
                  }}
                  className={styles.box}
                  type="checkbox"
                  tabIndex={current?.tick === row.tick ? 0 : -1}
                  checked={props.ticked.includes(row.tick)}
                  data-document={row.tick}
                  aria-describedby={current?.tick === row.tick ? 'document-asks' : undefined}
                  onFocus={() => setAt(inOrder.findIndex(({ tick }) => tick === row.tick))}
                  onChange={(event) => onTick(row.tick, event.target.checked)}
                />
                <span>
                  <Name name={row.name} letters={letters} />
                </span>
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
  );
}

/** One check box. */
interface Row {
  readonly tick: Tick;
  /** What is asked of it, in words. */
  readonly asks: string;
  readonly name: string;
}

/** Check boxes below one heading. */
interface Group {
  readonly id: string;
  readonly legend: string;
  readonly rows: readonly Row[];
}

/** The old card first, where it is taken in; then every category that has a kind for this applicant. */
function groupsInWords(
  { documents, takesOldCardIn }: DocumentsFor,
  categories: readonly DocumentCategory[],
  locale: string,
): readonly Group[] {
  const oldCard: Group = {
    id: OLD_CARD_TAKEN_IN,
    legend: oldCardInWords(),
    rows: [{ tick: OLD_CARD_TAKEN_IN, asks: oldCardTodoInWords(), name: oldCardBoxInWords() }],
  };
  const ofCategories = categories.map(({ id, name }) => ({
    id,
    legend: inLanguage(name, locale),
    rows: documents.filter(({ category }) => category === id).flatMap((kind) => rowsInWords(kind, locale)),
  }));
  return [
    ...(takesOldCardIn === true ? [oldCard] : []),
    ...ofCategories.filter(({ rows }) => rows.length > 0),
  ];
}

/** Of a caretaker each thing is checked off by itself. */
function rowsInWords(kind: DocumentKind, locale: string): readonly Row[] {
  const name = inLanguage(kind.name, locale);
  const asks = documentInWords(kind);
  return (
    kind.caretakerShows?.map((check) => ({
      tick: caretakerTick(kind, check),
      asks,
      name: caretakerCheckInWords(name, check),
    })) ?? [{ tick: kind.id, asks, name }]
  );
}

function Name({ name, letters }: { name: string; letters: string }): ReactNode {
  const match = wordMatch(name, letters);
  if (match === null) return name;
  return (
    <>
      {name.slice(0, match.start)}
      <mark className={styles.match}>{name.slice(match.start, match.end)}</mark>
      {name.slice(match.end)}
    </>
  );
}
