import { useLayoutEffect, useRef } from 'react';
import type { SwitchKeys } from '../../../shared/residents/hands.ts';
import { switchHelpInWords, wayOutInWords } from '../../wording/resident/switch-access.ts';
import { announce, announceBehind } from '../announcer.tsx';
import { ON_SCREEN_KEYBOARD_SELECTOR } from '../on-screen-keyboard/keyboard-mark.ts';
import { highlight } from './highlight.ts';
import { nameOfStop } from './name-of-stop.ts';
import { isTextField, pressControl } from './press-control.ts';
import { firstStop, move, type Position, positionOf, type Stop, select, settle } from './scan.ts';
import { isOverlaid, stopsOnScreen } from './stops-on-screen.ts';
import './switch-access.css';
import { type SwitchAct, switchActOf } from './switch-keys.ts';

type At = Position<HTMLElement> | null;

/** Where a position is on the screen. */
function elementAt(position: At): { readonly element: HTMLElement | null; readonly isWayOut: boolean } {
  if (position === null) return { element: null, isWayOut: false };
  if (position.at.kind === 'stop') return { element: position.at.item, isWayOut: false };
  return { element: position.groups.at(-1) ?? null, isWayOut: true };
}

/** Where a screen begins: at what it asks, behind its heading, and not at the buttons that are above every question. */
function beginning(stops: readonly Stop<HTMLElement>[]): At {
  const heading = document.querySelector('main h1');
  const asked = stops.find(
    ({ item }) =>
      item.closest('main') !== null &&
      heading !== null &&
      (heading.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return asked === undefined ? firstStop(stops) : { groups: [], at: { kind: 'stop', item: asked.item } };
}

/** The stops of a keyboard on the screen, whose rows come first once somebody went to a field. */
function intoKeyboard(stops: readonly Stop<HTMLElement>[]): At {
  const keyboard = stops.find(({ item }) => item.matches(ON_SCREEN_KEYBOARD_SELECTOR));
  return keyboard === undefined ? null : firstStop(stops, [keyboard.item]);
}

/** Where a press has put the focus, if not on what was pressed: the field of a mistake. A keyboard's key only writes into its field. */
function ledTo(pressed: HTMLElement): HTMLElement | null {
  const now = document.activeElement;
  if (pressed.closest(ON_SCREEN_KEYBOARD_SELECTOR) !== null) return null;
  return now instanceof HTMLElement && now !== pressed ? now : null;
}

/** Two switches at work on the page, until it is ended. */
function beginScan(): { act(what: SwitchAct): void; settle(): void; end(): void } {
  let position: At = null;
  let goesToKeyboard = false;
  /** Where it stood when something came over the screen: whoever puts that away goes on from there. */
  let below: At = null;
  let wasOverlaid = false;
  const show = (next: At, say: ((text: string) => void) | null): void => {
    position = next;
    const { element, isWayOut } = elementAt(next);
    highlight(element, isWayOut ? 'way-out' : 'stop');
    if (element === null || say === null) return;
    say(isWayOut ? wayOutInWords(nameOfStop(element)) : nameOfStop(element));
  };
  /** The stop from before something lay over the screen, once nothing does and as long as it is there; else null. */
  const takeBelow = (stops: readonly Stop<HTMLElement>[]): At => {
    const overlaid = isOverlaid();
    // For a moment what was below is still hidden.
    if (overlaid === wasOverlaid || stops.length === 0) return null;
    wasOverlaid = overlaid;
    // A field that lay over the screen, or under it, is not the one at hand any more.
    goesToKeyboard = false;
    const before = below;
    below = overlaid ? position : null;
    return !overlaid && before !== null && settle(stops, before) === before ? before : null;
  };
  const settleHere = (): void => {
    const stops = stopsOnScreen();
    const back = takeBelow(stops);
    if (back !== null) {
      show(back, announce);
      return;
    }
    const inKeyboard = goesToKeyboard ? intoKeyboard(stops) : null;
    if (inKeyboard !== null) goesToKeyboard = false;
    const settled = inKeyboard ?? settle(stops, position);
    if (settled === position) show(position, null);
    else if (settled?.groups.length === 0) show(beginning(stops), announceBehind);
    else show(settled, announce);
  };
  return {
    act(what) {
      const stops = stopsOnScreen();
      if (what === 'move') {
        goesToKeyboard = false;
        show(move(stops, position), announce);
        return;
      }
      const selection = select(stops, position);
      show(selection.position, announce);
      if (selection.pressed === null) return;
      pressControl(selection.pressed);
      const led = ledTo(selection.pressed);
      const there = led === null ? null : positionOf(stopsOnScreen(), led);
      // Whoever was led there goes on from there, as if they had selected it.
      if (there !== null) show(there, announce);
      goesToKeyboard = isTextField(there === null || led === null ? selection.pressed : led);
      settleHere();
    },
    settle: settleHere,
    end: () => highlight(null),
  };
}

/** A character for a passphrase: only staff type one, on a keyboard, and its spaces and Enter are theirs from the first letter on. */
function isTypedIntoPassphrase({ target, key }: KeyboardEvent): boolean {
  return target instanceof HTMLInputElement && target.type === 'password' && [...key].length === 1;
}

/**
 * Two switches, "move" and "select", reach all that is on the screen, each at the person's own pace: nothing moves by itself.
 * While they are on, their keys do nothing else. The focus stays where it is until something is selected. `keys`: null while
 * they are off. Tab turns them off: it is the key of somebody with a keyboard, whose Space and Enter have to be theirs.
 */
export function useSwitchAccess(keys: SwitchKeys | null, turnOff: () => void): void {
  const latest = useRef(turnOff);
  latest.current = turnOff;
  // Before effects: what else acts on Enter has to see that it was a switch.
  useLayoutEffect(() => {
    if (keys === null) return undefined;
    const scan = beginScan();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') {
        latest.current();
        return;
      }
      const act = switchActOf(keys, event);
      if (act === null) {
        if (isTypedIntoPassphrase(event)) latest.current();
        return;
      }
      // Not stopped for others who listen here: whoever counts idle time hears of the person.
      event.preventDefault();
      event.stopPropagation();
      if (act !== 'held') scan.act(act);
    };
    const onKeyUp = (event: KeyboardEvent): void => {
      // A button is pressed by the release of the space bar.
      if (switchActOf(keys, event) === null) return;
      event.preventDefault();
      event.stopPropagation();
    };
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(scan.settle);
    });
    observer.observe(document.body, {
      ...{ subtree: true, childList: true },
      // What lay below something, or was put aside, comes to light again.
      attributeFilter: ['inert', 'aria-hidden', 'hidden'],
    });
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    announce(switchHelpInWords());
    scan.settle();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      scan.end();
    };
  }, [keys]);
}
