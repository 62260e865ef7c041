import { useState } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';

/** Four words that the kiosk draws, so that nobody has to invent a passphrase. */
export interface Suggestion {
  /** The words, to be written down: as long as they are what stands in the field. */
  readonly words: string | null;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  suggest(): void;
}

/** Suggestions for one passphrase, whose field now holds `typed`; `fill` puts the words into its fields. */
export function useSuggestion(typed: string, fill: (words: string) => void): Suggestion {
  const { client } = useCore();
  const { busy, refusal, run } = useAct();
  const [words, setWords] = useState<string | null>(null);
  const suggest = async (): Promise<void> => {
    await run(async () => {
      const answer = await client.suggestPassphrase({});
      if (answer.ok) {
        setWords(answer.value.passphrase);
        fill(answer.value.passphrase);
      }
      return answer;
    });
  };
  return { words: words === typed ? words : null, busy, refusal, suggest: () => void suggest() };
}
