import { useState } from 'react';
import { useStrength } from '../parts/passphrase/use-strength.ts';
import { type Suggestion, useSuggestion } from '../parts/passphrase/use-suggestion.ts';
import {
  emptySetUp,
  type FirstPerson,
  problemsOf,
  type SetUpField,
  type SetUpProblem,
  type SetUpValues,
} from './set-up-values.ts';

/** The passphrase of one of the first people: how good it is, and the kiosk's offer to draw one. */
export interface FirstPassphrase {
  readonly strength: number | null;
  readonly suggestion: Suggestion;
}

/** The form of the first run. */
export interface SetUpForm {
  readonly values: SetUpValues;
  /** Every problem, in the order of the fields, whether it is told yet or not. */
  readonly problems: readonly SetUpProblem[];
  /** The problem of a field that is to be told now: once the field was left, or going on was refused. */
  told(field: SetUpField): SetUpProblem | null;
  /** Going on was refused: from now on every problem is told. */
  readonly attempted: boolean;
  readonly passphrases: Readonly<Record<FirstPerson, FirstPassphrase>>;
  type(field: SetUpField, text: string): void;
  leave(field: SetUpField): void;
  attempt(): void;
}

function useFirstPassphrase(
  values: SetUpValues,
  who: FirstPerson,
  fill: (words: string) => void,
): FirstPassphrase {
  const typed = values[`${who}Passphrase`];
  const strength = useStrength(typed, [values[`${who}Name`], values.kioskName]);
  return { strength, suggestion: useSuggestion(typed, fill) };
}

/** See `SetUpForm`. */
export function useSetUpForm(): SetUpForm {
  const [values, setValues] = useState(emptySetUp);
  const [left, setLeft] = useState<ReadonlySet<SetUpField>>(new Set());
  const [attempted, setAttempted] = useState(false);
  const change = (changes: Partial<SetUpValues>): void => setValues((now) => ({ ...now, ...changes }));
  const supervisor = useFirstPassphrase(values, 'supervisor', (words) =>
    change({ supervisorPassphrase: words, supervisorAgain: words }),
  );
  const second = useFirstPassphrase(values, 'second', (words) =>
    change({ secondPassphrase: words, secondAgain: words }),
  );
  const clerk = useFirstPassphrase(values, 'clerk', (words) =>
    change({ clerkPassphrase: words, clerkAgain: words }),
  );
  const problems = problemsOf(values, {
    supervisor: supervisor.strength,
    second: second.strength,
    clerk: clerk.strength,
  });
  return {
    values,
    problems,
    told(field) {
      const problem = problems.find((each) => each.field === field) ?? null;
      return attempted || (left.has(field) && problem?.kind !== 'empty') ? problem : null;
    },
    attempted,
    passphrases: { supervisor, second, clerk },
    type: (field, text) => change({ [field]: text }),
    leave: (field) => setLeft((now) => new Set([...now, field])),
    attempt: () => setAttempted(true),
  };
}
