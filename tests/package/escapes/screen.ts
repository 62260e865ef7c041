import type { Result } from '../../../shared/result.ts';
import { type Screenshot, screenshotIn } from '../../support/display/screenshot.ts';
import { type Counter, DISPLAY, KIOSK, ON_DISPLAY, until } from '../counter.ts';

/** What somebody would see who gets out: other windows, other processes, another picture. */
export interface Look {
  readonly windows: readonly string[];
  /** The programs that stay: what Chromium starts for a moment comes and goes by itself. */
  readonly processes: readonly string[];
}

/** The machine's display, looked at by root. */
export interface Screen {
  /** Runs a program at the display. */
  run(...words: readonly string[]): Promise<Result<string, string>>;
  /** What it prints. Throws where it does not end with 0. */
  says(...words: readonly string[]): Promise<string>;
  /** Starts a program at the display as a unit, to be ended by `systemctl stop`. */
  start(unit: string, ...words: readonly string[]): Promise<void>;
  windows(): Promise<readonly string[]>;
  look(): Promise<Look>;
  /** Waits until it looks so. */
  looks(wanted: Look): Promise<void>;
  /** The picture on it; the pointer is not in it. */
  picture(): Promise<Screenshot>;
  /** How many windows have come up since the watch began, those that have gone again included. */
  mapped(): Promise<number>;
}

/** Whatever lies on the screen, by the process that says it has drawn it, and its title. */
const WINDOWS = String.raw`xwininfo -root -children | sed -n 's/^ *\(0x[0-9a-f]*\) .*/\1/p' | while read -r id; do
  facts=$(xwininfo -id "$id" -stats 2>/dev/null) || continue
  case $facts in
    *InputOnly*) continue ;;
    *IsViewable*) ;;
    *) continue ;;
  esac
  printf '%s\n' "$(xprop -id "$id" -notype _NET_WM_PID WM_NAME 2>/dev/null | tr '\n' ' ')"
done`;

const WATCH = 'counterfoil-watch';
const WATCHED = `/run/${WATCH}.log`;
const COUNT_MAPPED = `grep -c '^MapNotify' ${WATCHED} || true`;

/** Which processes of the kiosk stay: the launcher, the keeper, and each session with its pages. */
const STAYS = /\/(?:launcher|keeper)\.mjs|counterfoil-session/;
const OF_THE_MOMENT = '--type=utility';

/** Looks at it from now on: the X server itself tells of every window that comes up. */
export async function watchScreen(counter: Counter): Promise<Screen> {
  const run: Screen['run'] = (...words) => counter.run('sh', '-c', ON_DISPLAY, 'sh', ...words);
  const says: Screen['says'] = async (...words) => {
    const done = await run(...words);
    if (!done.ok) throw new Error(done.error);
    return done.value.trimEnd();
  };
  const start = async (unit: string, before: string, words: readonly string[]): Promise<void> => {
    const script = `${before}${ON_DISPLAY}`;
    const options = ['--quiet', '--collect', '--expand-environment=no', `--unit=${unit}`];
    await counter.says('systemd-run', ...options, 'sh', '-c', script, 'sh', ...words);
  };
  const windows: Screen['windows'] = async () => {
    const lines = (await says('sh', '-c', WINDOWS)).split('\n');
    return lines.filter((line) => line !== '');
  };
  const look: Screen['look'] = async () => ({
    windows: await windows(),
    processes: [
      ...(await counter.processes(DISPLAY)),
      ...(await counter.processes(KIOSK)).filter(
        ({ command }) => STAYS.test(command) && !command.includes(OF_THE_MOMENT),
      ),
    ].map(({ pid, command }) => `${pid} ${command}`),
  });
  await start(WATCH, `exec >${WATCHED}\n`, ['xev', '-root', '-event', 'substructure']);
  return {
    run,
    says,
    windows,
    look,
    start: (unit, ...words) => start(unit, '', words),
    looks: (wanted) =>
      until(async () => {
        const now = await look();
        const [is, was] = [JSON.stringify(now), JSON.stringify(wanted)];
        return is === was ? null : `on the screen: ${is}; before: ${was}`;
      }),
    picture: async () =>
      screenshotIn(Buffer.from(await says('sh', '-c', 'xwd -root -silent | base64 -w0'), 'base64')),
    mapped: async () => Number(await counter.says('sh', '-c', COUNT_MAPPED)),
  };
}

/** Waits until the kiosk has begun all that it has before somebody is around: the session on the screen with its page, and no spare. */
export async function settledLook(screen: Screen): Promise<Look> {
  let last = '';
  let look = await screen.look();
  await until(async () => {
    look = await screen.look();
    const pages = look.processes.filter((line) => line.includes('--type=renderer')).length;
    const now = JSON.stringify(look);
    const isSettled = now === last && pages === 1 && look.windows.length === 1;
    last = now;
    return isSettled ? null : `the kiosk is still starting: ${now}`;
  });
  return look;
}
