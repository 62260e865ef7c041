import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';
import { settingIn } from '../parse/systemd-settings.ts';

export const journal = declareCheck({
  id: 'system-log',
  title: 'The system’s log',
  why: 'The log keeps for months which minute a program or a printer did something in; beside a camera’s film it tells who was served.',
  goLive: { kind: 'advice' },
  remedies: {
    volatile:
      'Write `Storage=volatile` below `[Journal]` into `/etc/systemd/journald.conf.d/counterfoil.conf`, and run `systemctl restart systemd-journald` as root.',
    remove: 'Remove `/var/log/journal` once the log is in memory.',
    rsyslog: 'Run `apt-get remove rsyslog` as root, or `systemctl disable --now rsyslog`.',
  },
});

export interface JournalFacts {
  /** Whether systemd runs this machine (sd_booted(3)). */
  readonly hasSystemd: boolean;
  /** journald.conf and its drop-ins, in reading order. */
  readonly settings: readonly string[];
  /** Whether /var/log/journal is there: then `auto` writes to it. */
  readonly hasFolder: boolean;
  /** Whether rsyslog is set up, which writes files of its own. */
  readonly hasRsyslog: boolean;
}

export function judgeJournal({ hasSystemd, settings, hasFolder, hasRsyslog }: JournalFacts): Finding {
  const files = hasRsyslog
    ? warn('rsyslog writes the log into files as well.', journal.remedies.rsyslog)
    : pass('No other program writes it into files.');
  if (!hasSystemd)
    return hasRsyslog ? files : notRun('systemd doesn’t run this machine: its log is unknown.');
  return together(judgeStorage((settingIn(settings, 'Journal', 'Storage') ?? 'auto').toLowerCase()), files);

  function judgeStorage(storage: string): Finding {
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
}
