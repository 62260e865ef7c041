import { deletingBackwards, type Edit, type Edited, typing } from './edit.ts';
import { replace } from './insert-text.ts';

function editedIn(field: HTMLInputElement): Edited {
  const end = field.selectionEnd ?? field.value.length;
  return { text: field.value, start: field.selectionStart ?? end, end };
}

function apply(field: HTMLInputElement, edit: Edit | null): void {
  if (edit !== null && !field.readOnly && !field.disabled) replace(field, edit.typed, edit.from, edit.to);
}

/** Types as a key of a keyboard does, also while the focus is elsewhere; whoever keeps the field's text hears of it. */
export function typeInto(field: HTMLInputElement, typed: string): void {
  // -1 where the field takes any length.
  apply(field, typing(typed, editedIn(field), field.maxLength < 0 ? null : field.maxLength));
}

/** Deletes as Backspace does. */
export function deleteIn(field: HTMLInputElement): void {
  apply(field, deletingBackwards(editedIn(field)));
}
