import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { type CoreDumpFacts, coreLimit, judgeCoreDumps } from './core-dumps.ts';

function limits(core: string): string {
  return `Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max core file size        ${core.padEnd(20)} unlimited            bytes     
Max resident set          unlimited            unlimited            bytes     
`;
}

const good: CoreDumpFacts = {
  pattern: text('core\n'),
  suidDumpable: text('0\n'),
  limits: text(limits('0')),
  settings: [],
};

/** What systemd-coredump of Debian 13 writes into core_pattern. */
const systemd = text('|/usr/lib/systemd/systemd-coredump %P %u %g %s %t %c %h %d %F\n');

describe('the limit of core files', () => {
  it.each([
    [limits('0'), '0'],
    [limits('unlimited'), 'unlimited'],
    ['', null],
    ['Max core file size', null],
  ])('%j', (content, limit) => expect(coreLimit(content)).toBe(limit));
});

describe('core dumps', () => {
  it.each<readonly [string, Partial<CoreDumpFacts>, string]>([
    ['limited to nothing pass', {}, 'pass'],
    ['without a limit fail', { limits: text(limits('unlimited')) }, 'fail'],
    ['with a limit of some bytes fail', { limits: text(limits('1048576')) }, 'fail'],
    ['of which no limit is known were not checked', { limits: text('') }, 'not-run'],
    ['of which the limits can’t be read were not checked', { limits: forbidden }, 'not-run'],
    ['that systemd stores fail', { pattern: systemd }, 'fail'],
    [
      'of which systemd’s settings can’t be read were not checked',
      { pattern: systemd, settings: null },
      'not-run',
    ],
    ['that systemd throws away pass', { pattern: systemd, settings: ['[Coredump]\nStorage=none\n'] }, 'pass'],
    [
      'that Ubuntu’s reporter is given fail',
      { pattern: text('|/usr/share/apport/apport -p%p -s%s\n') },
      'fail',
    ],
    ['that go to a socket fail', { pattern: text('@@/run/systemd/coredump\n') }, 'fail'],
    ['that are thrown away pass', { pattern: text('|/bin/false\n') }, 'pass'],
    ['in a folder are bound by the limit', { pattern: text('/var/crash/core.%e.%p\n') }, 'pass'],
    ['without a pattern pass', { pattern: text('\n') }, 'pass'],
    ['of which the pattern is hidden were not checked', { pattern: missing }, 'not-run'],
    ['of programs with special rights fail', { suidDumpable: text('1\n') }, 'fail'],
    ['of programs with special rights that root alone reads pass', { suidDumpable: text('2\n') }, 'pass'],
    ['of which suid_dumpable is hidden were not checked', { suidDumpable: missing }, 'not-run'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeCoreDumps({ ...good, ...change }).verdict).toBe(verdict);
  });

  it('are thrown away by a command that takes nothing of the package’s settings away', () => {
    expect(judgeCoreDumps({ ...good, pattern: systemd })).toMatchObject({
      remedies: [
        "Run `echo 'kernel.core_pattern=|/bin/false' >> /etc/sysctl.d/90-counterfoil-local.conf && /usr/lib/systemd/systemd-sysctl` as root.",
        "Run `mkdir -p /etc/systemd/coredump.conf.d && printf '[Coredump]\\nStorage=none\\nProcessSizeMax=0\\n' > /etc/systemd/coredump.conf.d/90-counterfoil-local.conf` as root.",
      ],
    });
  });

  it('tell all that is wrong at once', () => {
    const finding = judgeCoreDumps({
      ...good,
      limits: text(limits('unlimited')),
      pattern: text('|/opt/reporter'),
    });
    expect(finding).toMatchObject({
      found:
        'Core files may have unlimited bytes. The kernel hands dumps to /opt/reporter, whatever their limit is.',
      remedies: [expect.stringContaining('LimitCORE=0'), expect.stringContaining('kernel.core_pattern')],
    });
  });
});
