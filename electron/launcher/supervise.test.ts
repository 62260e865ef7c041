import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { type FrontPage, frontPage, type KioskState } from '../../shared/contract/launcher.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { createFront } from './front-process.ts';
import { type KeeperEnd, startKeeper } from './keeper-process.ts';
import type { Phase } from './phase.ts';
import type { Begins } from './preparation.ts';
import { PATIENCE, type Patience, type Supervisor, supervise } from './supervise.ts';

const LOCKED: StartProblem = { kind: 'locked', file: 'vault', path: '/srv/kiosk/vault.db' };
const SILENT: StartProblem = { kind: 'silent-display', display: ':9' };
/** As the product's, but nobody waits half a minute in a test. */
const QUICK: Patience = { ...PATIENCE, backOffMilliseconds: 1 };

const FAKE_KEEPER = new URL('fake-keeper.test-support.ts', import.meta.url);
const FAKE_FRONT = new URL('fake-front.test-support.ts', import.meta.url);

interface Stage {
  readonly supervisor: Supervisor;
  readonly log: string[];
  /** Where the launcher was, in this order. */
  readonly phases: readonly Phase[];
  /** How kiosks said that they had ended. */
  readonly endings: readonly (KioskState | null)[];
  /** What was on the screen, in this order. */
  pages(): readonly FrontPage[];
  /** How many of the planned starts are left. */
  left(): number;
}

/** A launcher over real processes: stand-ins that do what `plan` says, and a page that somebody answers so. */
function stage(
  plan: readonly ('stay' | 'die' | 'refuse' | 'end')[],
  options: {
    readonly front?: 'show' | 'press' | 'absent' | 'vanish';
    readonly patience?: Patience;
    readonly refusal?: StartProblem;
    readonly prepare?: (begins: Begins) => StartProblem | null;
    readonly display?: () => Promise<StartProblem | null>;
  } = {},
): Stage {
  const folder = temporaryFolder();
  const planned = join(folder, 'plan');
  const shown = join(folder, 'pages');
  writeFileSync(planned, plan.join('\n'));
  const log: string[] = [];
  const phases: Phase[] = [];
  const endings: (KioskState | null)[] = [];
  const program = (source: URL, environment: NodeJS.ProcessEnv) => ({
    executable: process.execPath,
    words: [fileURLToPath(source)],
    // Dozens of them are started; each is compiled once.
    environment: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      ...environment,
    },
  });
  const supervisor = supervise(
    {
      front: createFront(
        () => program(FAKE_FRONT, { FAKE_FRONT: options.front ?? 'show', FAKE_PAGES: shown }),
        'evaluation',
      ),
      telling: {
        enter: (phase) => void phases.push(phase),
        changed: () => undefined,
        ended: (state) => void endings.push(state),
      },
      startKeeper: (events) => startKeeper(program(FAKE_KEEPER, { FAKE_PLAN: planned }), events),
      prepare: options.prepare ?? (() => null),
      display: options.display ?? (async () => null),
      log: (line) => log.push(line),
    },
    options.patience ?? QUICK,
    options.refusal ?? null,
  );
  onTestFinished(async () => {
    supervisor.stop('SIGTERM');
    await supervisor.ended;
  });
  return {
    supervisor,
    log,
    phases,
    endings,
    pages: () =>
      existsSync(shown)
        ? readFileSync(shown, 'utf8')
            .trim()
            .split('\n')
            .map((line) => frontPage.parse(JSON.parse(line)))
        : [],
    left: () =>
      readFileSync(planned, 'utf8')
        .split('\n')
        .filter((word) => word !== '').length,
  };
}

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 20 });

