import { describe, expect, it } from 'vitest';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PracticeObstacle } from '../../../shared/contract/refusals.ts';
import { testClock } from '../clock.test-support.ts';
import { createDayRows } from '../counter-day/day-rows.ts';
import { createHolds } from '../holds/holds.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { practiceCalls } from './practice-calls.ts';
import { createPracticeObstacles } from './practice-obstacles.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const done = { ok: true, value: {} };
const notNow = { ok: false, error: { kind: 'not-now' } };
const refused = (why: string) => ({ ok: false, error: { kind: 'practice-refused', why } });

/** A supervisor's calls, on a real vault and a real ledger. */
function stage() {
  const vault = newVault();
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const written = outboxOn(vault, testClock({ now: NOON }));
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const trayChecks = createTrayChecks(vault.database);
  const jobRows = createJobRows(vault.database);
  const dayRows = createDayRows(vault.database);
  const told = { screens: 0 };
  const is = { erasing: false };
  const calls = practiceCalls({
    obstacles: createPracticeObstacles({
      ...{ vault, holds, trayChecks, jobRows },
      packing: { isOn: () => dayRows.packUp() !== null },
      wipes: { busy: () => is.erasing },
      outbox: written.outbox,
      kiosk: vault.kiosk,
    }),
    outbox: written.outbox,
    kiosk: vault.kiosk,
    staff: people.staff,
    screens: { refresh: () => void told.screens++ },
  });
  return { vault, dayRows, holds, trayChecks, jobRows, told, is, calls, ...written };
}

type Stage = ReturnType<typeof stage>;

const spoiled = ({ outbox }: Stage) =>
  outbox.record(({ day }) => ({ kind: 'spoiled', day, reason: 'smudged' }));

describe('practice', () => {
  it('begins and ends by a supervisor, and the ledger has these two acts', () => {
    const on = stage();
    expect(on.calls.beginPractice({})).toEqual(done);
    expect(on.vault.kiosk.isPracticing()).toBe(true);
    expect(on.calls.beginPractice({})).toEqual(notNow);
    expect(on.calls.endPractice({})).toEqual(done);
    expect(on.vault.kiosk.isPracticing()).toBe(false);
    expect(on.calls.endPractice({})).toEqual(notNow);
    expect(on.entries()).toEqual([
      { kind: 'practice-began', utc: '2026-11-24T12:00:00.000Z', by: A_SUPERVISOR.member },
      { kind: 'practice-ended', utc: '2026-11-24T12:00:00.000Z', by: A_SUPERVISOR.member },
    ]);
    expect(on.told.screens).toBe(2);
  });

  it('counts nobody; acts of staff are told while it is on', () => {
    const on = stage();
    spoiled(on);
    on.calls.beginPractice({});
    spoiled(on);
    on.outbox.record(({ utc }) => ({
      kind: 'ribbon-fitted',
      utc,
      by: A_SUPERVISOR.member,
      ribbon: 'd'.repeat(32),
    }));
    on.calls.endPractice({});
    spoiled(on);
    expect(on.entries().map(({ kind }) => kind)).toEqual([
      ...['practice-began', 'ribbon-fitted', 'practice-ended'],
      // Of those before and after it: they rest.
      ...['spoiled', 'spoiled'],
    ]);
  });

  it('does not begin before the kiosk is live', () => {
    const on = stage();
    on.vault.database.prepare('UPDATE kiosk SET custody = NULL').run();
    expect(on.calls.beginPractice({})).toEqual(refused('not-live'));
  });

  it('does not begin under a legal hold', () => {
    const on = stage();
    on.holds.set({
      scope: 'all',
      reason: 'subpoena',
      since: NOON,
      by: 'Marisol Tidewater',
      applications: [],
    });
    expect(on.calls.beginPractice({})).toEqual(refused('legal-hold'));
  });
});

it('practice does not begin while the kiosk is packed up: no day is opened in practice, so nothing would end that', () => {
  const on = stage();
  on.dayRows.beginPackUp(A_SUPERVISOR.member);
  expect(on.calls.beginPractice({})).toEqual(refused('packed-up'));
  on.dayRows.unpack();
  expect(on.calls.beginPractice({})).toEqual(done);
});

const TROUBLES: readonly (readonly [PracticeObstacle, (on: Stage) => void])[] = [
  ['applications-open', ({ vault }) => void begin(vault, '2026-11-24', NOON)],
  ['erasing', ({ vault }) => void wipingApplication(vault)],
  [
    'erasing',
    ({ is }) => {
      is.erasing = true;
    },
  ],
  ['tray-unchecked', ({ trayChecks }) => trayChecks.add({ cause: 'expired', applications: 1, cards: 1 })],
];

describe('a job that a printer may still go on with', () => {
  const withJob = () => {
    const on = stage();
    const { id } = begin(on.vault, '2026-11-24', NOON);
    const name = jobId.parse('e'.repeat(32));
    on.jobRows.begin({ name, application: id, printer: CARD_PRINTER });
    // Its application was forgotten with its key, and somebody has looked into the tray.
    on.vault.remove(id);
    on.jobRows.disown(id);
    return { ...on, name };
  };

  it('keeps practice from beginning: an applicant’s card would lie among those of practice', () => {
    const on = withJob();
    expect(on.calls.beginPractice({})).toEqual(refused('job-at-printer'));
    expect([on.vault.kiosk.isPracticing(), on.entries()]).toEqual([false, []]);
    const [orphan] = on.jobRows.orphans();
    if (orphan === undefined) throw new Error('no job');
    on.jobRows.remove(orphan.owner);
    expect(on.calls.beginPractice({})).toEqual(done);
  });

  it('keeps nothing from beginning where it is a slip', () => {
    const on = stage();
    on.jobRows.beginSlip({ name: jobId.parse('e'.repeat(32)), printer: ORDINARY_PRINTER });
    expect(on.calls.beginPractice({})).toEqual(done);
  });

  it('does not keep practice from ending: what comes out is void', () => {
    const on = withJob();
    on.vault.kiosk.setPracticing(true);
    expect(on.calls.endPractice({})).toEqual(done);
  });
});

describe.each([
  ['beginPractice', false],
  ['endPractice', true],
] as const)('%s waits', (act, isOn) => {
  it.each(TROUBLES)('%s', (why, trouble) => {
    const on = stage();
    on.vault.kiosk.setPracticing(isOn);
    trouble(on);
    expect(act === 'beginPractice' ? on.calls.beginPractice({}) : on.calls.endPractice({})).toEqual(
      refused(why),
    );
    expect(on.vault.kiosk.isPracticing()).toBe(isOn);
    expect(on.entries()).toEqual([]);
  });

  it('until the ledger has all that was done before', () => {
    const on = stage();
    on.fault.full = true;
    on.outbox.record(({ utc }) => ({ kind: 'packed-up', utc, by: A_SUPERVISOR.member, applications: 0 }));
    on.vault.kiosk.setPracticing(isOn);
    expect(act === 'beginPractice' ? on.calls.beginPractice({}) : on.calls.endPractice({})).toEqual(
      refused('not-written'),
    );
    on.fault.full = false;
    expect(act === 'beginPractice' ? on.calls.beginPractice({}) : on.calls.endPractice({})).toEqual(done);
    expect(on.entries()).toHaveLength(2);
  });
});
