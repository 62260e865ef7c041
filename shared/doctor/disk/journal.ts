import { declareCheck, remedy } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';
import { settingIn } from '../parse/systemd-settings.ts';
import { systemdRemedy } from '../remedy-commands.ts';

export const journal = declareCheck({
  id: 'system-log',
  title: 'The system’s log',
  why: 'The log keeps for months which minute a program or a printer did something in; beside a camera’s film it tells who was served.',
  goLive: { kind: 'advice' },
  remedies: {
    volatile: systemdRemedy(
      'journald.conf',
      '[Journal]\\nStorage=volatile\\n',
      'systemctl restart systemd-journald',
    ),
    remove: 'Run `rm -r /var/log/journal` as root, once the log is in memory.',
    purge: 'Run `apt-get purge {name}` as root.',
  },
});

export interface JournalFacts {
  /** Whether systemd runs this machine (sd_booted(3)). */
  readonly hasSystemd: boolean;
  /** journald.conf and its drop-ins, in reading order; null: one of them can't be read. */
  readonly settings: readonly string[] | null;
  /** Whether /var/log/journal is there: then `auto` writes to it. */
  readonly hasFolder: boolean;
  /** The packages of log daemons that start with the system and write files of their own. */
  readonly daemons: readonly string[];
}

export function judgeJournal({ hasSystemd, settings, hasFolder, daemons }: JournalFacts): Finding {
  const files = judgeDaemons(daemons);
  if (!hasSystemd) return together(notRun('systemd doesn’t run this machine: its log is unknown.'), files);
  if (settings === null) return together(notRun('The settings of the journal can’t be read.'), files);
  const storage = (settingIn(settings, 'Journal', 'Storage') ?? 'auto').toLowerCase();
  return together(judgeStorage(storage, hasFolder), files);
}

function judgeDaemons(daemons: readonly string[]): Finding {
  const [first, ...others] = daemons;
  if (first === undefined) return pass('No other program writes it into files.');
  const purge = (name: string): string => remedy(journal.remedies.purge, { name });
  return warn(
    `${daemons.join(' and ')} ${others.length === 0 ? 'writes' : 'write'} the log into files as well.`,
    purge(first),
    ...others.map(purge),
  );
}

function judgeStorage(storage: string, hasFolder: boolean): Finding {
  const remedies = [journal.remedies.volatile, journal.remedies.remove] as const;
  switch (storage) {
    case 'none':
      return pass('The journal keeps nothing.');
    case 'volatile':
      return hasFolder
        ? warn('The journal is in memory, but an older one is left on the disk.', journal.remedies.remove)
        : pass('The journal is in memory.');
    case 'persistent':
      return warn('The journal is written to the disk.', ...remedies);
    default:
      // journald passes over a word that it does not know, and stays with `auto`.
      return hasFolder
        ? warn('The journal is written to the disk, because /var/log/journal is there.', ...remedies)
        : pass('The journal is in memory, because there is no /var/log/journal.');
  }
}
