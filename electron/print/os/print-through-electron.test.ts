import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WorkerReport } from '../../../shared/contract/worker.ts';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { startTicksOf } from '../../keeper/sessions/processes.ts';
import type { WorkerContext } from '../worker-context.ts';
import { type OsPrintEnding, printThroughElectron } from './print-through-electron.ts';

const fakeElectron = fileURLToPath(new URL('fake-os-printing.test-support.ts', import.meta.url));
const faces = { front: Buffer.from('front of a card'), back: Buffer.from('back of a card') };

/** When the waiting ends in a test: never by a clock, because a busy machine starts a process when it likes. */
type Impatience = 'never' | 'once started' | 'once it has the card';

interface Printed {
  readonly ending: OsPrintEnding;
  readonly reports: readonly WorkerReport[];
  readonly hasCard: boolean;
}

/** No process has an id that is larger than every id of Linux. */
const LEFT_BY_A_KILLED_WORKER = `counterfoil-print-${2 ** 22 + 1}-abc123`;

/**
 * Prints through a stand-in. Proves that its process and its folder are gone whatever the ending is, and what a
 * killed worker had left with them.
 */
async function print(
  behaviour: string,
  until: Impatience,
  whyOver: 'time' | 'stop' = 'time',
): Promise<Printed> {
  const [folder, notes] = [temporaryFolder(), join(temporaryFolder(), 'notes')];
  vi.stubEnv('TMPDIR', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
  mkdirSync(join(folder, LEFT_BY_A_KILLED_WORKER));
  const noted = (): string => (existsSync(notes) ? readFileSync(notes, 'utf8') : '');
  const reports: WorkerReport[] = [];
  const stopping = new AbortController();
  const isOver = (): boolean => noted().includes(until === 'once started' ? 'process' : 'card');
  const context: WorkerContext = {
    async report(report) {
      reports.push(report);
    },
    now: () => performance.now(),
    wait: (milliseconds) => delay(milliseconds, undefined, { ref: false }),
    async waitUnlessStopped() {
      if (until === 'never') await new Promise(() => undefined);
      while (!isOver()) await delay(5);
      if (whyOver === 'stop') stopping.abort();
    },
    isStopped: () => stopping.signal.aborted,
    stopped: stopping.signal,
    fontFolder: '/nowhere',
    drawing: () => Promise.reject(new Error('faces are drawn already')),
    printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
    electron: {
      executable: behaviour === 'cannot be started' ? '/nowhere/electron' : process.execPath,
      arguments: [fakeElectron, behaviour, notes],
    },
  };
  const ending = await printThroughElectron(faces, 'Cards', context);
  // What Chromium writes leads nowhere.
  if (behaviour !== 'cannot be started') expect(noted()).toContain('standard error /dev/null');
  const [, pid] = /^process (\d+)$/m.exec(noted()) ?? [];
  if (pid !== undefined) expect(startTicksOf(Number(pid))).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  return { ending, reports, hasCard: noted().includes('card') };
}

/** The kind of a defect and its place, and nothing of what it said. */
const SAID_OF_DEFECTS: Readonly<Record<string, readonly string[]>> = {
  'has a defect': ['defect in printing on a queue of the system: TypeError\n'],
  'talks nonsense': ['defect in printing process: ZodError\n'],
};

const doubt = (why: string) => ({ ending: { kind: 'doubt', doubt: why }, hasCard: true });
const noCard = (why: string) => ({ ending: { kind: 'no-card', why: { kind: why } }, hasCard: false });

describe('an Electron process that has the card and', () => {
  it.each([
    ['hands the card over', 'cannot-know'],
    ['hands the card over and stays', 'cannot-know'],
    ['fails', 'interrupted'],
    ['has a defect', 'interrupted'],
    ['crashes', 'interrupted'],
    ['talks nonsense', 'interrupted'],
    // It was given the card all the same.
    ['finds no queue after all', 'interrupted'],
  ])('%s leaves a doubt', async (behaviour, why) => {
    const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const printed = await print(behaviour, 'never');
    expect(printed).toMatchObject(doubt(why));
    expect(printed.reports).toEqual([{ kind: 'stage', stage: 'sent' }]);
    expect(log.mock.calls.map(([text]) => text)).toEqual(SAID_OF_DEFECTS[behaviour] ?? []);
  });

  it('never answers is ended when its time is over: a doubt', async () => {
    expect(await print('never answers', 'once it has the card')).toMatchObject(doubt('too-long'));
  });

  it('never answers is ended when somebody stops the card: a doubt', async () => {
    expect(await print('never answers', 'once it has the card', 'stop')).toMatchObject(doubt('canceled'));
  });
});

describe('an Electron process that has no card yet and', () => {
  it.each([
    ['finds no queue', 'no-such-queue'],
    ['crashes at once', 'not-sent'],
    ['cannot be started', 'not-sent'],
  ])('%s makes none', async (behaviour, why) => {
    const printed = await print(behaviour, 'never');
    expect(printed).toMatchObject(noCard(why));
    expect(printed.reports).toEqual([]);
  });

  it.each(['time', 'stop'] as const)('is never ready is ended by the %s, and gets none', async (whyOver) => {
    expect(await print('is never ready', 'once started', whyOver)).toMatchObject(noCard('not-sent'));
  });
});
