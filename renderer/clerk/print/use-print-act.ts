import { useEffect } from 'react';
import { type Act, useAct } from '../../core-client/use-act.ts';
import { useWizard } from '../wizard-context.ts';

/** An act that prints a card. What it was refused for an empty battery is over once the computer is plugged in. */
export function usePrintAct(): Act {
  const act = useAct();
  const { batteryLow } = useWizard().printer;
  const { clear } = act;
  useEffect(() => {
    if (!batteryLow) clear();
  }, [batteryLow, clear]);
  return act;
}
