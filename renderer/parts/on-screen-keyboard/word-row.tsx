import type { ReactNode } from 'react';
import type { OwnScript } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { keyboardInWords, keyInWords, scriptInWords } from '../../wording/resident/keyboard.ts';
import { switchGroupNamed } from '../switch-access/switch-group.ts';
import { KeyboardKey } from './keyboard-key.tsx';
import type { KeyAct } from './keyboard-state.ts';
import styles from './on-screen-keyboard.module.css';
import type { WordKey } from './word-keys.ts';

interface WordKeysProps {
  readonly keys: readonly WordKey[];
  readonly ownScript: OwnScript | null;
  /** The place where Tab stops. */
  readonly stop: string;
  readonly repeatDelay: number | null;
  readonly onAct: (act: KeyAct) => void;
}

function wordsOn({ says }: WordKey, ownScript: OwnScript | null): string {
  if (says !== 'own-letters') return keyInWords(says);
  return ownScript === null ? '' : scriptInWords(ownScript);
}

/** Keys with words on them. */
export function WordKeys({ keys, ownScript, stop, repeatDelay, onAct }: WordKeysProps): ReactNode {
  return keys.map((key) => (
    <KeyboardKey
      key={key.action}
      place={key.action}
      action={key.action}
      shown={wordsOn(key, ownScript)}
      name={null}
      isStop={key.action === stop}
      isDown={key.isDown}
      repeatDelay={repeatDelay}
      onAct={onAct}
    />
  ));
}

/** The last row, of such keys. */
export function WordRow(props: WordKeysProps): ReactNode {
  const [first] = props.keys;
  const named = first === undefined ? keyboardInWords() : `${wordsOn(first, props.ownScript)} …`;
  return (
    <div className={styles.row} {...switchGroupNamed(named)}>
      <WordKeys {...props} />
    </div>
  );
}
