import type { InputName } from '../../../shared/application/fields.ts';
import { answerId } from './answer-order.ts';

/** Puts the focus on a field and selects what is in it: at once, for fast hands type on meanwhile. */
export function focusAnswer(field: InputName): void {
  const element = answerElement(field);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}

/**
 * Puts the cursor behind what is in a field. Where the screen comes by itself, the clerk may be typing: the next
 * key must not replace what was typed so far.
 */
export function goOnInAnswer(field: InputName): void {
  const element = answerElement(field);
  element?.focus();
  if (element instanceof HTMLInputElement)
    element.setSelectionRange(element.value.length, element.value.length);
}

function answerElement(field: InputName): HTMLElement | null {
  return document.getElementById(answerId(field));
}
