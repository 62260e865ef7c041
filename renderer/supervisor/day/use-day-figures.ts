import { useCallback, useEffect, useState } from 'react';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';

/** The figures of the open day; null until they are there. Asked anew whenever the status says that something was done. */
export function useDayFigures(status: KioskStatus): {
  readonly figures: DayFigures | null;
  readonly refresh: () => void;
} {
  const { client } = useCore();
  const [figures, setFigures] = useState<DayFigures | null>(null);
  const { counts, inProgress, printSideOpen, printer } = status;
  const states = inProgress.map(({ state }) => state);
  const done = JSON.stringify([counts, states, printSideOpen, printer.testCard]);
  const refresh = useCallback((): void => {
    void client.dayFigures({}).then((answer) => {
      if (answer.ok) setFigures(answer.value);
    });
  }, [client]);
  useEffect(() => {
    if (done !== '') refresh();
  }, [done, refresh]);
  return { figures, refresh };
}
