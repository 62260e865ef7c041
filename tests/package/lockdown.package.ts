import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { looksLike } from '../support/display/screenshot.ts';
import { type Counter, until } from './counter.ts';
import { DROPPED_TITLE, FOREIGN_TITLE, openForeignWindow } from './escapes/foreign-window.ts';
import { type Hand, handAt, middleOf } from './escapes/hand.ts';
import { KEY_ESCAPES } from './escapes/keys.ts';
import { MOUSE_ESCAPES } from './escapes/mouse.ts';
import { NOT_RUN } from './escapes/not-run.ts';
import { type Look, type Screen, settledLook, watchScreen } from './escapes/screen.ts';
import { SECOND_KIOSKS } from './escapes/second-kiosks.ts';
import { STRANGERS } from './escapes/strangers.ts';
import { beginsWithOne, GIVEN, NOT_TAKEN } from './lockdown/other-lines.ts';
import { putInReach } from './lockdown/reachable.ts';
import { CASES } from './lockdown/rows.ts';
import { startedPlaces } from './lockdown/started-places.ts';
import { tryLine } from './lockdown/try-line.ts';
import { linesOf } from './lockdown/unit-lines.ts';
import { ALL_UNITS } from './lockdown/units.ts';
import { type ProvisionedCounter, provisionedCounter } from './provisioned-counter.ts';

describe.runIf(process.getuid?.() === 0)('a counter is shut', () => {
  let stage: ProvisionedCounter;
  beforeAll(async () => {
    stage = await provisionedCounter();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => void process.stderr.write(await stage.diagnosis()));
  });
  afterAll(() => stage?.remove());

  describe('by each line of its units', () => {
    beforeAll(() => putInReach(stage.counter));

    it.for(ALL_UNITS)('of the %s: every line has its row', async (unit) => {
      const lines = await linesOf(stage.counter, unit);
      const rows = CASES.filter(([of]) => of === unit).map(([, line]) => line);
      const known = [...rows, ...GIVEN, ...NOT_TAKEN];
      const unknownIn = (all: readonly string[]) => all.filter((line) => !beginsWithOne(line, known));
      expect(unknownIn(lines)).toEqual([]);
      // The control: a line of which nobody has thought.
      expect(unknownIn([...lines, 'PrivateUsers=yes'])).toEqual(['PrivateUsers=yes']);
      // And every row has its line: one that has gone stops nothing.
      for (const row of rows)
        expect([row, lines.filter((line) => line.startsWith(row)).length]).toEqual([row, 1]);
    });

    it.for(CASES)('of the %s: %s', async ([unit, line, row], { skip }) => {
      if (row.kind === 'not-run') sayNotRun(skip, `${unit}: ${line}`, row.why);
      const outcome = await tryLine(stage.counter, unit, row);
      if (outcome.kind === 'hindered') sayNotRun(skip, `${unit}: ${line}`, outcome.why);
      const said = `without: ${outcome.without.said}\nwith: ${outcome.with.said}`;
      expect([outcome.without.succeeded, outcome.with.succeeded], said).toEqual([true, false]);
    });

    it.for(['kiosk', 'display'] as const)('of the %s: nothing starts where it may write', async (unit) => {
      expect(await startedPlaces(stage.counter, unit)).toEqual([]);
      // The control: outside of both units the same account writes programs and starts them.
      expect(await startedPlaces(stage.counter, null)).toContain('/var/tmp');
    });
  });

  describe('at its own screen, before anyone has signed in', () => {
    let screen: Screen;
    let hand: Hand;
    let before: Look;
    const counter = (): Counter => stage.counter;

    beforeAll(async () => {
      screen = await watchScreen(counter());
      before = await settledLook(screen);
      hand = await handAt(screen);
    });

    /** As at the first look: the kiosk's own window alone, its own processes, its own picture. */
    const expectAsBefore = async (): Promise<void> => {
      await hand.findsAllAsBefore();
      await screen.looks(before);
    };

    it('shows the session’s window and no other; another one would be seen, in every way', async () => {
      expect(before.windows).toEqual([expect.stringContaining(`_NET_WM_PID = ${counter().shown()} `)]);
      const picture = await screen.picture();
      const mapped = await screen.mapped();
      const window = await openForeignWindow(counter(), screen);
      await until(async () => ((await screen.mapped()) > mapped ? null : 'the watch sees no window'));
      await until(async () => {
        const titles = (await screen.windows()).join();
        return titles.includes(FOREIGN_TITLE) ? null : `there is no foreign window: ${titles}`;
      });
      expect((await screen.windows()).length).toBe(2);
      expect(looksLike(await screen.picture(), picture)).toBe(false);
      await window.end();
      await expectAsBefore();
    });

    it.for([...KEY_ESCAPES, ...MOUSE_ESCAPES])('does not give way to $name', async ({ go }) => {
      const mapped = await screen.mapped();
      await go(hand);
      await expectAsBefore();
      // None that came and went either.
      expect(await screen.mapped()).toBe(mapped);
    });

    it('takes nothing that is dropped from another program’s window', async () => {
      const window = await openForeignWindow(counter(), screen);
      const dropped = async (): Promise<boolean> => (await screen.windows()).join().includes(DROPPED_TITLE);
      // The positive control: the same hand drops it into that program's own field.
      await until(async () => {
        await hand.drag(window.source, window.target);
        return (await dropped()) ? null : 'nothing can be dragged';
      });
      await hand.drag(window.source, middleOf(hand.field));
      await window.end();
      await expectAsBefore();
    });

    it.for(SECOND_KIOSKS)('has no second kiosk over it, %s', async ([, code, start]) => {
      const mapped = await screen.mapped();
      const ended = await start(counter());
      expect(ended).toMatchObject({ ok: false, error: expect.stringContaining(code) });
      expect(await screen.mapped()).toBe(mapped);
      await expectAsBefore();
    });

    it.for(STRANGERS)('lets nobody in: %s', async ([, lacking, having]) => {
      const mapped = await screen.mapped();
      expect(await lacking(counter(), screen)).toMatchObject({ ok: false });
      expect(await screen.mapped()).toBe(mapped);
      // The positive control.
      expect(await having(counter(), screen)).toMatchObject({ ok: true });
      await expectAsBefore();
    });

    it('listens at no abstract address, which every account would reach', async () => {
      const sockets = await counter().says('cat', '/proc/net/unix');
      expect(sockets).toContain(' /tmp/.X11-unix/X0');
      expect(sockets).not.toContain('@/tmp/.X11-unix');
    });

    it('would be seen to have other processes: the control of that look', async () => {
      const session = counter().shown();
      if (session === null) throw new Error('there is no session');
      await counter().kill(session);
      await until(async () =>
        JSON.stringify((await screen.look()).processes) === JSON.stringify(before.processes)
          ? 'the processes are the same'
          : null,
      );
      await counter().arriveAt('Sign in');
    });

    it.for(NOT_RUN)('not run: %s', ([what, why], { skip }) => sayNotRun(skip, what, why));
  });
});

/** Says it where whoever runs the suite reads it: a report counts what was skipped, and leaves the reason out. */
function sayNotRun(skip: (why: string) => never, what: string, why: string): never {
  process.stdout.write(`not run: ${what} (${why})\n`);
  return skip(why);
}
