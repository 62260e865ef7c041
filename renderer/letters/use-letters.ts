import { useEffect, useState } from 'react';
import type { Answer } from '../../shared/contract/declare.ts';
import { ok } from '../../shared/result.ts';
import { useCore } from '../core-client/core.tsx';
import { lettersOf } from './find-letters.ts';
import type { Letter } from './letter.ts';

/**
 * What can be put into a field, by the fonts of the card; null until the core has told. It is asked when they are first
 * `wanted`: it reads all of its fonts for it.
 */
export function useLetters(wanted: boolean): Answer<readonly Letter[]> | null {
  const { client } = useCore();
  const [letters, setLetters] = useState<Answer<readonly Letter[]> | null>(null);
  const isAsked = wanted && letters?.ok !== true;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isClosed = false;
    void client.printableCharacters({}).then((answer) => {
      if (!isClosed) setLetters(answer.ok ? ok(lettersOf(answer.value.runs)) : answer);
    });
    return () => {
      isClosed = true;
    };
  }, [client, isAsked]);
  return letters;
}
