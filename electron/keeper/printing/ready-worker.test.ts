import { expect, it } from 'vitest';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { patternsOfValue } from '../../../shared/remanence/patterns.ts';
import {
  createMemorySearch,
  type MemoryScan,
  scanProcess,
} from '../../../tests/support/memory/scan-process.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { readRecordedSessions } from '../sessions/recorded-sessions.ts';
import { workerRecord } from '../start/build-printing.ts';
import { fillIn, openCounter, PERSON, printAfterReadBack } from '../start/keeper.test-support.ts';

// The same on a printer of its own: `tests/print/direct.print.ts`.
it.runIf(process.platform === 'linux')(
  'the built-in printer has a worker ready, which knows nobody before the clerk prints, and is who prints then',
  async () => {
    const dataFolder = workingFolder();
    const { page } = await openCounter({ dataFolder, secondsPerFace: 60 });
    const workers = (): readonly number[] =>
      readRecordedSessions(workerRecord(dataFolder))?.sessions.map(({ pid }) => pid) ?? [];
    const search = (pid: number, value: string): MemoryScan =>
      scanProcess(pid, createMemorySearch(patternsOfValue('value', value)));
    expect(workers()).toEqual([]);
    await fillIn(page);
    const [ready = 0] = workers();
    expect(workers()).toEqual([ready]);
    // It has read what it was told: the card's design, and nobody.
    await expect
      .poll(() => search(ready, harborCity.card.returnLine).hits.length, { timeout: 60_000 })
      .toBeGreaterThan(0);
    expect(search(ready, PERSON.name)).toMatchObject({ gone: false, hits: [] });
    await printAfterReadBack(page);
    await expect.poll(async () => (await page.application()).printStage, { timeout: 60_000 }).toBe('front');
    expect(workers()).toEqual([ready]);
    // The control: whoever prints a card has it.
    expect(search(ready, PERSON.name).hits.length).toBeGreaterThan(0);
  },
);
