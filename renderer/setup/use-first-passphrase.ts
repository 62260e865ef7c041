import type { UseFormReturn } from 'react-hook-form';
import { useStrength } from '../parts/passphrase/use-strength.ts';
import { type Suggestion, useSuggestion } from '../parts/passphrase/use-suggestion.ts';
import type { FirstPerson, SetUpValues } from './set-up-values.ts';

/** The passphrase of one of the first two people: how good it is, and the kiosk's offer to draw one. */
export interface FirstPassphrase {
  readonly strength: number | null;
  readonly suggestion: Suggestion;
}

/** Follows the person's fields in the form. */
export function useFirstPassphrase(form: UseFormReturn<SetUpValues>, who: FirstPerson): FirstPassphrase {
  const typed = form.watch(`${who}Passphrase`);
  const strength = useStrength(typed, [form.watch(`${who}Name`), form.watch('kioskName')]);
  const suggestion = useSuggestion(typed, (words) => {
    form.setValue(`${who}Passphrase`, words);
    form.setValue(`${who}Again`, words);
  });
  return { strength, suggestion };
}
