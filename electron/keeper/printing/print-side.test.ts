import { describe, expect, it } from 'vitest';
import type { JobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { IppPrinter } from '../../../shared/contract/printing/printer.ts';
import { wipingApplication } from '../vault/vault.test-support.ts';
import { printSideStage } from './print-side.test-support.ts';
import { createPatientPurge, earlierJobs } from './print-side.ts';

const OTHER_PRINTER: IppPrinter = { ...CARD_PRINTER, address: 'ipp://192.0.2.9:631/ipp/print' };

describe('what the printers keep of a wipe', () => {
  function wiping() {
    const on = printSideStage();
    const application = wipingApplication(on.vault);
    const wipe = on.vault.wipes.of(application).id;
    const named = (printer: Parameters<typeof on.job>[1] = CARD_PRINTER): JobId => {
      const name = on.job(application, printer);
      on.jobRows.passOn(application, wipe);
      return name;
    };
    return { ...on, wipe, named, purge: () => createPatientPurge(on.port)(wipe) };
  }

  it('is nothing where nothing was sent', async () => {
    const { purge, asked } = wiping();
    expect(await purge()).toBe('kept-nothing');
    expect(asked).toEqual([]);
  });

  it('is purged once every job is proven gone, each at its own printer; then no name of them is left', async () => {
    const { purge, named, answers, asked, jobRows, vault, wipe } = wiping();
    const [one, two] = [named(), named(OTHER_PRINTER)];
    answers.set(one, 'purged');
    expect(await purge()).toBeNull();
    expect(jobRows.of(wipe).map(({ purged }) => purged)).toEqual(['purged', null]);
    answers.set(two, 'purged');
    expect(await purge()).toBe('purged');
    // What was proven is not asked again.
    expect(asked.map(({ at, jobs }) => [at, jobs])).toEqual([
      [CARD_PRINTER.address, [one]],
      [OTHER_PRINTER.address, [two]],
      [OTHER_PRINTER.address, [two]],
    ]);
    expect(jobRows.of(wipe)).toEqual([]);
    expect(vault.wipes.all()).toMatchObject([{ spool: 'purged' }]);
  });

  it('is not proven where a queue of the system has it: nobody can look there', async () => {
    const { purge, named, asked } = wiping();
    named({ driver: 'os', name: 'Office' });
    expect(await purge()).toBe('not-proven');
    expect(asked).toEqual([]);
  });

  it('is asked for once at a time, and not written down by a keeper that is closing', async () => {
    const { port, named, answers, asked, gate, closing, jobRows, wipe } = wiping();
    answers.set(named(), 'purged');
    let openGate = (): void => undefined;
    gate.opened = new Promise((resolve) => {
      openGate = resolve;
    });
    const purge = createPatientPurge(port);
    const both = [purge(wipe), purge(wipe)];
    expect(asked).toHaveLength(1);
    closing.abort();
    openGate();
    expect(await Promise.all(both)).toEqual([null, null]);
    expect(jobRows.of(wipe)).toMatchObject([{ purged: null }]);
  });
});

it('a new print is told of the jobs before it of which nobody knows that they are over', () => {
  const { job, open, jobRows } = printSideStage();
  const application = open();
  const [unknown, over, left, own] = [1, 2, 3, 4].map(() => job(application, CARD_PRINTER));
  if (unknown === undefined || over === undefined || left === undefined || own === undefined) {
    throw new Error('no jobs');
  }
  jobRows.setNumber(unknown, 7);
  jobRows.setPurged(over, 'purged');
  jobRows.leaveBehind(left);
  expect(earlierJobs(jobRows, application, own)).toEqual([
    { name: unknown, number: 7, printer: CARD_PRINTER },
  ]);
});
