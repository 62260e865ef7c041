import { createContext, useContext } from 'react';
import type { TypedAnswersStore } from '../../application/answers/typed-answers.ts';

export const TypedHereContext = createContext<TypedAnswersStore | null>(null);

/** What the resident has typed: of the application that is open. */
export function useTypedHere(): TypedAnswersStore {
  const typed = useContext(TypedHereContext);
  if (typed === null) throw new Error('a question is asked before the application is open');
  return typed;
}

/** The same; null: no application is open. */
export function useTypedWhenOpen(): TypedAnswersStore | null {
  return useContext(TypedHereContext);
}
