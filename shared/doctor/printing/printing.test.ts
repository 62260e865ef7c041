import { describe, expect, it } from 'vitest';
import { type SpoolRefusal, spoolRefusal } from '../../printing/spool-refusal.ts';
import { type CupsFacts, judgeCups } from './cups.ts';
import { judgePrinter } from './printer.ts';
import { wordsOfRefusal } from './spool-words.ts';

const settingsFile = '/etc/cups/cupsd.conf';
const good: CupsFacts = { isInstalled: true, refusals: [], accessLogLevel: 'none', settingsFile };

describe('the print server', () => {
  it('that is not there passes, and says that no queue is used', () => {
    expect(judgeCups({ ...good, isInstalled: false, accessLogLevel: undefined })).toEqual({
      verdict: 'pass',
      found: 'CUPS is not installed: the kiosk speaks to a printer directly, and uses no queue.',
    });
  });

  it('that keeps everything in memory passes', () => expect(judgeCups(good).verdict).toBe('pass'));

  it.each([undefined, null, 'actions', 'all'])(
    'that notes each job is warned about: %j',
    (accessLogLevel) => {
      expect(judgeCups({ ...good, accessLogLevel }).verdict).toBe('warn');
    },
  );

  it('tells each reason against it, and the line that takes it away', () => {
    const refusals: readonly SpoolRefusal[] = [
      { kind: 'not-in-memory', place: 'spool', path: '/var/spool/cups', fileSystem: 'ext4' },
      { kind: 'keeps-files' },
    ];
    expect(judgeCups({ ...good, refusals })).toEqual({
      verdict: 'fail',
      found: 'The spool of CUPS, /var/spool/cups, is on ext4. CUPS keeps documents.',
      remedies: [
        'Mount a tmpfs at /var/spool/cups by a line in `/etc/fstab` (docs/cups.md, step 1).',
        'Write `PreserveJobFiles No` into `/etc/cups/cupsd.conf`, and restart CUPS.',
      ],
    });
  });

  it('has words and a remedy for every reason', () => {
    const samples: Readonly<Record<SpoolRefusal['kind'], SpoolRefusal>> = {
      'not-this-machine': { kind: 'not-this-machine' },
      'settings-unreadable': { kind: 'settings-unreadable', file: settingsFile },
      'settings-not-understood': { kind: 'settings-not-understood', file: settingsFile },
      'another-server': { kind: 'another-server' },
      'temp-not-named': { kind: 'temp-not-named' },
      'not-in-memory': { kind: 'not-in-memory', place: 'temp', path: '/tmp', fileSystem: 'unknown' },
      'keeps-files': { kind: 'keeps-files' },
      'forgets-results': { kind: 'forgets-results' },
      'logs-too-much': { kind: 'logs-too-much', setting: 'LogLevel' },
      'page-log': { kind: 'page-log' },
      'facts-missing': { kind: 'facts-missing', attribute: 'device-uri' },
      'writes-files': { kind: 'writes-files', backend: 'file' },
      'sends-again': { kind: 'sends-again', policy: 'retry-job' },
      'a-class': { kind: 'a-class' },
      'another-queue-behind': { kind: 'another-queue-behind' },
    };
    for (const refusal of Object.values(samples)) {
      expect(spoolRefusal.safeParse(refusal).success).toBe(true);
      const { found, todo } = wordsOfRefusal(refusal, settingsFile);
      expect([found, todo]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect(todo).not.toContain('{');
    }
  });
});

describe('the printer', () => {
  it.each([
    ['built-in', null, 1, 'pass'],
    ['built-in', null, 0, 'not-run'],
    ['built-in', null, null, 'not-run'],
    ['built-in', 'ipps://192.0.2.17/ipp/print', 1, 'not-run'],
    ['queue-of-system', null, 1, 'warn'],
  ] as const)('%s, %j by settings, %j at USB', (configured, named, usbPrinters, verdict) => {
    const finding = judgePrinter({ configured, named, usbPrinters });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found.includes('192.0.2.17')).toBe(named !== null);
  });
});
