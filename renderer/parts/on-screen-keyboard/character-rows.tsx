import type { ReactNode } from 'react';
import { keyInWords, signInWords } from '../../wording/resident/keyboard.ts';
import { switchGroupNamed } from '../switch-access/switch-group.ts';
import { KeyboardKey } from './keyboard-key.tsx';
import type { KeyAct, KeyboardPage } from './keyboard-state.ts';
import type { ShownKey } from './keys-shown.ts';
import styles from './on-screen-keyboard.module.css';

/** The name of a key's place in its row. */
export function placeInRows(row: number, inRow: number): string {
  return `${row}-${inRow}`;
}

/** A mark alone is drawn on the circle that stands for any letter. */
function shownAs(text: string): string {
  return /^\p{M}/u.test(text) ? `\u25CC${text}` : text;
}

/** Keys of another kind, behind those of the last row. */
interface EndOfRows {
  /** What stands on the last of them. */
  readonly lastSays: string;
  readonly keys: ReactNode;
}

/** What is said of a row by itself where it comes up: of the accents of a letter that was typed, not which they are. */
function rowInWords(
  page: KeyboardPage,
  row: readonly ShownKey[],
  { at, end }: { readonly at: number; readonly end: EndOfRows | null },
): string {
  if (page.kind === 'accents') return `${keyInWords('accents')} ${at + 1}`;
  return `${row[0]?.text ?? ''} … ${end?.lastSays ?? row.at(-1)?.text ?? ''}`;
}

/** The keys that type. */
export function CharacterRows(props: {
  rows: readonly (readonly ShownKey[])[];
  end: EndOfRows | null;
  page: KeyboardPage;
  lang: string;
  /** The place where Tab stops. */
  stop: string;
  repeatDelay: number | null;
  onAct: (act: KeyAct) => void;
}): ReactNode {
  const endAt = (at: number): EndOfRows | null => (at === props.rows.length - 1 ? props.end : null);
  return (
    <div className={styles.letters}>
      {props.rows.map((row, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          key={at}
          className={styles.row}
          {...switchGroupNamed(rowInWords(props.page, row, { at, end: endAt(at) }))}
        >
          {row.map(({ text, accents }, inRow) => {
            const place = placeInRows(at, inRow);
            const shown = shownAs(text);
            return (
              <KeyboardKey
                key={place}
                place={place}
                action="type"
                text={text}
                hasAccents={accents.length > 0}
                shown={shown}
                name={signInWords(text) ?? (shown === text ? null : text)}
                lang={props.lang}
                isStop={place === props.stop}
                repeatDelay={props.repeatDelay}
                onAct={props.onAct}
              />
            );
          })}
          {endAt(at)?.keys}
        </div>
      ))}
    </div>
  );
}
