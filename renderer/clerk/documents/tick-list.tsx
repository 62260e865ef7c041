import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Tick } from '../../../shared/programme/documents/shown-documents.ts';
import { pageKeyWatch } from '../../parts/keys/key-watch.ts';
import { useKeysWithin } from '../../parts/keys/use-keys-within.ts';
import styles from './tick-list.module.css';
import { typeAhead, wordMatch } from './type-ahead.ts';

/** One check box. */
export interface TickRow {
  readonly tick: Tick;
  readonly name: string;
  /** What it counts as, where the rule has lists or points: beside its name. */
  readonly counts?: readonly string[];
  /** What is asked, said while the keys are on it, or the mouse; and of what. */
  readonly asks: string;
  readonly asksOf: string;
}

/** Check boxes under one heading. */
export interface TickGroup {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly TickRow[];
}

interface TickListProps {
  readonly groups: readonly TickGroup[];
  readonly ticked: readonly string[];
  readonly onTick: (id: string, seen: boolean) => void;
  readonly onEnter: () => void;
}

const FORGET_LETTERS_MILLISECONDS = 1500;

/**
 * What a clerk checks off, by groups: one stop for Tab, arrows and letters move, Space ticks, Enter goes on. What a scanner
 * sends ticks nothing and does not go on.
 */
export function TickList({ groups, ticked, onTick, onEnter }: TickListProps): ReactNode {
  const inOrder = groups.flatMap(({ rows }) => rows);
  const [at, setAt] = useState(0);
  const [underMouse, setUnderMouse] = useState<Tick | null>(null);
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
    const isScanned = pageKeyWatch().endsBurst(event);
    if (event.key === ' ') {
      setLetters('');
      if (isScanned) event.preventDefault();
      return;
    }
    if (event.key === 'ArrowDown') moveTo(at + 1);
    else if (event.key === 'ArrowUp') moveTo(at - 1);
    else if (event.key === 'Home') moveTo(0);
    else if (event.key === 'End') moveTo(inOrder.length - 1);
    else if (event.key === 'Enter') {
      if (!event.repeat && !isScanned) onEnter();
    } else if (event.key === 'Backspace') setLetters(letters.slice(0, -1));
    else if (event.key === 'Escape' && letters !== '') setLetters('');
    else if ([...event.key].length === 1) find(letters + event.key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  useEffect(() => void pageKeyWatch(), []);
  useKeysWithin(list, onKeyDown);

  const current = inOrder[at];
  const shown = inOrder.find(({ tick }) => tick === underMouse) ?? current;
  return (
    <div className={styles.withAsks}>
      {/* Of the box that was pointed at last, by mouse or keys, in a place of its own: nothing moves. */}
      <p id="document-asks" className={styles.asks} data-document-asks>
        {/* To the eye alone: the box that it describes has that name, or stands in a group that has it. */}
        <b aria-hidden="true">{shown?.asksOf}</b> {shown?.asks}
      </p>
      <div ref={list} className={styles.list}>
        {groups.map(({ id, name, rows }) => (
          <fieldset key={id} className={styles.category}>
            <legend className={styles.legend}>{name}</legend>
            {rows.map((row) => (
              <label
                key={row.tick}
                className={styles.kind}
                // Not by entering: a mouse that rests where a new screen puts a row points at nothing.
                onMouseMove={() => setUnderMouse(row.tick)}
                onMouseLeave={() => setUnderMouse(null)}
              >
                <input
                  ref={(box) => {
                    if (box !== null) boxes.current.set(row.tick, box);
                  }}
                  className={styles.box}
                  type="checkbox"
                  tabIndex={current?.tick === row.tick ? 0 : -1}
                  checked={ticked.includes(row.tick)}
                  data-document={row.tick}
                  aria-describedby={
                    current?.tick === row.tick && shown === current ? 'document-asks' : undefined
                  }
                  onFocus={() => {
                    setAt(inOrder.findIndex(({ tick }) => tick === row.tick));
                    setUnderMouse(null);
                  }}
                  onChange={(event) => onTick(row.tick, event.target.checked)}
                />
                <span className={styles.name}>
                  <Name name={row.name} letters={letters} />
                </span>
                <Counts counts={row.counts ?? []} />
              </label>
            ))}
          </fieldset>
        ))}
      </div>
    </div>
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

function Counts({ counts }: { counts: readonly string[] }): ReactNode {
  if (counts.length === 0) return null;
  return (
    <span className={styles.counts} data-counts>
      {counts.map((words) => (
        <span key={words}>{words}</span>
      ))}
    </span>
  );
}
