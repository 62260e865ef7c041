/** A text field that takes any letter the card can be printed with. */
export const TAKES_LETTERS = { 'data-takes-letters': true } as const;
const TAKING_LETTERS = 'input[data-takes-letters]';

/** Whether this is a field that takes letters. */
export function takesLetters(element: EventTarget | null): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.matches(TAKING_LETTERS);
}

/** The first one on the screen. */
export function firstTakingLetters(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>(TAKING_LETTERS);
}

/** Puts text in the place of what is between two places (UTF-16 units, as the field counts), and the cursor behind it. */
export function replace(input: HTMLInputElement, text: string, from: number, to: number): void {
  input.setRangeText(text, from, to, 'end');
  // React and the form hear of it as if it had been typed.
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Puts another form in the place of the letter before the cursor. */
export function replaceLetterBeforeCursor(input: HTMLInputElement, form: string): void {
  const cursor = input.selectionStart ?? input.value.length;
  if (cursor > 0) replace(input, form, cursor - 1, cursor);
}

/**
 * Puts text at the cursor, in the place of what is selected. Not where all of it is selected: so a field greets whoever
 * comes to it, and a letter more must not cost the name.
 */
export function insertAtCursor(input: HTMLInputElement, text: string): void {
  const end = input.selectionEnd ?? input.value.length;
  const start = input.selectionStart ?? end;
  const isAll = start === 0 && end === input.value.length;
  replace(input, text, isAll ? end : start, end);
}
