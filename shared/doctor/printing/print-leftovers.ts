import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';

export const printLeftovers = declareCheck({
  id: 'print-leftovers',
  title: 'What printing leaves elsewhere',
  why: 'Logs of pages, queues that write files and documents of before keep on the disk who printed what.',
  goLive: { kind: 'advice' },
  remedies: {
    pageLogs: 'Run `find {folder} -name "page_log*" -delete` as root, and then `counterfoil-cups`.',
    purge: 'Run `apt-get purge {name}` as root.',
    outputs: 'Look whose they are, then run `rm -r {folder}` as root.',
  },
});

/** A folder and how much of a kind is in it: 0 where there is no such folder, null where it can't be listed. */
export interface Leftovers {
  readonly folder: string;
  readonly count: number | null;
}

export interface PrintLeftoverFacts {
  readonly isInstalled: boolean;
  /** Logs of pages, which have the user and the name of each job. */
  readonly pageLogs: Leftovers;
  /** What cups-pdf has written. */
  readonly outputs: Leftovers;
  /** Packages that write files or make queues to other servers by themselves. */
  readonly packages: readonly string[];
}

export function judgePrintLeftovers(facts: PrintLeftoverFacts): Finding {
  if (!facts.isInstalled) return pass('CUPS is not installed.');
  return together(
    judgePageLogs(facts.pageLogs),
    judgeOutputs(facts.outputs),
    judgePackages(facts.packages),
    // A folder in memory covers what lay there before, for every account.
    notRun(
      'What CUPS wrote to the disk before its folders were in memory is covered by them. `mount --bind /var /mnt` shows it in /mnt/spool/cups and /mnt/cache/cups. Afterward type `umount /mnt`.',
    ),
  );
}

function judgePageLogs({ folder, count }: Leftovers): Finding {
  if (count === null) return notRun(`${folder} can’t be listed.`);
  if (count === 0) return pass('There is no log of pages.');
  return warn(
    `${folder} has ${count} logs of pages, with the name of each job.`,
    remedy(printLeftovers.remedies.pageLogs, { folder }),
  );
}

function judgeOutputs({ folder, count }: Leftovers): Finding {
  if (count === null) return notRun(`${folder} can’t be listed.`);
  if (count === 0) return pass('No queue has written files.');
  return warn(
    `${folder} has ${count} folders of printed pages.`,
    remedy(printLeftovers.remedies.outputs, { folder }),
  );
}

function judgePackages(packages: readonly string[]): Finding {
  const [first, ...others] = packages;
  if (first === undefined) return pass('Nothing makes queues by itself.');
  const purge = (name: string): string => remedy(printLeftovers.remedies.purge, { name });
  return warn(
    `${packages.join(' and ')} ${others.length === 0 ? 'is' : 'are'} installed, and may print elsewhere than on the printer.`,
    purge(first),
    ...others.map(purge),
  );
}
