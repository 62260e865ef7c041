import { execFile } from 'node:child_process';

/** The display and its authority file, as a program needs them in its environment. */
export type DisplayEnvironment = Readonly<Record<string, string>>;

/** A window on the screen: a child of the root, or what a window manager has framed. */
export interface MappedWindow {
  /** As X tells it: `0x600003`. */
  readonly id: string;
  readonly title: string;
  /** Who drew it, as the window itself says; null where it does not. */
  readonly pid: number | null;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the X tools need in their environment to be read by programs. */
export function forXTools(environment: DisplayEnvironment): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', ...environment };
}

/** How the X tools say that a window went while they looked at it. Without a display they say something else. */
const GONE = /Bad ?Window|Bad ?Drawable|No such window|does not exist|Can't (?:get|query) /i;

/** What an X tool says; null when the window it was asked about is gone, as it is whenever a program ends. */
export function askX(
  environment: DisplayEnvironment,
  program: string,
  ...words: readonly string[]
): Promise<string | null> {
  return new Promise((resolve, reject) => {
    execFile(program, words, { env: forXTools(environment) }, (error, said, complaint) => {
      if (error === null) resolve(said);
      else if (GONE.test(complaint)) resolve(null);
      else reject(new Error(`${program} ${words.join(' ')}: ${complaint}`, { cause: error }));
    });
  });
}

interface Line {
  readonly depth: number;
  readonly id: string;
}

/** The windows below one, as `xwininfo -tree` tells them; deeper ones are set in further. */
async function below(environment: DisplayEnvironment, window: readonly string[]): Promise<readonly Line[]> {
  const isRoot = window.includes('-root');
  let tree = await askX(environment, 'xwininfo', ...window, '-tree');
  // The root is always there: another window went while its tree was read, so it is read anew.
  while (tree === null && isRoot) tree = await askX(environment, 'xwininfo', ...window, '-tree');
  if (tree === null) return [];
  return tree.split('\n').flatMap((line) => {
    const [, indent, id] = /^( +)(0x[0-9a-f]+) (?:".*"|\(has no name\)): /.exec(line) ?? [];
    return indent === undefined || id === undefined ? [] : [{ depth: indent.length, id }];
  });
}

function numberAfter(words: string, text: string): number {
  const found = new RegExp(`${words}:\\s+(-?\\d+)`).exec(text)?.[1];
  if (found === undefined) throw new Error(`xwininfo says nothing of ${words}`);
  return Number(found);
}

function askForPid(environment: DisplayEnvironment, id: string): Promise<string | null> {
  return askX(environment, 'xprop', '-id', id, '_NET_WM_PID');
}

function pidIn(said: string): number | null {
  const pid = /= (\d+)/.exec(said)?.[1];
  return pid === undefined ? null : Number(pid);
}

/** Who drew a window, as it says itself; null where it does not, or is gone. */
export async function pidOf(environment: DisplayEnvironment, id: string): Promise<number | null> {
  const said = await askForPid(environment, id);
  return said === null ? null : pidIn(said);
}

/** What a window is now; null when it is gone, or nothing of it is on the screen. */
async function readWindow(environment: DisplayEnvironment, id: string): Promise<MappedWindow | null> {
  const [facts, owner] = await Promise.all([
    askX(environment, 'xwininfo', '-id', id, '-stats'),
    askForPid(environment, id),
  ]);
  // Gone between the two questions is gone: it did not keep from us whose it was.
  if (facts === null || owner === null) return null;
  // Input-only windows show nothing: window managers catch keys with them.
  if (!facts.includes('IsViewable') || facts.includes('Class: InputOnly')) return null;
  const window = {
    id,
    title: /Window id: 0x[0-9a-f]+ "(.*)"/.exec(facts)?.[1] ?? '',
    pid: pidIn(owner),
    left: numberAfter('Absolute upper-left X', facts),
    top: numberAfter('Absolute upper-left Y', facts),
    width: numberAfter('Width', facts),
    height: numberAfter('Height', facts),
  };
  // Window managers keep a window of their own beyond the edge.
  const beyond = window.left + window.width <= 0 || window.top + window.height <= 0;
  return beyond ? null : window;
}

/** A child of the root as it is on the screen: with a window manager, the window in the frame. */
export async function readInnermost(
  environment: DisplayEnvironment,
  id: string,
): Promise<MappedWindow | null> {
  const top = await readWindow(environment, id);
  if (top === null || top.pid !== null) return top;
  const inside = await Promise.all(
    (await below(environment, ['-id', id])).map((line) => readWindow(environment, line.id)),
  );
  const shown = inside.filter((window) => window !== null);
  return shown.find(({ pid }) => pid !== null) ?? shown.find(({ title }) => title !== '') ?? top;
}

/** Every window on the screen. What lies inside a program's own window is no window of its own. */
export async function mappedWindows(environment: DisplayEnvironment): Promise<readonly MappedWindow[]> {
  const lines = await below(environment, ['-root']);
  const shallowest = Math.min(...lines.map(({ depth }) => depth));
  const tops = lines.filter(({ depth }) => depth === shallowest);
  const found = await Promise.all(tops.map(({ id }) => readInnermost(environment, id)));
  return found.filter((window) => window !== null);
}

/** The window that gets the keys, as X tells it; null while nobody does. */
export async function focusedWindow(environment: DisplayEnvironment): Promise<string | null> {
  const said = await askX(environment, 'xdotool', 'getwindowfocus');
  const id = Number(said?.trim());
  return Number.isInteger(id) && id > 1 ? `0x${id.toString(16)}` : null;
}
