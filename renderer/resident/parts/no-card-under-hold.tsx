import type { ReactNode } from 'react';
import { noCardUnderHoldInWords } from '../../wording/resident/promises.ts';

/** Beside whatever speaks of the card: while a legal hold keeps the application, it can't be handed over. */
export function NoCardUnderHold({ held }: { held: boolean }): ReactNode {
  return held ? <p data-no-card>{noCardUnderHoldInWords()}</p> : null;
}
