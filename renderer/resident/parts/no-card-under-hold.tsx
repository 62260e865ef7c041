import type { ReactNode } from 'react';
import { cardIfInOrderInWords, noCardUnderHoldInWords } from '../../wording/resident/promises.ts';

/** Beside whatever speaks of the card: while a legal hold keeps the application, it can't be handed over. */
export function NoCardUnderHold({ held }: { held: boolean }): ReactNode {
  return held ? <p data-no-card>{noCardUnderHoldInWords()}</p> : null;
}

/** Behind a sentence that staff check documents: whether a card follows. */
export function CardAfterCheck({ held }: { held: boolean }): ReactNode {
  return held ? <NoCardUnderHold held /> : <p>{cardIfInOrderInWords()}</p>;
}
