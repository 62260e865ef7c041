import { useState } from 'react';
import type { Answer } from '../../../shared/contract/declare.ts';
import { type ChangedPassphraseProblem, changedPassphraseProblem, isTheSame } from './new-passphrase.ts';
import { useStrength } from './use-strength.ts';
import { type Suggestion, useSuggestion } from './use-suggestion.ts';

/** A passphrase that somebody chooses: typed twice, judged as it is typed, or drawn by the kiosk. */
export interface NewPassphrase {
  readonly typed: string;
  readonly again: string;
  /** From 0 to 4; `null` while it is not judged. */
  readonly strength: number | null;
  readonly problem: ChangedPassphraseProblem | null;
  readonly same: boolean;
  /** Nothing known stands against it. */
  readonly ready: boolean;
  /** What stands in the field is what the core called too weak. */
  readonly isRefused: boolean;
  readonly suggestion: Suggestion;
  type(typed: string): void;
  typeAgain(typed: string): void;
  /** Passes the core's answer on. Where that calls it too weak the field says so, until something else stands in it. */
  heed<Value>(answer: Answer<Value>): Answer<Value>;
  /** Empties both fields. */
  forget(): void;
}

/**
 * A new passphrase of somebody; `names` are those that whoever guesses would try (theirs, the kiosk's). `present`: what is
 * typed as the one that it takes the place of, where somebody changes their own.
 */
export function useNewPassphrase(names: readonly string[], present = ''): NewPassphrase {
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const strength = useStrength(typed, names);
  // The names are judged with it: beside other ones it may be strong enough.
  const judged = [typed, ...names].join('\n');
  const isRefused = refused !== null && judged === refused;
  const problem = isRefused ? 'weak' : changedPassphraseProblem(typed, strength, present);
  const same = isTheSame(typed, again);
  const fill = (both: string): void => {
    setTyped(both);
    setAgain(both);
  };
  return {
    typed,
    again,
    strength,
    problem,
    same,
    ready: problem === null && same,
    isRefused,
    suggestion: useSuggestion(typed, fill),
    type: setTyped,
    typeAgain: setAgain,
    heed(answer) {
      if (!answer.ok && answer.error.kind === 'weak-passphrase') setRefused(judged);
      return answer;
    },
    forget() {
      fill('');
      setRefused(null);
    },
  };
}
