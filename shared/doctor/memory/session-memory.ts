import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';
import { LOOK_FROM_INSIDE } from '../seen-from.ts';

export const sessionMemory = declareCheck({
  id: 'session-memory',
  title: 'Folder in memory for sessions',
  why: 'Chromium writes files of its own for each applicant; in a folder in memory they reach no disk.',
  goLive: { kind: 'breaks', invariants: [2], whenUnknown: 'stops' },
  remedies: {
    mount: `Run \`echo 'tmpfs /dev/shm tmpfs nosuid,nodev 0 0' >> /etc/fstab && mount /dev/shm\` as root.`,
    enlarge: 'Remove old files from {folder}, or mount it with a larger `size=`.',
  },
});

export interface SessionMemoryFacts {
  /** The folder that the kiosk would take, and its room; null: none is a tmpfs that this account may write to. */
  readonly folder: { readonly path: string; readonly freeMegabytes: number } | null;
  /** Whether this is another machine's memory than the kiosk's: its unit has a /dev/shm and a runtime folder of its own. */
  readonly isOutside: boolean;
  /** Below this no application begins. */
  readonly neededMegabytes: number;
}

/** What several sessions, a browser's shared memory and a few pictures take on a busy day. */
const COMFORTABLE_MEGABYTES = 256;

export function judgeSessionMemory({ folder, isOutside, neededMegabytes }: SessionMemoryFacts): Finding {
  if (isOutside) return notRun(`A shell doesn’t see the folders of the kiosk’s unit. ${LOOK_FROM_INSIDE}`);
  if (folder === null) {
    return fail(
      'Neither XDG_RUNTIME_DIR nor /dev/shm is a tmpfs that this account may write to.',
      sessionMemory.remedies.mount,
    );
  }
  const { path, freeMegabytes } = folder;
  const enlarge = remedy(sessionMemory.remedies.enlarge, { folder: path });
  const found = `${path} is in memory and has ${freeMegabytes} MB free.`;
  if (freeMegabytes < neededMegabytes)
    return fail(`${found} The kiosk needs ${neededMegabytes} MB.`, enlarge);
  return freeMegabytes < COMFORTABLE_MEGABYTES ? warn(found, enlarge) : pass(found);
}
