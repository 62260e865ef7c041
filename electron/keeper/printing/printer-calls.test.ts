import { describe, expect, it } from 'vitest';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { Inspection } from '../../../shared/contract/printing/printer.ts';
import { LONGEST_ADDRESS } from '../../../shared/printing/address.ts';
import { SUPERVISOR } from '../start/keeper.test-support.ts';
import { counter } from '../start/scripted-core.test-support.ts';
import type { Services } from '../start/services.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { createChosenPrinter } from './chosen-printer.ts';
import { printerCalls } from './printer-calls.ts';
import type { PrinterQueryReport } from './printer-queries.ts';

const { driver: _driver, pin: certificate, ...found } = CARD_PRINTER;
const INSPECTION: Inspection = {
  role: 'card',
  ...found,
  makeAndModel: '',
  certificate,
  troubles: [],
  missing: [],
};

const REPORTS = {
  inspected: { kind: 'inspected', inspection: INSPECTION },
  queues: { kind: 'queues', queues: [] },
  identified: { kind: 'identified' },
} satisfies Record<string, PrinterQueryReport>;

/** What a supervisor is answered to every question about a printer while workers answer this. */
async function askAll(report: PrinterQueryReport, isBusy = false) {
  const { keeper, core } = await counter();
  await core.call('signIn', SUPERVISOR);
  const occupant = keeper.services.occupants.get(core.session.token);
  if (occupant === undefined) throw new Error('no session is occupied');
  const printerQueries = {
    ...keeper.services.printerQueries,
    ask: () => Promise.resolve(report),
    busy: () => isBusy,
  };
  const services: Services = { ...keeper.services, printerQueries };
  services.printer.choose(CARD_PRINTER);
  const calls = printerCalls(services);
  return {
    inspected: await answerOf(() => calls.inspectPrinter({ address: CARD_PRINTER.address })),
    queues: await answerOf(() => calls.listQueues({})),
    identified: await answerOf(() => calls.identifyPrinter({})),
  };
}

async function answerOf(call: () => unknown): Promise<unknown> {
  try {
    return await call();
  } catch (error) {
    return error;
  }
}

describe('a worker that was asked about a printer', () => {
  it.each([
    ['inspected', { ok: true, value: INSPECTION }],
    ['queues', { ok: true, value: { queues: [] } }],
    ['identified', { ok: true, value: {} }],
  ] as const)('and answers "%s" was asked for that, or it is a bug', async (kind, answer) => {
    const bug = new Error('a worker answered what it was not asked');
    const bugs = { inspected: bug, queues: bug, identified: bug };
    expect(await askAll(REPORTS[kind])).toEqual({ ...bugs, [kind]: answer });
  });

  it('and refuses is believed, whatever it was asked', async () => {
    const why = { kind: 'no-such-queue' } as const;
    const refused = { ok: false, error: { kind: 'printer-refused', why } };
    expect(await askAll({ kind: 'refused', why })).toEqual({
      inspected: refused,
      queues: refused,
      identified: refused,
    });
  });

  it('is not asked a second thing at once', async () => {
    const inUse = { ok: false, error: { kind: 'printer-in-use' } };
    expect(await askAll({ kind: 'refused', why: { kind: 'too-slow' } }, true)).toEqual({
      inspected: inUse,
      queues: inUse,
      identified: inUse,
    });
  });
});

it.each([
  ['release', { ok: false, error: { kind: 'not-now' } }, 'ipp'],
  ['evaluation', { ok: true, value: {} }, 'virtual'],
] as const)('a %s goes back to a built-in printer only if it has one', async (build, answer, driver) => {
  const { keeper, core } = await counter();
  await core.call('signIn', SUPERVISOR);
  const builtIn = { driver: 'virtual', folder: null, secondsPerFace: 0 } as const;
  const printer = createChosenPrinter(newVault().database, builtIn, build);
  printer.choose(CARD_PRINTER);
  const calls = printerCalls({ ...keeper.services, printer });
  expect(await answerOf(() => calls.chooseBuiltInPrinter({}))).toEqual(answer);
  expect(printer.now().driver).toBe(driver);
});

it('an address that grows too long to be kept is refused, and the printer that was chosen stays', async () => {
  const { keeper, core } = await counter();
  await core.call('signIn', SUPERVISOR);
  const typed = `127.0.0.1:1/${'a'.repeat(500)}`;
  expect(typed).toHaveLength(LONGEST_ADDRESS);
  const refused = { ok: false, error: { kind: 'printer-refused', why: { kind: 'not-an-address' } } };
  expect(await core.call('inspectPrinter', { address: typed })).toEqual(refused);
  expect(await core.call('choosePrinter', { address: typed, pin: null })).toEqual(refused);
  expect(keeper.services.printer.now().driver).toBe('virtual');
});
