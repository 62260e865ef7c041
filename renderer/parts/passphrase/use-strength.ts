import { useEffect, useState } from 'react';
import { PASSPHRASE_MAXIMUM } from '../../../shared/contract/staff/staff-acts.ts';
import { passphraseOf } from '../../../shared/staff/passphrase.ts';
import { useCore } from '../../core-client/core.tsx';

const PAUSE_MILLISECONDS = 250;
/** As the call declares them. */
const LONGEST_NAME = 200;

/**
 * How hard what is typed is to guess, from 0 to 4, for somebody who also knows these (at most three) names.
 * `null` while nothing is judged: nothing typed, still typing, or the core does not answer.
 */
export function useStrength(typed: string, names: readonly string[]): number | null {
  const { client } = useCore();
  const [judged, setJudged] = useState<{ readonly typed: string; readonly strength: number } | null>(null);
  const known = names.map((name) => name.slice(0, LONGEST_NAME)).join('\n');
  useEffect(() => {
    if (passphraseOf(typed) === '' || typed.length > PASSPHRASE_MAXIMUM) return undefined;
    let wanted = true;
    const timer = setTimeout(async () => {
      const answer = await client.judgePassphrase({ passphrase: typed, names: known.split('\n') });
      // Without an answer nothing is said here: the core judges once more when the passphrase is sent.
      if (wanted && answer.ok) setJudged({ typed, strength: answer.value.strength });
    }, PAUSE_MILLISECONDS);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [typed, known, client]);
  return judged?.typed === typed ? judged.strength : null;
}
