import type { AnswerField } from '../../shared/application/answers.ts';
import { answerId } from './answer-order.ts';

/**
 * Puts the focus on a field and selects what is in it, at once: the form library's own `setFocus` waits a
 * moment, and what a fast hand types in that moment lands in the field before.
 */
export function focusAnswer(field: AnswerField): void {
  const element = document.getElementById(answerId(field));
  if (!(element instanceof HTMLInputElement)) return;
  element.focus();
  element.select();
}
