import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { scriptedDoctor } from '../doctor/doctor.test-support.ts';
import { allEntriesIn } from '../ledger/entries.test-support.ts';
import { newProgramme, signedPolicyFile } from '../policy/signed-policy.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter, create, nextCore, type ScriptedCore } from '../start/scripted-core.test-support.ts';
import { statementPort } from '../start/statement-port.ts';
import { NOTICE, newOffice, putOrder, suspendOrder } from '../suspension/orders.test-support.ts';
import { sectionOf, stateAndSave } from './statement.test-support.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HOUR = 3_600_000;

/** Does something that has to succeed. */
async function must(answer: Promise<{ readonly ok: boolean }>): Promise<void> {
  const came = await answer;
  if (!came.ok) throw new Error(JSON.stringify(came));
}

async function carryOutNext(core: ScriptedCore): Promise<void> {
  const found = await core.call('checkOrderOnStick', {});
  if (!found.ok || found.value.kind !== 'ready') throw new Error(JSON.stringify(found));
  await must(core.call('carryOutOrder', { order: found.value.order.hash }));
}

/** A kiosk in the middle of its day, with one application set aside whose card is at a printer. */
async function kioskAtWork() {
  const [programme, office, exportFolder] = [newProgramme(), newOffice(), workingFolder()];
  const policyPath = signedPolicyFile(programme, { orders: office.orders });
  const clock = testClock({ now: NINE });
  const { keeper, core: first } = await counter({ policyPath, exportFolder, clock });
  const { application } = await create(first);
  await first.call('putAside', { fingerprints: null });
  const core = await nextCore(keeper, first);
  await must(core.call('signIn', SUPERVISOR));
  const { jobRows, printer } = keeper.services;
  printer.chooseOrdinary(ORDINARY_PRINTER);
  for (const digit of ['1', '2', '3'])
    jobRows.begin({ name: jobId.parse(digit.repeat(32)), application, printer: CARD_PRINTER });
  jobRows.setPurged(jobId.parse('1'.repeat(32)), 'purged');
  jobRows.setPurged(jobId.parse('2'.repeat(32)), 'not-proven');
  return { keeper, core, office, exportFolder, clock };
}

it('a custody statement says what a kiosk at work has: suspensions, the order, the day, ribbons, printers, jobs, checkpoints, the policy', async () => {
  const { keeper, core, office, exportFolder, clock } = await kioskAtWork();
  await must(core.call('openDay', { blanks: 480 }));
  await must(core.call('fitRibbon', {}));
  clock.advance(HOUR);
  // Nobody touched it for so long.
  await must(core.call('signIn', SUPERVISOR));
  await must(core.call('removeRibbon', {}));
  await must(core.call('fitRibbon', {}));
  await must(core.call('setResidentSetting', { setting: 'self-service' }));
  for (const serial of [1, 2]) {
    putOrder(exportFolder, office, suspendOrder(serial));
    await carryOutNext(core);
  }
  await must(core.call('suspendIntake', { takesEffect: NINE + 5 * HOUR, open: 'finish', notice: NOTICE }));
  for (const way of ['day-sheet', 'stick', 'day-sheet'] as const)
    await must(core.call('takeCheckpoint', { way }));
  const made = await stateAndSave(core, exportFolder);

  // By their numbers: those by which a key takes over are among them.
  const entries = allEntriesIn(keeper.services.ledger);
  const lastOf = (kind: string) => entries.findLastIndex((entry) => entry.kind === kind) + 1;
  const { fitted, held } = keeper.services.ribbons.held();
  expect(made.statement).toMatchObject({
    made: { utc: NINE + HOUR, day: '2026-11-24' },
    ledger: {
      // What left before the statement: its own entry is a later one.
      entries: entries.length - 1,
      checkpoints: {
        ...{ onDaySheets: 2, onStick: 1 },
        last: { utc: NINE + HOUR, sequence: lastOf('checkpoint-taken') },
      },
    },
    policy: { inForce: { sequence: lastOf('policy-in-force') } },
    settings: {
      ...{ custody: 'memory', practice: false, residents: 'self-service', newestOrder: 2 },
      suspended: [
        { source: 'order', since: NINE + HOUR },
        { source: 'staff', since: null },
      ],
      ...{ counterDay: '2026-11-24', packUp: 'no' },
    },
    ribbons: {
      inPrinter: { ribbon: fitted?.ribbon, since: NINE + HOUR },
      held: [{ ribbon: held[0]?.ribbon, removed: NINE + HOUR }],
    },
    printers: {
      card: { driver: 'virtual', address: '' },
      ordinary: { driver: 'ipp', address: ORDINARY_PRINTER.address },
    },
    jobs: [{ printer: { driver: 'ipp', address: CARD_PRINTER.address }, jobs: 3, open: 2 }],
  });
  expect(sectionOf(made, 'Settings and staff')).toEqual(
    expect.arrayContaining([
      'Applicants use this kiosk’s screen: self-service',
      'Last order carried out: number 2',
      'Intake suspended by an order: since November 24, 2026 at 10:00:00 AM (2026-11-24 10:00:00 UTC)',
      'Intake suspended by staff: announced, not in force yet',
      'Counter’s day: open: 2026-11-24',
    ]),
  );
  expect(sectionOf(made, 'Ledger')).toEqual(
    expect.arrayContaining([
      'Checkpoints on day sheets, shown or printed: 2',
      'Checkpoints for USB drives, written or tried: 1',
    ]),
  );
  // Of whoever did all this it has their roles alone.
  const names = keeper.services.staff.members().map(({ name }) => name);
  expect(names).toContain(SUPERVISOR.name);
  const said = `${made.text}${JSON.stringify(made.paper)}`;
  expect(names.filter((name) => said.includes(name))).toEqual([]);
});

