import { useState } from 'react';
import type { Answer } from '../../shared/contract/declare.ts';
import type { OrdinaryPrinterStatus, PrintProgress } from '../../shared/contract/printing/printer-status.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useStaffView } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';

/** One paper of this screen: how it is printed, and how far it has come. */
export interface PaperAct {
  /** Null: none is chosen, and the paper is on the screen only. */
  readonly printer: OrdinaryPrinterStatus | null;
  /** Of the paper that was asked for here; null: none was, or its printer was changed. */
  readonly progress: PrintProgress | null;
  readonly refusal: Refusal | null;
  readonly underWay: boolean;
  print(): void;
}

/** See `PaperAct`. `send`: the call that prints this paper. */
export function usePaper(send: () => Promise<Answer<{ number: number }>>): PaperAct {
  const printer = useStaffView(({ ordinaryPrinter }) => ordinaryPrinter);
  const { busy, refusal, run } = useAct();
  const [asked, setAsked] = useState<number | null>(null);
  const told = printer?.paper ?? null;
  const progress = told !== null && told.number === asked ? told : null;
  const underWay = busy || (progress !== null && progress.ending === null);
  const print = (): void => {
    if (printer === null || underWay) return;
    void run(async () => {
      const answer = await send();
      if (answer.ok) setAsked(answer.value.number);
      return answer;
    });
  };
  return { printer, progress, refusal, underWay, print };
}
