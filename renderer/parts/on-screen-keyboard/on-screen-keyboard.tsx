import { type ReactNode, useRef, useState } from 'react';
import { hasOwnScript, keyboardLayouts } from '../../../shared/residents/keyboard-layouts/layouts.ts';
import { numeric } from '../../../shared/residents/keyboard-layouts/numeric.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { keyboardInWords, keyInWords } from '../../wording/resident/keyboard.ts';
import { SWITCH_GROUP } from '../switch-access/switch-group.ts';
import { deleteIn, typeInto } from '../text-field/type-into.ts';
import { CharacterRows, placeInRows } from './character-rows.tsx';
import { ON_SCREEN_KEYBOARD, ON_SCREEN_KEYBOARD_SELECTOR } from './keyboard-mark.ts';
import { afterAct, FIRST_STATE, type KeyAct } from './keyboard-state.ts';
import { keysShown } from './keys-shown.ts';
import styles from './on-screen-keyboard.module.css';
import { useAtBeginning } from './use-at-beginning.ts';
import { useKeptInSight } from './use-kept-in-sight.ts';
import { useKeysOfKeyboard } from './use-keys-of-keyboard.ts';
import { wordKeys } from './word-keys.ts';
import { WordKeys, WordRow } from './word-row.tsx';

interface OnScreenKeyboardProps {
  readonly language: ResidentLanguage;
  /** What it writes into (`useFieldAtHand`). One whose input mode is numeric gets digits. */
  readonly field: HTMLInputElement | null;
  /** The field is for a name: its first letter is offered as a capital. */
  readonly offersCapital: boolean;
  /** The card prints the language's own script: a key changes to it. The keyboard opens with Latin letters all the same. */
  readonly withOwnScript: boolean;
  /** From a press to its first repeat; a letter is held as long for its accents. */
  readonly repeatDelay: number | null;
}

/** A press shows where it types; not while somebody moves on the keyboard by its keys. */
function showCursor(field: HTMLInputElement): void {
  const at = document.activeElement;
  if (at !== field && at?.closest(ON_SCREEN_KEYBOARD_SELECTOR) == null) field.focus();
}

/** The same function for as long as the keyboard stands: with it, keys that stay the same are not drawn anew. */
function useActs(field: HTMLInputElement | null, offersCapital: (script: 'latin' | 'own') => boolean) {
  const [kept, setKept] = useState({ field, state: FIRST_STATE });
  // Another field begins with Latin letters again.
  const state = kept.field === field ? kept.state : FIRST_STATE;
  const latest = useRef({ state, offersCapital, field });
  latest.current = { state, offersCapital, field };
  const [onAct] = useState(() => (act: KeyAct): void => {
    const now = latest.current;
    if (now.field !== null) showCursor(now.field);
    if (act.kind === 'delete') {
      if (now.field !== null) deleteIn(now.field);
      return;
    }
    const after = afterAct(now.state, act, now.offersCapital(now.state.script));
    // Also for a press that comes before the next drawing.
    latest.current = { ...now, state: after.state };
    setKept({ field: now.field, state: after.state });
    if (after.typed !== null && now.field !== null) typeInto(now.field, after.typed);
  });
  return { state, onAct };
}

/** A keyboard below what it writes into. It keeps nothing of what is typed, and offers no words. */
export function OnScreenKeyboard(props: OnScreenKeyboardProps): ReactNode {
  const { language, field, repeatDelay } = props;
  const keyboard = useRef<HTMLDivElement>(null);
  const keys = useKeysOfKeyboard(keyboard, field);
  const isAtBeginning = useAtBeginning(field);
  useKeptInSight(field, keyboard);

  const { latin, own } = keyboardLayouts[language];
  const ownLayout = props.withOwnScript ? own : null;
  const isNumeric = field?.inputMode === 'numeric';
  const layoutOf = (script: 'latin' | 'own') =>
    isNumeric ? numeric : script === 'own' && ownLayout !== null ? ownLayout : latin;
  const isOffered = (script: 'latin' | 'own'): boolean =>
    props.offersCapital && isAtBeginning && layoutOf(script).shift === 'capitals';
  const { state, onAct } = useActs(field, isOffered);

  const layout = layoutOf(state.script);
  const offersCapital = isOffered(state.script);
  const rows = keysShown(layout, state, offersCapital);
  const words = wordKeys({ state, layout, isNumeric, hasOwnScript: ownLayout !== null, offersCapital });
  const places = [
    ...rows.flatMap((row, at) => row.map((_, inRow) => placeInRows(at, inRow))),
    ...words.map(({ action }) => action),
  ];
  const stop = keys.stop !== null && places.includes(keys.stop) ? keys.stop : placeInRows(0, 0);
  const shared = { stop, repeatDelay, onAct };
  const ofWords = { keys: words, ownScript: hasOwnScript(language) ? language : null, ...shared };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a part of the question
    <div
      ref={keyboard}
      role="group"
      aria-label={keyboardInWords()}
      className={styles.keyboard}
      // Keyboards are never mirrored, in Arabic neither.
      dir="ltr"
      data-picks-accents={state.picksAccents || undefined}
      data-pad={isNumeric || undefined}
      {...ON_SCREEN_KEYBOARD}
      {...SWITCH_GROUP}
      onKeyDown={keys.onKeyDown}
      onFocus={keys.onFocus}
      onBlur={keys.onBlur}
    >
      {/* Other letters are other keys; the same ones in capitals are not. */}
      <CharacterRows
        key={`${state.script} ${state.page.kind}`}
        rows={rows}
        // What deletes stands beside the zero: the page has the room of a row.
        end={isNumeric ? { lastSays: keyInWords('delete'), keys: <WordKeys {...ofWords} /> } : null}
        page={state.page}
        lang={layout.lang}
        {...shared}
      />
      {isNumeric ? null : <WordRow {...ofWords} />}
    </div>
  );
}