describe('the launcher', () => {
  it('ends in order with its keeper, whoever told that one to end', async () => {
    const { supervisor, pages } = stage(['end']);
    expect(await supervisor.ended).toBe(0);
    expect(pages()).toEqual([]);
  });

  it('passes a signal on, and waits for the end of the keeper', async () => {
    const { supervisor, left } = stage(['stay']);
    await until(() => expect(left()).toBe(0));
    // Heard before the keeper has a handler it would end it all the same.
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
  });

  it('passes on how the kiosk was at its end, of which nobody could ask it any more', async () => {
    const { supervisor, phases, endings } = stage(['stay']);
    await until(() => expect(phases.at(-1)?.kind).toBe('kiosk'));
    const kiosk = phases.at(-1);
    // Once it answers it hears signals too.
    const state = kiosk?.kind === 'kiosk' ? await kiosk.keeper.state() : null;
    expect(state).not.toBeNull();
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    expect(endings).toEqual([state]);
  });

  it('starts a keeper that died again, and says so on the screen in the meantime', async () => {
    const { supervisor, pages, left, log } = stage(['die', 'die', 'stay']);
    await until(() => expect(left()).toBe(0));
    await until(() => expect(log.filter((line) => line.includes('SIGKILL'))).toHaveLength(2));
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    expect(pages().every((page) => page.kind === 'restarting')).toBe(true);
  });

  it('looks before each keeper whether it may be started, also before the one after a death', async () => {
    const asked: Begins[] = [];
    const unfinished: StartProblem = {
      ...{ kind: 'unfinished-provisioning', why: 'marked', reason: 'marked' },
      path: '/etc/counterfoil/provisioning.next/ready',
    };
    const { supervisor, pages, left } = stage(['die', 'stay'], {
      prepare(begins) {
        asked.push(begins);
        return asked.length === 1 ? null : unfinished;
      },
    });
    await until(() => expect(pages().at(-1)).toMatchObject({ kind: 'problem', problem: unfinished }));
    expect(left()).toBe(1);
    expect(asked).toEqual(['keeper', 'keeper']);
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(71);
  });

  it('takes its page off the screen as soon as the kiosk is on it', async () => {
    const done: string[] = [];
    const keepers: (() => void)[] = [];
    let end: (how: KeeperEnd) => void = () => undefined;
    const supervisor = supervise(
      {
        front: {
          show: async () => true,
          answer: () => new Promise(() => undefined),
          hide: async () => void done.push('hidden'),
        },
        telling: { enter: () => undefined, changed: () => undefined, ended: () => undefined },
        startKeeper({ onScreen }) {
          keepers.push(onScreen);
          const ended = new Promise<KeeperEnd>((resolve) => {
            end = resolve;
          });
          return {
            ended,
            state: () => new Promise(() => undefined),
            signal: () => end({ kind: 'in-order' }),
          };
        },
        prepare: () => null,
        display: async () => null,
        log: () => undefined,
      },
      QUICK,
      null,
    );
    await until(() => expect(keepers).toHaveLength(1));
    expect(done).toEqual([]);
    for (const onScreen of keepers) onScreen();
    expect(done).toEqual(['hidden']);
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
  });

  it('gives up after five starts in ten minutes, and leaves it on the screen until it is told to end', async () => {
    const { supervisor, pages, left, log } = stage(['die', 'die', 'die', 'die', 'die', 'die', 'stay']);
    const problem = { kind: 'keeps-stopping', starts: 5, minutes: 10 };
    await until(() => expect(pages().at(-1)).toEqual({ kind: 'problem', problem, tries: 0, again: true }));
    // The first start and five more.
    expect(left()).toBe(1);
    expect(log.at(-1)).toContain('CF-63, exit code 63');
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(63);
  });

  it('says where it is: on the way, behind a kiosk that answers, and on the way again', async () => {
    const { supervisor, phases, left } = stage(['stay', 'end']);
    await until(() => expect(phases.at(-1)?.kind).toBe('kiosk'));
    const kiosk = phases.at(-1);
    if (kiosk?.kind !== 'kiosk') throw new Error('no kiosk');
    expect(await kiosk.keeper.state()).toEqual({
      screen: 'start-screen',
      open: 0,
      forgets: 0,
      endings: 0,
      held: false,
    });
    expect(left()).toBe(1);
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    expect(phases.at(-1)).toEqual({ kind: 'starting' });
  });

  it('says which page of failure is on the screen', async () => {
    const { phases } = stage(['refuse', 'stay']);
    await until(() => expect(phases.at(-1)).toEqual({ kind: 'problem', problem: LOCKED }));
  });

  it('waits longer before each start', async () => {
    const began = performance.now();
    const { left } = stage(['die', 'die', 'die', 'stay'], {
      patience: { ...QUICK, backOffMilliseconds: 50 },
    });
    await until(() => expect(left()).toBe(0));
    expect(performance.now() - began).toBeGreaterThan(50 + 100 + 200);
  });
});

