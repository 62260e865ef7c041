import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { type HandKey, useHandKey } from '../../parts/keys/use-hand-key.ts';
import { useWizard } from '../wizard-context.ts';
import { usePrintAct } from './use-print-act.ts';

/** What is possible where no card is known: print, or the hand that holds one after all is right. */
export interface PrintAgain {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  readonly print: HandKey;
  readonly cardIsHere: HandKey;
}

/**
 * Both acts with their keys: F7 prints, F12 says that a card is here. By hand only, never by a scanner. `mayBeFound`:
 * not where nothing was sent to a printer; and a card that was counted as missing can be found in the tray, but is not
 * handed over any more.
 */
export function usePrintAgain(mayBeFound = true): PrintAgain {
  const { client } = useCore();
  const { isOverlaid } = useWizard();
  const { busy, refusal, run } = usePrintAct();
  const print = useHandKey('F7', () => void run(() => client.retryPrint({})), !isOverlaid);
  const found = (): void => void run(() => client.tellCard({ found: true }));
  const cardIsHere = useHandKey('F12', found, mayBeFound && !isOverlaid);
  return { busy, refusal, print, cardIsHere };
}
