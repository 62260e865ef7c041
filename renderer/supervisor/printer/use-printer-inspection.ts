import { useState } from 'react';
import type { Inspection, LocalQueue, PrinterRole } from '../../../shared/contract/printing/printer.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';

/** Looking for another printer, for cards or for papers: one thing at a time, and what the last look has found. */
export interface PrinterInspection {
  /** What the printer is looked at for. */
  readonly role: PrinterRole;
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Null: nobody has asked for them yet. */
  readonly queues: readonly LocalQueue[] | null;
  readonly found: Inspection | null;
  setRole(role: PrinterRole): void;
  inspect(address: string): void;
  list(): void;
  /** Something else is being typed: the refusal was about what stood there before. */
  clear(): void;
  /** What was found is chosen, or no longer wanted. */
  forget(): void;
}

/** See `PrinterInspection`. */
export function usePrinterInspection(): PrinterInspection {
  const { client } = useCore();
  const { busy, refusal, run, clear } = useAct();
  const [role, setRole] = useState<PrinterRole>('card');
  const [queues, setQueues] = useState<readonly LocalQueue[] | null>(null);
  const [found, setFound] = useState<Inspection | null>(null);
  const inspect = (address: string): void => {
    setFound(null);
    void run(async () => {
      const ask = role === 'card' ? client.inspectPrinter : client.inspectOrdinaryPrinter;
      const answer = await ask({ address });
      if (answer.ok) setFound(answer.value);
      return answer;
    });
  };
  const list = (): void =>
    void run(async () => {
      const answer = await client.listQueues({});
      if (answer.ok) setQueues(answer.value.queues);
      return answer;
    });
  const forget = (): void => setFound(null);
  return {
    role,
    busy,
    refusal,
    queues,
    found,
    setRole(next) {
      // What was found was looked at for the other purpose.
      forget();
      clear();
      setRole(next);
    },
    inspect,
    list,
    clear,
    forget,
  };
}
