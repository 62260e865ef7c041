import { fieldNames, fields, type InputName, inputNames } from '../../../shared/application/fields.ts';
import type { Preview } from '../../../shared/contract/application/application-view.ts';

/** Why the card cannot be drawn with what is typed. */
export type DrawingProblem = Exclude<Preview, { readonly kind: 'drawn' }>;

/** The same as a value, or `null` when the card is drawn or not yet there. */
export function drawingProblemOf(preview: Preview | null): DrawingProblem | null {
  return preview === null || preview.kind === 'drawn' ? null : preview;
}

/** Why the card cannot be drawn with what stands in this input, or `null`. */
export function drawingProblemAt(preview: Preview | null, input: InputName): DrawingProblem | null {
  const problem = drawingProblemOf(preview);
  return problem !== null && answerOf(problem) === input ? problem : null;
}

/** The answer to look at; `null` for a text of the card that nobody typed. */
export function answerOf(problem: DrawingProblem): InputName | null {
  const field = fieldNames.find((name) => name === problem.field);
  return field === undefined
    ? (inputNames.find((input) => input === problem.field) ?? null)
    : fields[field].inputs[0];
}
