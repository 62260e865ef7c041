import { electronOpenings } from '../lib/command-line/electron-arguments.ts';

/**
 * What a keeper and the doctor are given of the launcher's environment, each with its reason. Whatever else somebody's shell, a
 * desktop or a service manager has set stays here: where to find the session bus, a proxy, a token, or a library to load first
 * are no business of a process that holds keys.
 */
const HANDED_ON: readonly (readonly [name: string, reason: string])[] = [
  ['PATH', 'the doctor starts programs of the system by their names, and sessions are handed it'],
  ['DISPLAY', 'the X display that sessions are drawn on'],
  ['XAUTHORITY', 'the cookie that lets them onto it'],
  ['WAYLAND_DISPLAY', 'taken where there is no X display'],
  ['XDG_RUNTIME_DIR', 'a folder in memory, where sessions have theirs'],
  ['LANG', 'handed on to sessions: dialogs of the system speak by it'],
  ['TMPDIR', 'a custody statement searches the folder that this machine has temporary files in'],
];

/**
 * The environment of a program that the launcher starts, before what is set for it. On Windows and macOS, where there are
 * demonstrations alone, programs need variables of the system that nobody has listed: there it is all of it.
 */
export function handedOn(variables: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  if (platform !== 'linux') return variables;
  const named = HANDED_ON.map(([name]): readonly [string, string | undefined] => [name, variables[name]]);
  // Openings for tests, which a release has none of.
  return { ...Object.fromEntries(named), ...electronOpenings.parse(variables) };
}
