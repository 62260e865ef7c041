import { z } from 'zod';

/**
 * Where the kiosk runs. What is on Windows and macOS is there for demonstrations. `linux-evaluation`: an evaluation package on Linux,
 * whose data may lie anywhere, because tests and demonstrations keep it in folders that go with them.
 */
export type SettingsPlatform = 'linux' | 'linux-evaluation' | 'other';

/** Longer than any path that somebody types; a screen has room for it. */
const LONGEST_PATH = 1000;
/** Nothing unseen in it: a path with a control character is another one than it looks like. */
const ON_LINUX = /^\/[^\p{C}\p{Zl}\p{Zp}]*$/u;
const FULL_PATH: Readonly<Record<SettingsPlatform, RegExp>> = {
  linux: ON_LINUX,
  'linux-evaluation': ON_LINUX,
  other: /^(?:\/|[A-Za-z]:[\\/])[^\p{C}\p{Zl}\p{Zp}]*$/u,
};

export const FULL_PATH_IN_WORDS = 'a full path in quotes, beginning with a slash';

/** A path that does not depend on where the kiosk was started. */
export function fullPath(platform: SettingsPlatform) {
  return z.string().max(LONGEST_PATH).regex(FULL_PATH[platform]);
}

/**
 * No vault lies in these: they are in memory or are emptied, so the ledger would be gone with the power, or they are people's own,
 * and the kiosk's unit sees none of them.
 */
const NO_PLACE_FOR_DATA = ['/dev', '/home', '/root', '/run', '/tmp', '/var/run', '/var/tmp'];

/** `/var/run` is `/run`, by an older name. */
export const DATA_FOLDER_IN_WORDS = `${FULL_PATH_IN_WORDS}, and outside of /dev, /home, /root, /run, /tmp and /var/tmp`;

/** A folder in which vault and ledger outlive a restart. A release has them nowhere else; nor has it the top of the file system. */
export function dataFolderPath(platform: SettingsPlatform) {
  // What is no path is told as such, and not twice.
  return fullPath(platform).refine(
    (path) => platform !== 'linux' || !ON_LINUX.test(path) || isPlaceForData(path),
  );
}

function isPlaceForData(path: string): boolean {
  const folder = withoutDots(path);
  return folder !== '/' && !NO_PLACE_FOR_DATA.some((none) => `${folder}/`.startsWith(`${none}/`));
}

/** The path as the launcher takes it: without a slash too many, and without `.` and `..`. */
function withoutDots(path: string): string {
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}
