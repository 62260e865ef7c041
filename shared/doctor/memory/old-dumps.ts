import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';

export const oldDumps = declareCheck({
  id: 'old-dumps',
  title: 'Dumps of before',
  why: 'A dump that was written before is a copy of memory on the disk, which no erasure of the kiosk reaches.',
  goLive: { kind: 'advice' },
  remedies: { remove: 'Look whose they are, then run `find {folder} -mindepth 1 -delete` as root.' },
});

/** A folder for dumps. `count`: of what is in it, 0 where there is no such folder; null: it can't be listed. */
export interface DumpFolder {
  readonly path: string;
  readonly count: number | null;
}

export function judgeOldDumps(first: DumpFolder, ...others: readonly DumpFolder[]): Finding {
  return together(judgeFolder(first), ...others.map(judgeFolder));
}

function judgeFolder({ path, count }: DumpFolder): Finding {
  if (count === null) return notRun(`${path} can’t be listed.`);
  if (count === 0) return pass(`There is nothing in ${path}.`);
  return warn(
    `${count} ${count === 1 ? 'dump is' : 'dumps are'} in ${path}.`,
    remedy(oldDumps.remedies.remove, { folder: path }),
  );
}
