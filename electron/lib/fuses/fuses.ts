import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/**
 * The fuses of every package. No fuse blocks --remote-debugging-port: the session's main process leaves when
 * it sees that switch in a release.
 */
const wanted: readonly (readonly [fuse: FuseV1Options, on: boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
];

/** Electron 25 has no such fuse, and asking for it there fails ("wire not long enough"); 33 was looked at and has it. */
const FIRST_WITH_FILE_FUSE = 33;

/** Whether this Electron has the fuse that takes `file:` its extra rights. */
export function hasFileFuse(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) >= FIRST_WITH_FILE_FUSE;
}

/** Which fuses of an executable are not as they should be; reads the binary and changes nothing. */
export async function wrongFuses(executable: string, electronVersion: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(executable);
  const all = hasFileFuse(electronVersion)
    ? [...wanted, [FuseV1Options.GrantFileProtocolExtraPrivileges, false] as const]
    : wanted;
  return all
    .filter(([fuse, on]) => wire[fuse] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([fuse]) => FuseV1Options[fuse]);
}

/** The same of an executable that may be none of Electron's; null: it has no fuses. */
export async function wrongFusesIfAny(
  executable: string,
  electronVersion: string,
): Promise<readonly string[] | null> {
  try {
    return await wrongFuses(executable, electronVersion);
  } catch (error) {
    // @electron/fuses has no kind of error of its own.
    if (error instanceof Error && error.message.startsWith('Could not find sentinel')) return null;
    throw error;
  }
}
