import { z } from 'zod';

/** Where the kiosk runs. What is on Windows and macOS is there for demonstrations. */
export type SettingsPlatform = 'linux' | 'other';

/** Longer than any path that somebody types; a screen has room for it. */
const LONGEST_PATH = 1000;
/** Nothing unseen in it: a path with a control character is another one than it looks like. */
const FULL_PATH: Readonly<Record<SettingsPlatform, RegExp>> = {
  linux: /^\/[^\p{C}\p{Zl}\p{Zp}]*$/u,
  other: /^(?:\/|[A-Za-z]:[\\/])[^\p{C}\p{Zl}\p{Zp}]*$/u,
};

export const FULL_PATH_IN_WORDS = 'a full path in quotes, beginning with a slash';

/** A path that does not depend on where the kiosk was started. */
export function fullPath(platform: SettingsPlatform) {
  return z.string().max(LONGEST_PATH).regex(FULL_PATH[platform]);
}
