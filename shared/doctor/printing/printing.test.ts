import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../contract/doctor/kiosk-knowledge.test-support.ts';
import type { KioskKnowledge } from '../../contract/doctor/kiosk-knowledge.ts';
import { ORDINARY_PRINTER } from '../../contract/printer.test-support.ts';
import { type SpoolRefusal, spoolRefusal } from '../../printing/spool-refusal.ts';
import { type CupsFacts, judgeCups } from './cups.ts';
import { judgePrintLeftovers, type PrintLeftoverFacts } from './print-leftovers.ts';
import { judgePrinter, type PrinterFacts } from './printer.ts';
import { wordsOfRefusal } from './spool-words.ts';

const settingsFile = '/etc/cups/cupsd.conf';
const good: CupsFacts = {
  ...{ isInstalled: true, refusals: [], accessLogLevel: 'none', listensToOthers: [], settingsFile },
  ...{ run: { kind: 'running', since: 1_796_025_600_000 }, settingsChanged: 1_796_025_000_000 },
};

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
      // One command does both.
      remedies: [
        'Run `counterfoil-cups` as root. Where no package has brought it, do what docs/cups.md says.',
      ],
    });
  });

  it.each<readonly [string, Partial<CupsFacts>, string]>([
    ['that has started since its files were changed passes', {}, 'pass'],
    ['that goes by older files is not known', { settingsChanged: 1_796_025_700_000 }, 'not-run'],
    [
      'whose start is told in whole seconds passes within two',
      { settingsChanged: 1_796_025_601_900 },
      'pass',
    ],
    ['whose files can’t be seen is not known', { settingsChanged: null }, 'not-run'],
    [
      'that doesn’t run reads them when it starts',
      { run: { kind: 'not-running' }, settingsChanged: 1_796_025_700_000 },
      'pass',
    ],
    ['that may run unseen is not known', { run: { kind: 'unknown' } }, 'not-run'],
    ['that listens to others is warned about', { listensToOthers: ['port 631'] }, 'warn'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeCups({ ...good, ...change }).verdict).toBe(verdict);
  });

  it('names each line by which it listens to others', () => {
    expect(judgeCups({ ...good, listensToOthers: ['port 631', 'listen *:632'] })).toMatchObject({
      found: 'CUPS listens to other computers (port 631, listen *:632).',
      remedies: [
        'Take the line `port 631` out of `/etc/cups/cupsd.conf`, and run `systemctl restart cups` as root.',
        'Take the line `listen *:632` out of `/etc/cups/cupsd.conf`, and run `systemctl restart cups` as root.',
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
      const { found, todo } = wordsOfRefusal(refusal);
      expect([found, todo]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect(todo).not.toContain('{');
    }
  });
});

describe('what printing leaves elsewhere', () => {
  const nothing: PrintLeftoverFacts = {
    isInstalled: true,
    pageLogs: { folder: '/var/log/cups', count: 0 },
    outputs: { folder: '/var/spool/cups-pdf', count: 0 },
    packages: [],
  };

  it.each<readonly [string, Partial<PrintLeftoverFacts>, string]>([
    ['is nothing without CUPS', { isInstalled: false }, 'pass'],
    // A folder in memory covers what lay there before.
    ['is never known to be nothing', {}, 'not-run'],
    ['in logs of pages is warned about', { pageLogs: { folder: '/var/log/cups', count: 2 } }, 'warn'],
    [
      'in logs that can’t be listed is not known',
      { pageLogs: { folder: '/var/log/cups', count: null } },
      'not-run',
    ],
    ['of cups-pdf is warned about', { outputs: { folder: '/var/spool/cups-pdf', count: 1 } }, 'warn'],
    ['by packages that print elsewhere is warned about', { packages: ['cups-browsed'] }, 'warn'],
  ])('%s', (_name, change, verdict) => {
    expect(judgePrintLeftovers({ ...nothing, ...change }).verdict).toBe(verdict);
  });

  it('has a command for each', () => {
    const packages = ['printer-driver-cups-pdf', 'cups-browsed'];
    const outputs = { folder: '/var/spool/cups-pdf', count: 1 };
    expect(judgePrintLeftovers({ ...nothing, outputs, packages })).toMatchObject({
      remedies: [
        expect.stringContaining('rm -r /var/spool/cups-pdf'),
        'Run `apt-get purge printer-driver-cups-pdf` as root.',
        'Run `apt-get purge cups-browsed` as root.',
      ],
    });
  });
});

describe('printers and media', () => {
  const named = 'ipps://192.0.2.17/ipp/print';
  const command: PrinterFacts = {
    ...{ configured: 'built-in', cardPrinter: null, ordinaryPrinter: null, usbPrinters: null },
    ...{ known: null, isEvaluation: false },
  };

  it.each([
    ['built-in', null, 1, 'not-run'],
    ['built-in', null, 0, 'not-run'],
    ['built-in', null, null, 'not-run'],
    ['built-in', named, 1, 'not-run'],
    ['queue-of-system', null, 1, 'warn'],
  ] as const)('%s, %j by settings, %j at USB: %s', (configured, cardPrinter, usbPrinters, verdict) => {
    const finding = judgePrinter({ ...command, configured, cardPrinter, usbPrinters });
    expect(finding.verdict).toBe(verdict);
    expect(finding.found.includes('192.0.2.17')).toBe(cardPrinter !== null);
  });

  it('tells a command both that the settings name, and asks neither', () => {
    const ordinaryPrinter = 'ipp://192.0.2.18/ipp/print';
    expect(judgePrinter({ ...command, cardPrinter: named, ordinaryPrinter, usbPrinters: 2 }).found).toBe(
      `The settings name ${named} for cards and ${ordinaryPrinter} for papers. 2 at a USB port. The Computer and Printers pages of the kiosk tell which ones are chosen, how they are and what they have loaded.`,
    );
  });

  const card = (change: Partial<KioskKnowledge['cardPrinter']>, isEvaluation = false) =>
    judgePrinter({
      ...{ ...command, isEvaluation },
      known: { ...KNOWN, cardPrinter: { ...KNOWN.cardPrinter, ...change } },
    });

  it.each<readonly [string, Partial<KioskKnowledge['cardPrinter']>, string]>([
    ['a printer that is ready passes', {}, 'pass'],
    ['one at work passes', { condition: { kind: 'working' } }, 'pass'],
    ['one that nobody has seen yet is not known', { condition: { kind: 'unknown' } }, 'not-run'],
    [
      'one without cards is warned about',
      { condition: { kind: 'trouble', troubles: ['media-empty', 'ribbon-empty'] } },
      'warn',
    ],
    [
      'one that does not answer is warned about',
      { condition: { kind: 'refused', why: { kind: 'unreachable' } } },
      'warn',
    ],
    ['a queue whose test card nobody has confirmed is warned about', { awaitsTestCard: true }, 'warn'],
    ['a queue of the system is warned about', { driver: 'os', address: null, media: null }, 'warn'],
    ['none at all is warned about', { driver: 'virtual', name: null, address: null, media: null }, 'warn'],
  ])('of the kiosk itself: %s', (_name, change, verdict) => expect(card(change).verdict).toBe(verdict));

  it('are told by the kiosk with the size of cards, and with what the printer waits for', () => {
    const { name, address } = KNOWN.cardPrinter;
    expect(card({}).found).toBe(
      `Cards go to ${name} at ${address}, of the size om_card_54x86mm. It is ready. No printer for papers is chosen: they are on the screen alone.`,
    );
    expect(card({ condition: { kind: 'trouble', troubles: ['media-empty', 'ribbon-empty'] } })).toMatchObject(
      {
        found: expect.stringMatching(/ It waits: media-empty, ribbon-empty\.$/),
        remedies: [expect.stringContaining('start screen')],
      },
    );
  });

  it('of an evaluation are the built-in one', () => {
    const builtIn = { driver: 'virtual', name: null, address: null, media: null } as const;
    expect(card(builtIn, true).verdict).toBe('pass');
  });

  it('for papers are told, and judged by nobody', () => {
    const { name, address, media } = ORDINARY_PRINTER;
    const ordinaryPrinter = { name, address, media };
    const finding = judgePrinter({ ...command, known: { ...KNOWN, ordinaryPrinter } });
    expect(finding.verdict).toBe('pass');
    expect(finding.found).toContain(`Papers go to ${name} at ${address}, of the size ${media.name}.`);
  });
});
