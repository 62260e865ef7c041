import type { InputName } from '../../../shared/application/fields.ts';
import type { ApplicationView } from '../../../shared/contract/screen.ts';
import type { TypedAnswers } from '../wizard-context.ts';

/** The typed text to begin with: what the core holds, overlaid with what it does not hold yet. */
export function typedAnswersOf(
  application: ApplicationView,
  unkept: ReadonlyMap<InputName, string>,
): TypedAnswers {
  const { documents: _, ...kept } = application.answers;
  return { ...kept, ...Object.fromEntries(unkept) };
}
