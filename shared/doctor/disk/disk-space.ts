import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';

export const diskSpace = declareCheck({
  id: 'disk-space',
  title: 'Room for vault and ledger',
  why: 'Without room no new application begins, and an erasure that can’t be noted down locks the kiosk.',
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: { free: 'Free some space on the disk of {folder}. Don’t delete or move any file of the kiosk.' },
});

export interface DiskSpaceFacts {
  readonly folder: string;
  /** What an ordinary user may still write; null: it can’t be asked. `files`: null where the file system has no such bound. */
  readonly free: { readonly megabytes: number; readonly files: number | null } | null;
  /** Below this no application begins. */
  readonly neededMegabytes: number;
}

/** A ledger of years and a vault on its busiest day are far below it; what else grows on a small disk is not. */
const COMFORTABLE_MEGABYTES = 500;
const COMFORTABLE_FILES = 1_000;

export function judgeDiskSpace({ folder, free, neededMegabytes }: DiskSpaceFacts): Finding {
  if (free === null) return notRun(`Nothing can be asked of the disk of ${folder}.`);
  const remedies = remedy(diskSpace.remedies.free, { folder });
  return together(judgeBytes(free.megabytes), judgeFiles(free.files));

  function judgeBytes(megabytes: number): Finding {
    const found = `${megabytes} MB are free.`;
    if (megabytes < neededMegabytes) return fail(`${found} The kiosk needs ${neededMegabytes} MB.`, remedies);
    return megabytes < COMFORTABLE_MEGABYTES ? warn(found, remedies) : pass(found);
  }

  function judgeFiles(files: number | null): Finding {
    if (files === null) return pass('The number of files has no bound.');
    const found = `${files} more files fit on it.`;
    if (files < 10) return fail(found, remedies);
    return files < COMFORTABLE_FILES ? warn(found, remedies) : pass(found);
  }
}
