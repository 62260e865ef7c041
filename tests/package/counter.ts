import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readRecordedSessions } from '../../electron/keeper/sessions/recorded-sessions.ts';
import { type DoctorReport, doctorReport } from '../../shared/doctor/report.ts';
import { err, type Result } from '../../shared/result.ts';
import type { Machine } from './container.ts';

export const SLUG = 'counterfoil-evaluation';
export const KIOSK = `${SLUG}.service`;
export const DISPLAY = `${SLUG}-display.service`;
/** Far more than a busy machine needs: only what never comes is given up. */
const PATIENCE_MILLISECONDS = 120_000;
const PAUSE_MILLISECONDS = 200;
/** Between two keys of a hand. Behind a text Enter and Space are taken for a scanner's for longer than between others. */
const HAND_SECONDS = '0.4';
/** A button that ends or decides something sleeps for a moment: then the key is pressed once more. */
const AGAIN_MILLISECONDS = 3_000;
/** What was typed on a screen that was only just drawn may have come to no field: it is typed once more, and not sooner. */
const TYPED_AGAIN_MILLISECONDS = 20_000;

/** Nothing of the suite's environment reaches the machine. */
const CLEAN = [
  ...['env', '-i', 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
  ...['LANG=C.UTF-8', 'DEBIAN_FRONTEND=noninteractive'],
] as const;

/** By sh: runs the words behind it as root at the display. Its socket is in the view of its own unit only. */
export const ON_DISPLAY = [
  `exec nsenter --mount --target "$(systemctl show -P MainPID ${DISPLAY})" --`,
  `env DISPLAY=:0 XAUTHORITY=/run/${SLUG}-display/xauthority "$@"`,
].join(' ');

const PROCESSES = `for pid in $(cat "/sys/fs/cgroup$(systemctl show -P ControlGroup "$1")/cgroup.procs"); do
  printf '%s %s\\n' "$pid" "$(tr '\\0' ' ' <"/proc/$pid/cmdline")"
done`;

/** What the kiosk says of itself in its status file. */
type Told = Readonly<Record<string, string>>;

interface CounterProcess {
  readonly pid: number;
  readonly command: string;
}

/** What IT types on the machine. */
interface Shell {
  /** Runs a program as root, whatever it ends with. The error: what it said. */
  run(...words: readonly string[]): Promise<Result<string, string>>;
  /** What it prints. Throws where it does not end with 0. */
  says(...words: readonly string[]): Promise<string>;
}

/** What somebody sees on the machine's screen, and does at its keyboard. */
interface Person {
  /** The heading of the screen, by the title of its window; null: there is none. */
  heading(): Promise<string | null>;
  /** Waits for the screen with this heading. */
  arriveAt(heading: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Keys by their names in X. */
  press(...keys: readonly string[]): Promise<void>;
  /** Presses a key until another screen is there, the one with this heading. */
  pressUntil(key: string, heading: string): Promise<void>;
  /** Types a text into the field that has the focus, and sends it with Return, until the screen with this heading is there. */
  enterUntil(text: string, heading: string): Promise<void>;
}

/** A machine with the package on it. */
export interface Counter extends Shell, Person {
  /** A property of a unit, as systemd has it now. */
  property(unit: string, name: string): Promise<string>;
  /** Waits until the kiosk says so of itself. */
  tells(wanted: Told): Promise<void>;
  processes(unit: string): Promise<readonly CounterProcess[]>;
  /** Ends a process against its will. */
  kill(pid: number): Promise<void>;
  /** The process id of the session on the screen, as the machine counts. */
  shown(): number | null;
  doctor(): Promise<DoctorReport>;
}

/** The counter on a machine that runs. */
export function counterOn(machine: Machine): Counter {
  const shell = shellOn(machine);
  const { says } = shell;
  return {
    ...shell,
    ...personAt(shell),
    property: (unit, name) => says('systemctl', 'show', '-P', name, unit),
    tells: (wanted) =>
      until(async () => {
        const now = await toldOn(shell);
        const isSo = Object.entries(wanted).every(([name, value]) => now[name] === value);
        return isSo ? null : `the kiosk says ${inWords(now)}, not ${inWords(wanted)}`;
      }),
    async processes(unit) {
      const lines = (await says('sh', '-c', PROCESSES, 'sh', unit)).split('\n');
      return lines.flatMap((line) => {
        const [, pid, command = ''] = /^(\d+) (.*)$/.exec(line) ?? [];
        return pid === undefined ? [] : [{ pid: Number(pid), command }];
      });
    },
    async kill(pid) {
      // The shell's own: the program of this name is of a package that no Debian needs to have.
      await says('sh', '-c', `kill -KILL ${pid}`);
    },
    shown() {
      const sessions = readRecordedSessions(
        join(machine.root, 'var/lib/counterfoil/sessions.json'),
      )?.sessions;
      return sessions?.find((session) => session.shown)?.pid ?? null;
    },
    async doctor() {
      // It ends with what it found, and from 3 on it did not look.
      const report = await says('sh', '-c', `${SLUG}-doctor --json || test $? -lt 3`);
      return doctorReport.parse(JSON.parse(report));
    },
  };
}

function shellOn(machine: Machine): Shell {
  const run: Shell['run'] = async (...words) => {
    const done = await machine.run([...CLEAN, ...words]);
    return done.ok ? done : err(`${words.join(' ')}: ${done.error.output}`);
  };
  return {
    run,
    async says(...words) {
      const done = await run(...words);
      if (!done.ok) throw new Error(done.error);
      return done.value.trimEnd();
    },
  };
}

function personAt(shell: Shell): Person {
  const onDisplay = (...words: readonly string[]) => shell.run('sh', '-c', ON_DISPLAY, 'sh', ...words);
  const atKeyboard = async (...words: readonly string[]): Promise<void> => {
    const done = await onDisplay('xdotool', ...words);
    if (!done.ok) throw new Error(done.error);
  };
  const heading: Person['heading'] = async () => {
    const title = await onDisplay('xdotool', 'getwindowfocus', 'getwindowname');
    return title.ok ? title.value.trim().replace(/ · Counterfoil$/, '') : null;
  };
  const type: Person['type'] = (text) => atKeyboard('type', '--delay', '4', '--', text);
  const press: Person['press'] = (...keys) =>
    atKeyboard(...keys.flatMap((key) => ['sleep', HAND_SECONDS, 'key', key]));
  /** Does this, and once more each time that it has led nowhere for so long, until the screen with this heading is there. */
  const doUntil = async (
    what: string,
    again: number,
    wanted: string,
    act: () => Promise<void>,
  ): Promise<void> => {
    let doneAt = Number.NEGATIVE_INFINITY;
    await until(async () => {
      const seen = await heading();
      if (seen === wanted) return null;
      if (performance.now() - doneAt > again) {
        await act();
        doneAt = performance.now();
      }
      return `${what} leads from “${seen}” to no “${wanted}”`;
    });
  };
  return {
    heading,
    press,
    arriveAt: (wanted) =>
      until(async () => {
        const seen = await heading();
        if (seen === wanted) return null;
        const says = inWords(await toldOn(shell));
        return `“${seen}” is on the screen, not “${wanted}”; the kiosk says ${says}`;
      }),
    type,
    enterUntil: (text, wanted) =>
      doUntil('what is typed', TYPED_AGAIN_MILLISECONDS, wanted, async () => {
        await press('ctrl+a');
        await type(text);
        await press('Return');
      }),
    pressUntil: (key, wanted) => doUntil(key, AGAIN_MILLISECONDS, wanted, () => press(key)),
  };
}

async function toldOn({ run }: Shell): Promise<Told> {
  const status = await run('cat', `/run/${SLUG}/status`);
  const lines = status.ok ? status.value.split('\n').filter((line) => line.includes('=')) : [];
  return Object.fromEntries(
    lines.map((line): [string, string] => {
      const end = line.indexOf('=');
      return [line.slice(0, end), line.slice(end + 1)];
    }),
  );
}

function inWords(told: Told): string {
  const words = Object.entries(told).map(([name, value]) => `${name}=${value}`);
  return words.length === 0 ? 'nothing' : words.join(' ');
}

/** Looks until nothing stands in the way any more. Throws with what did last. */
export async function until(whyNot: () => Promise<string | null>): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
  for (;;) {
    const why = await whyNot();
    if (why === null) return;
    if (patience.aborted) throw new Error(why);
    await delay(PAUSE_MILLISECONDS);
  }
}
