import type { Handlers, InputOf } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { sampleEntries } from '../../../shared/ledger/sample-entries.test-support.ts';
import { err, ok } from '../../../shared/result.ts';
import { SHEET } from '../fixtures/day-sheet.ts';
import { HOLD } from '../fixtures/fixture.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';
import { refusedPassphrase } from './staff-acts.ts';

type KioskActs = Pick<
  Handlers<typeof screenCalls>,
  | 'decideCustody'
  | 'confirmDate'
  | 'confirmTray'
  | 'retryWipe'
  | 'closeWipe'
  | 'acceptMisfit'
  | 'setHold'
  | 'setHoldByPassphrase'
  | 'liftHold'
  | 'resumeIntake'
  | 'beginPractice'
  | 'endPractice'
  | 'verifyLedger'
  | 'readLedger'
  | 'exportLedger'
  | 'takeCheckpoint'
>;

/** One of each kind, the newest first. */
const ENTRIES = sampleEntries.map((entry, index) => ({ sequence: index + 1, entry })).toReversed();

const HEAD = '5f'.repeat(32);

/** Calls about custody, wipes, holds and the ledger. */
export function kioskActs(kiosk: FixtureKiosk): KioskActs {
  const { changeStatus, status } = kiosk;

  function setHold(
    { reason, tickets }: InputOf<typeof screenCalls, 'setHold'>,
    by = status().staff?.name ?? '',
  ) {
    const { holds, inProgress } = status();
    const scope = tickets === null ? 'all' : 'tickets';
    const hold = { ...HOLD, reason, scope, by } as const;
    const frozen = inProgress.map((each) =>
      tickets === null || tickets.includes(each.ticket) ? { ...each, hold: 'frozen' as const } : each,
    );
    return changeStatus({ holds: [...holds, hold], intake: { kind: 'held' }, inProgress: frozen });
  }

  return {
    decideCustody: ({ custody }) => changeStatus({ custody, intake: { kind: 'open' } }),
    confirmDate: ({ shown }) => changeStatus({ dateQuestion: null, today: shown }),
    confirmTray: () => changeStatus({ trayCheck: null }),
    retryWipe() {
      const { intake } = status();
      if (intake.kind !== 'locked') return err({ kind: 'no-failed-wipe' });
      return changeStatus({ intake: { ...intake, attempts: intake.attempts + 1 } });
    },
    closeWipe: () => changeStatus({ intake: { kind: 'open' }, lastEnding: { kind: 'closed' } }),
    acceptMisfit: () => changeStatus({ misfit: null, intake: { kind: 'open' }, inProgress: [] }),
    setHold: (asked) => setHold(asked),
    setHoldByPassphrase: ({ reason, name, passphrase }) =>
      refusedPassphrase(passphrase) ?? setHold({ reason, tickets: null }, name),
    liftHold() {
      const [held = HOLD] = status().holds;
      const { alone, overdue, stopped } = held;
      const applications = status().suspensions.length === 0 ? overdue : alone;
      changeStatus({
        ...{ holds: [], intake: { kind: 'open' }, newOnesAreHeld: false },
        inProgress: status().inProgress.map((each) => ({ ...each, hold: 'free' as const })),
      });
      return ok({ applications, erasures: stopped.alone, at: held.since });
    },
    resumeIntake({ reference }) {
      changeStatus({
        holds: status().holds.map((hold) => ({ ...hold, resumedBy: reference })),
        ...{ intake: { kind: 'open' }, newOnesAreHeld: true },
      });
      return ok({ salt: '0123456789abcdef'.repeat(2) });
    },
    beginPractice() {
      if (status().inProgress.length > 0) return err({ kind: 'practice-refused', why: 'applications-open' });
      return changeStatus({ practice: true });
    },
    endPractice: () => changeStatus({ practice: false }),
    verifyLedger: ({ checkpoint }) =>
      ok({ kind: 'valid', entries: 4_711, head: HEAD, checkpoint: checkpoint === null ? null : 4_690 }),
    readLedger: ({ filter: { kind } }) =>
      ok({
        entries: ENTRIES.filter(({ entry }) => kind === null || entry.kind === kind),
        before: null,
        names: [],
      }),
    exportLedger: ({ format }) => ok({ file: `ledger-2026-11-24.${format}` }),
    takeCheckpoint: ({ way }) =>
      way === 'stick'
        ? ok({ sheet: null, file: 'checkpoint-2026-11-24.json' })
        : ok({ sheet: SHEET, file: null }),
  };
}
