import { useState } from 'react';
import type { Inspection, LocalQueue } from '../../shared/contract/printer.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';

/** Looking for another printer: one thing at a time, and what the last look has found. */
export interface PrinterLook {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Null: nobody has asked for them yet. */
  readonly queues: readonly LocalQueue[] | null;
  readonly found: Inspection | null;
  look(address: string): void;
  list(): void;
  /** Something else is being typed: the refusal was about what stood there before. */
  clear(): void;
  /** What was found is chosen, or no longer wanted. */
  forget(): void;
}

/** See `PrinterLook`. */
export function usePrinterLook(): PrinterLook {
  const { client } = useCore();
  const { busy, refusal, run, clear } = useAct();
  const [queues, setQueues] = useState<readonly LocalQueue[] | null>(null);
  const [found, setFound] = useState<Inspection | null>(null);
  const look = (address: string): void => {
    setFound(null);
    void run(async () => {
      const answer = await client.inspectPrinter({ address });
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
  return { busy, refusal, queues, found, look, list, clear, forget: () => setFound(null) };
}
