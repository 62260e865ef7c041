import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { counter, create, nextCore } from '../start/scripted-core.test-support.ts';
import { applicationsIn } from '../vault/rows-in-bytes.test-support.ts';
import { CLEAN } from '../wipe/wipe-procedure.test-support.ts';

const MORNING = Date.UTC(2026, 10, 24, 9, 17, 42);
const MINUTE = 60_000;

const inVault = (dataFolder: string) => applicationsIn(readFileSync(join(dataFolder, 'vault.db')));
const inJournal = (dataFolder: string) => applicationsIn(readFileSync(join(dataFolder, 'vault.db-journal')));

/** The six bytes that a vault writes of the minute at which an application began. */
function bytesOf(minute: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(minute - (minute % MINUTE), 0, 6);
  return bytes;
}

it('neither ticket nor minute of an ended application is left in the vault, its free pages or its journal', async () => {
  const dataFolder = workingFolder();
  const clock = testClock({ now: MORNING });
  const { keeper, core } = await counter({ dataFolder, clock });
  // One that stays open: what finds it would find the other one as well.
  const kept = await create(core);
  await core.call('putAside', { fingerprints: null });
  let at = await nextCore(keeper, core);
  const minutes = [1, 3, 4].map((minutes) => MORNING + minutes * MINUTE);
  for (const minute of minutes) {
    clock.advance(minute - clock.now());
    await create(at);
    expect(inVault(dataFolder)).toContainEqual(
      expect.objectContaining({ began: minute - (minute % MINUTE) }),
    );
    await at.call('finish', { outcome: 'withdrawn' });
    void at.call('erased', { search: CLEAN });
    await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
    at = await nextCore(keeper, at);
  }
  const { ticket } = kept;
  const open = { ticket, day: '2026-11-24', began: MORNING - (MORNING % MINUTE) };
  expect(inVault(dataFolder)).toEqual([open]);
  expect(inJournal(dataFolder)).toEqual([]);
  for (const file of ['vault.db', 'vault.db-journal']) {
    const bytes = readFileSync(join(dataFolder, file));
    for (const minute of minutes) expect(bytes.includes(bytesOf(minute)), file).toBe(false);
  }
  expect(readFileSync(join(dataFolder, 'vault.db')).includes(bytesOf(MORNING))).toBe(true);
});

it('what finds them finds them in a journal that was not erased yet', async () => {
  const dataFolder = workingFolder();
  let before: ReturnType<typeof inJournal> = [];
  const { keeper, core } = await counter({
    ...{ dataFolder, clock: testClock({ now: MORNING }) },
    adjustActs: (acts) => ({
      ...acts,
      deleteRows(application) {
        keeper.services.vault.remove(application);
        before = inJournal(dataFolder);
        return acts.deleteRows(application);
      },
    }),
  });
  const { ticket } = await create(core);
  await core.call('finish', { outcome: 'withdrawn' });
  void core.call('erased', { search: CLEAN });
  await until(() => expect(keeper.services.endings.shown().kind).toBe('ended'));
  expect(before).toContainEqual({ ticket, day: '2026-11-24', began: MORNING - (MORNING % MINUTE) });
  expect(inJournal(dataFolder)).toEqual([]);
});
