import { type AnswerField, answerFields } from '../../shared/application/answers.ts';
import type { Preview } from '../../shared/contract/screen.ts';

/** Why the card cannot be drawn with what is typed. */
export type DrawingProblem = Exclude<Preview, { readonly kind: 'drawn' }>;

/** The same as a value, or `null` when the card is drawn or not yet there. */
export function drawingProblemOf(preview: Preview | null): DrawingProblem | null {
  return preview === null || preview.kind === 'drawn' ? null : preview;
}

// The card names two of its texts differently, because there they are lines of one block.
const OF_THE_CARD: Readonly<Record<string, AnswerField>> = {
  emergencyContactName: 'emergencyName',
  emergencyContactPhone: 'emergencyPhone',
  birthDate: 'birthDay',
};

/** The answer to look at; `null` for a text of the card that nobody typed. */
export function answerOf(problem: DrawingProblem): AnswerField | null {
  return answerFields.find((field) => field === problem.field) ?? OF_THE_CARD[problem.field] ?? null;
}