it('a custody statement says what was found of the computer when it was looked at last, and not what it was that was found', async () => {
  const exportFolder = workingFolder();
  const found = fail('Swap on /dev/quillobert is not encrypted.', 'Turn it off.');
  const report = examinedWith({ swap: found }, 'evaluation');
  const { core } = await counter({
    exportFolder,
    examineByProcess: scriptedDoctor({ kind: 'ran', report }),
  });
  await must(core.call('signIn', SUPERVISOR));
  await must(core.call('runDoctor', {}));
  const made = await stateAndSave(core, exportFolder);
  expect(made.statement.doctor).toMatchObject({ kind: 'ran', utc: Date.parse(report.utc) });
  expect(sectionOf(made, 'This computer')).toContain('Check swap: failed');
  expect(`${made.text}${JSON.stringify(made.paper)}`).not.toContain('quillobert');
});

it('a custody statement says whether the kiosk’s date was in doubt', async () => {
  const { keeper } = await counter();
  const { services } = keeper;
  expect(statementPort(services).facts().made.clock).toBe('believed');
  const time = { ...services.time, doubt: () => 'ahead' as const };
  expect(statementPort({ ...services, time }).facts().made.clock).toBe('in-doubt');
});

it('while a kiosk makes a statement it tells each session how far it is, and at the end that it is done', async () => {
  const [exportFolder, clock] = [workingFolder(), testClock({ now: NINE })];
  // Time passes with each look at it, as long as the kiosk searches.
  const searching = { isOn: (): boolean => false };
  const uptime = (): number => {
    if (searching.isOn()) clock.advance(100);
    return clock.uptime();
  };
  const { keeper, core } = await counter({ exportFolder, clock: { ...clock, uptime } });
  const { statements } = keeper.services;
  searching.isOn = () => statements.progress() !== null;
  for (let at = 0; at < 20; at += 1) writeFileSync(join(exportFolder, `copy ${at}.txt`), 'text');
  const before = core.events.length;
  const { statement } = await stateAndSave(core, exportFolder);
  if (statement.search.kind === 'void') throw new Error(statement.search.control);
  const said = () =>
    core.events
      .slice(before)
      .flatMap((each) => (each.kind === 'status' ? [each.status.statementSearch] : []));
  await until(() => expect(said().at(-1)).toBeNull());
  const told = said().flatMap((each) => (each === null ? [] : [each.files]));
  expect(told[0]).toBe(0);
  expect(new Set(told).size).toBeGreaterThan(5);
  expect(told).toEqual(told.toSorted((one, other) => one - other));
  expect(told.at(-1)).toBeLessThanOrEqual(statement.search.files);
});
