import type { ReactNode } from 'react';
import type { OwnScript } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { keyboardInWords, keyInWords, scriptInWords } from '../../wording/resident/keyboard.ts';
import { switchGroupNamed } from '../switch-access/switch-group.ts';
import { KeyboardKey } from './keyboard-key.tsx';
import type { KeyAct } from './keyboard-state.ts';
import styles from './on-screen-keyboard.module.css';
import type { WordKey } from './word-keys.ts';

/** The last row: keys with words on them. */
export function WordRow(props: {
  keys: readonly WordKey[];
  ownScript: OwnScript | null;
  /** The place where Tab stops. */
  stop: string;
  repeatDelay: number | null;
  onAct: (act: KeyAct) => void;
}): ReactNode {
  const words = ({ says }: WordKey): string => {
    if (says !== 'own-letters') return keyInWords(says);
    return props.ownScript === null ? '' : scriptInWords(props.ownScript);
  };
  const [first] = props.keys;
  return (
    <div
      className={styles.row}
      {...switchGroupNamed(first === undefined ? keyboardInWords() : `${words(first)} …`)}
    >
      {props.keys.map((key) => (
        <KeyboardKey
          key={key.action}
          place={key.action}
          action={key.action}
          shown={words(key)}
          name={null}
          isStop={key.action === props.stop}
          isDown={key.isDown}
          repeatDelay={props.repeatDelay}
          onAct={props.onAct}
        />
      ))}
    </div>
  );
}
