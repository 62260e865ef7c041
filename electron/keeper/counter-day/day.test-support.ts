import { type ApplicationState, stateText } from '../../../shared/application/lifecycle.ts';
import type { InputOf } from '../../../shared/contract/declare.ts';
import { type ApplicationId, policyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { createCallOff } from '../endings/call-off.ts';
import { createHealthFiles } from '../health/health-files.ts';
import { healthRecordOf } from '../health/health-record.ts';
import { createHolds } from '../holds/holds.ts';
import { createDaySheets } from '../ledger/day-sheets.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { createRibbons } from '../ribbons/ribbons.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createClosingSheet } from './closing-sheet.ts';
import { dayCalls } from './day-calls.ts';
import { createDayObstacles } from './day-obstacles.ts';
import { createDayRows } from './day-rows.ts';
import { createFiguresNow } from './figures-now.ts';
import { createPackUp } from './pack-up.ts';

export const MORNING = Date.UTC(2026, 10, 24, 13);

/** A supervisor's calls, on a real vault and a real ledger. `kept`: the vault of a keeper before this one. */
export function dayStage(kept = newVault()) {
  const vault = kept;
  const clock = testClock({ now: MORNING });
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const written = outboxOn(vault, clock);
  const { outbox, ledger } = written;
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const dayRows = createDayRows(vault.database);
  const is = { doubted: false, erasing: false, testing: false, unreadable: false };
  const failed: string[] = [];
  /** What was called off, and what fails when it is. */
  const calledOff: ApplicationId[] = [];
  const failing = new Set<ApplicationId>();
  const wipes = { busy: () => is.erasing, underWay: () => vault.wipes.all().length, stopped: () => 0 };
  const open = () => vault.open();
  const noteFailure = (error: unknown) => void failed.push(String(error));
  const callOff = createCallOff({
    endable: () =>
      open()
        .filter(({ id, state }) => state !== 'printing' && holds.verdict(id, null).kind === 'free')
        .map(({ id }) => id),
    end(application) {
      if (failing.has(application)) throw new Error('disk full');
      calledOff.push(application);
      vault.remove(application);
    },
    failed: noteFailure,
  });
  const jobRows = createJobRows(vault.database);
  const packing = createPackUp({
    ...{ vault, dayRows, holds, wipes, jobRows, outbox, callOff },
    failed: noteFailure,
  });
  /** Where the drive is, until a test takes it away. */
  const drive = workingFolder();
  const hash = policyHash.parse('ab'.repeat(32));
  const policies = { inForce: { hash, bytes: new Uint8Array(), rules: harborCity } };
  const health = createHealthFiles({
    ...{ clock, dataFolder: workingFolder(), exportFolder: drive, say: (line) => void failed.push(line) },
    onBug: (_where, error) => noteFailure(error),
    record(day) {
      if (is.unreadable) throw new Error('disk I/O error');
      return healthRecordOf(
        {
          ...{ kiosk: vault.kiosk, use: 'residents', policies, ledger, clock },
          ribbons: createRibbons(vault.database),
          doctor: { last: () => null },
        },
        day,
      );
    },
  });
  const daySheets = createDaySheets({ ledger, kiosk: vault.kiosk, clock, vault, health });
  const calls = dayCalls({
    ...{ dayRows, outbox, packing },
    figures: createFiguresNow({ vault, ledger, outbox, policies, clock }),
    obstacles: createDayObstacles({
      ...{ vault, packing, wipes, outbox },
      kiosk: vault.kiosk,
      time: { doubt: () => (is.doubted ? 'ahead' : null) },
      testCard: { isUnderWay: () => is.testing },
    }),
    closingSheet: createClosingSheet({ outbox, ledger, daySheets }),
    staff: people.staff,
    screens: { refresh: () => undefined },
  });

  /** An application in this state. */
  function applicationIn(state: Exclude<ApplicationState, { kind: 'wiping' }>): ApplicationId {
    const { id } = begin(vault, '2026-11-24', MORNING);
    vault.database.prepare('UPDATE application SET state = ? WHERE id = ?').run(stateText(state), id);
    return id;
  }

  return {
    ...written,
    vault,
    clock,
    holds,
    dayRows,
    is,
    failed,
    calledOff,
    failing,
    packing,
    daySheets,
    drive,
    jobRows,
    calls,
    applicationIn,
  };
}

export type DayStage = ReturnType<typeof dayStage>;

/** The same with a day that was opened. */
export function opened(blanks = 480): DayStage {
  const on = dayStage();
  const answer = on.calls.openDay({ blanks });
  if (!('ok' in answer) || !answer.ok) throw new Error('the day was not opened');
  return on;
}

/** What a handed-over card leaves for the ledger. */
export function issue({ outbox }: DayStage, fee: 'paid' | 'waived' | null = null): void {
  outbox.record(({ day }) => [
    { kind: 'handoff', day },
    ...(fee === null ? [] : [{ kind: 'fee' as const, day, settled: fee }]),
  ]);
}

/** Closes with these counts, and no reason. */
export const closing = {
  blanks: 480,
  expected: 480,
  paid: 0,
  blanksDifference: 'none',
  drawerCents: null,
  drawerDifference: 'none',
} as const satisfies InputOf<typeof keeperCalls, 'closeDay'>;
