import { type FocusEvent, memo, type ReactNode, useContext, useRef } from 'react';
import { Pressable } from 'react-aria-components';
import { AsleepContext } from '../keys/use-awake.ts';
import type { KeyAct } from './keyboard-state.ts';
import styles from './on-screen-keyboard.module.css';
import { useHold, type WhenHeld } from './use-hold.ts';
import type { WordKey } from './word-keys.ts';

interface KeyboardKeyProps {
  /** Its place, which stays the same while other letters come to it: so the focus stays there too. */
  readonly place: string;
  /** What is written on it. */
  readonly shown: string;
  /** What a screen reader calls it, where that is not what is written. */
  readonly name: string | null;
  /** Of what is written, where it is not that of the screen. */
  readonly lang?: string;
  /** `type`: it types `text`. */
  readonly action: 'type' | WordKey['action'];
  readonly text?: string;
  readonly hasAccents?: boolean;
  /** The one key where Tab stops. */
  readonly isStop: boolean;
  /** It stays down; null: it is none that does. */
  readonly isDown?: boolean | null;
  /** From a press to its first repeat; a letter is held as long for its accents. */
  readonly repeatDelay: number | null;
  readonly onAct: (act: KeyAct) => void;
}

function actOf({ action, text = '', hasAccents = false }: KeyboardKeyProps): KeyAct {
  if (action === 'type') return { kind: 'character', text, hasAccents };
  if (action === 'space') return { kind: 'character', text: ' ', hasAccents: false };
  return { kind: action };
}

function whenHeld({ action, hasAccents = false }: KeyboardKeyProps): WhenHeld {
  if (action === 'delete') return 'again';
  return hasAccents ? 'once' : 'nothing';
}

const LOOKS = { type: styles.letter, space: styles.space } as const;

/**
 * One key. A press of it never takes the focus from the field; it ends where it began, or is none; and one that is held for
 * long is a press as well. While all around it sleeps it does nothing. Drawn anew only if something of it has changed.
 */
export const KeyboardKey = memo(function KeyboardKey(props: KeyboardKeyProps): ReactNode {
  const { place, shown, action, text = '', hasAccents = false } = props;
  const isAsleep = useContext(AsleepContext);
  const act = (does: KeyAct): void => {
    if (!isAsleep) props.onAct(does);
  };
  const hold = useHold(whenHeld(props), props.repeatDelay, () =>
    act(hasAccents ? { kind: 'held', text } : actOf(props)),
  );
  const isTouched = useRef(false);
  // React Aria gives the focus to a button that was touched for long.
  const giveBack = (event: FocusEvent): void => {
    if (!isTouched.current || !(event.relatedTarget instanceof HTMLElement)) return;
    event.stopPropagation();
    event.relatedTarget.focus();
  };
  const look = action === 'type' || action === 'space' ? LOOKS[action] : styles.word;
  return (
    <Pressable
      preventFocusOnPress
      onPressStart={({ pointerType }) => {
        isTouched.current = pointerType !== 'keyboard' && pointerType !== 'virtual';
        hold.begin();
      }}
      onPressEnd={() => {
        isTouched.current = false;
        hold.end();
      }}
      onPress={() => {
        if (!hold.hasActed()) act(actOf(props));
      }}
    >
      <button
        type="button"
        className={`${styles.key} ${look}`}
        data-key={place}
        data-has-accents={hasAccents || undefined}
        tabIndex={props.isStop ? 0 : -1}
        lang={props.lang}
        aria-label={props.name ?? undefined}
        aria-pressed={props.isDown ?? undefined}
        aria-disabled={isAsleep || undefined}
        data-asleep={isAsleep}
        onFocus={giveBack}
      >
        {shown}
      </button>
    </Pressable>
  );
});