describe('a refusal', () => {
  it('stays on the screen, and its number is the exit code', async () => {
    const { supervisor, pages } = stage(['refuse', 'stay']);
    await until(() => expect(pages()).toEqual([{ kind: 'problem', problem: LOCKED, tries: 0, again: true }]));
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(40);
  });

  it('is tried again at the key, and says how often that was in vain', async () => {
    const { supervisor, pages, left } = stage(['refuse', 'refuse', 'stay'], { front: 'press' });
    await until(() => expect(left()).toBe(0));
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    const problems = pages().filter((page) => page.kind === 'problem');
    expect(problems.map(({ tries }) => tries)).toEqual([0, 1]);
    expect(pages().map(({ kind }) => kind)).toContain('trying');
  });

  it('is tried so often and no more: then the key is not offered until its time has passed', async () => {
    const patience = { ...QUICK, tries: { most: 2, withinMilliseconds: 600_000 } };
    const { supervisor, pages, left } = stage(['refuse', 'refuse', 'refuse', 'stay'], {
      front: 'press',
      patience,
    });
    await until(() => expect(pages().at(-1)).toMatchObject({ kind: 'problem', tries: 2, again: false }));
    expect(left()).toBe(1);
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(40);
  });

  it('offers the key anew once its time has passed', async () => {
    const patience = { ...QUICK, tries: { most: 1, withinMilliseconds: 300 } };
    const { supervisor, pages, left } = stage(['refuse', 'refuse', 'stay'], { front: 'press', patience });
    await until(() => expect(left()).toBe(0));
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    expect(
      pages()
        .filter((page) => page.kind === 'problem')
        .map(({ again }) => again),
    ).toContain(true);
  });

  it('that comes before any keeper starts none, and has no key', async () => {
    const { supervisor, pages, left } = stage(['stay'], { refusal: { kind: 'root' } });
    await until(() =>
      expect(pages()).toEqual([{ kind: 'problem', problem: { kind: 'root' }, tries: 0, again: false }]),
    );
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(24);
    expect(left()).toBe(1);
  });

  it('that comes before any keeper is put right at the key, once what it is about is right', async () => {
    const refusal: StartProblem = { kind: 'no-settings', path: '/etc/counterfoil/settings.toml' };
    const answers = [refusal, null];
    const asked: Begins[] = [];
    const { supervisor, pages, left } = stage(['stay'], {
      ...{ front: 'press', refusal },
      prepare(begins) {
        asked.push(begins);
        return answers.shift() ?? null;
      },
    });
    await until(() => expect(left()).toBe(0));
    // What somebody answers a page with is a new day; the keeper that comes of it begins within that day.
    expect(asked).toEqual(['day', 'day', 'keeper']);
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
    const problems = pages().filter((page) => page.kind === 'problem');
    expect(problems.map(({ problem, tries }) => [problem.kind, tries])).toEqual([
      ['no-settings', 0],
      ['no-settings', 1],
    ]);
  });

  it('ends with its number at once where no page comes up', async () => {
    const { supervisor, log } = stage(['refuse'], { front: 'absent' });
    expect(await supervisor.ended).toBe(40);
    expect(log).toEqual(['counterfoil: no page comes up on the screen either']);
  });

  it('is put back when the page is taken away, so often and no more', async () => {
    const { supervisor, pages } = stage(['refuse'], { front: 'vanish' });
    expect(await supervisor.ended).toBe(40);
    expect(pages()).toHaveLength(1 + PATIENCE.pages.most);
  });
});

describe('a display that does not answer', () => {
  it('is said in the log and by the exit code, and nothing is started on it', async () => {
    const { supervisor, left, log } = stage(['stay'], { front: 'absent', display: async () => SILENT });
    expect(await supervisor.ended).toBe(61);
    expect(left()).toBe(1);
    expect(log[0]).toContain('CF-61, exit code 61');
  });

  it('is not waited for by somebody who is told to end', async () => {
    const { supervisor } = stage(['stay'], { display: () => new Promise(() => undefined) });
    supervisor.stop('SIGTERM');
    expect(await supervisor.ended).toBe(0);
  });
});
