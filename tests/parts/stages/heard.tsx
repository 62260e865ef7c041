import { type ReactNode, useState } from 'react';

/** What a part has told whoever put it on the page, in its order, where a test can read it. */
export function useHeard(): { readonly hear: (word: string) => void; readonly heard: ReactNode } {
  const [words, setWords] = useState<readonly string[]>([]);
  return {
    hear: (word) => setWords((before) => [...before, word]),
    heard: <p data-testid="heard">{words.join(' ')}</p>,
  };
}
