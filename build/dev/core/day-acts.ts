import { SAMPLE_FIGURES } from '../../../shared/contract/counter-day/day-acts.test-support.ts';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import type { CounterDayStatus } from '../../../shared/contract/status.ts';
import { err, ok } from '../../../shared/result.ts';
import { SHEET } from '../fixtures/day-sheet.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type DayActs = Pick<
  Handlers<typeof screenCalls>,
  'openDay' | 'noteAddedBlanks' | 'dayFigures' | 'closeDay' | 'packUp'
>;

/** Calls about the counter's day. */
export function dayActs({ changeStatus, status }: FixtureKiosk): DayActs {
  function change(day: Partial<CounterDayStatus>) {
    return changeStatus({ counterDay: { ...status().counterDay, ...day } });
  }
  const figures = (): DayFigures => ({
    ...SAMPLE_FIGURES,
    counterDay: status().counterDay.open ?? SAMPLE_FIGURES.counterDay,
    isLate: status().counterDay.open?.day !== status().today.day,
  });
  return {
    openDay: () => change({ open: status().today, isCounted: true, packUp: null }),
    noteAddedBlanks: () => change({}),
    dayFigures: () =>
      status().counterDay.open === null ? err({ kind: 'day-refused', why: 'not-open' }) : ok(figures()),
    closeDay() {
      const { packUp } = status().counterDay;
      change({ open: null, packUp: packUp === null ? null : { ...packUp, isDone: true } });
      // A ledger that the disk does not take has no entry for a sheet to speak for.
      return ok({ sheet: status().diskFails ? null : SHEET });
    },
    packUp({ applications }) {
      const left = status().inProgress.filter(({ minutesLeft }) => minutesLeft === null);
      const hadCard = status().inProgress.some(({ state }) => state === 'printed');
      changeStatus({
        ...{ inProgress: left, intake: { kind: 'packed-up' } },
        trayCheck: hadCard ? { cause: 'called-off', applications: 1, cards: 1 } : null,
      });
      return change({
        packUp: {
          ...{ isDone: status().counterDay.open === null, ended: applications },
          ...{ open: 0, erasing: 0, printing: 0, stopped: 0, held: left.length, printJobs: 0 },
        },
      });
    },
  };
}
