import { ON_SCREEN_KEYBOARD_SELECTOR } from '../on-screen-keyboard/keyboard-mark.ts';

/** Whether somebody types into it: "select" goes there, and nothing more. */
export function isTextField(control: Element): control is HTMLInputElement | HTMLTextAreaElement {
  if (control instanceof HTMLTextAreaElement) return true;
  return (
    control instanceof HTMLInputElement && control.matches('[type="text"], [type="password"], :not([type])')
  );
}

function chooseNext(list: HTMLSelectElement): void {
  // A script cannot open the list: each press is the next of its texts.
  list.selectedIndex = (list.selectedIndex + 1) % list.options.length;
  list.dispatchEvent(new Event('input', { bubbles: true }));
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Does what a person with a mouse would do there. */
export function pressControl(control: HTMLElement): void {
  // The field keeps the cursor while a keyboard on the screen writes into it.
  if (control.closest(ON_SCREEN_KEYBOARD_SELECTOR) === null) control.focus();
  if (isTextField(control)) return;
  if (control instanceof HTMLSelectElement) chooseNext(control);
  else control.click();
}
