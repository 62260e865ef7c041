import { describe, expect, it } from 'vitest';
import { forbidden, missing, text } from '../readings.test-support.ts';
import { type InitOnFreeFacts, judgeInitOnFree } from './init-on-free.ts';
import { judgeKernelDumps } from './kernel-dumps.ts';
import { judgeOldDumps } from './old-dumps.ts';
import { judgePtrace } from './ptrace.ts';
import { judgeSessionMemory } from './session-memory.ts';

describe('reading the memory of others', () => {
  it.each([
    [text('0\n'), 'fail'],
    [text('1\n'), 'pass'],
    [text('2\n'), 'pass'],
    [text('3\n'), 'pass'],
    [text('\n'), 'not-run'],
    [text('4\n'), 'not-run'],
    [missing, 'not-run'],
    [forbidden, 'not-run'],
  ] as const)('%j', (scope, verdict) => expect(judgePtrace(scope).verdict).toBe(verdict));
});

describe('freed memory', () => {
  const debian: InitOnFreeFacts = {
    commandLine: text('BOOT_IMAGE=/vmlinuz root=UUID=1 ro quiet\n'),
    kernelConfiguration: text(
      'CONFIG_INIT_ON_ALLOC_DEFAULT_ON=y\n# CONFIG_INIT_ON_FREE_DEFAULT_ON is not set\n',
    ),
    isCovered: false,
    isContainer: false,
  };

  it.each<readonly [string, Partial<InitOnFreeFacts>, string]>([
    ['of Debian as it is installed is warned about', {}, 'warn'],
    ['is cleared where the kernel was told to', { commandLine: text('ro init_on_free=1 quiet') }, 'pass'],
    [
      'is not where the last word takes it back',
      { commandLine: text('init_on_free=1 init_on_free=0') },
      'warn',
    ],
    ['is not by a word for the first process', { commandLine: text('ro -- init_on_free=1') }, 'warn'],
    ['is not by another parameter', { commandLine: text('init_on_alloc=1 init_on_free') }, 'warn'],
    [
      'is cleared by a kernel that was built so',
      { kernelConfiguration: text('CONFIG_INIT_ON_FREE_DEFAULT_ON=y\n') },
      'pass',
    ],
    [
      'is not where a kernel that was built so is told not to',
      {
        kernelConfiguration: text('CONFIG_INIT_ON_FREE_DEFAULT_ON=y\n'),
        commandLine: text('init_on_free=0'),
      },
      'warn',
    ],
    ['is not known in a container', { isContainer: true, commandLine: text('init_on_free=1') }, 'not-run'],
    [
      'is not known where a file is put in its way',
      { isCovered: true, commandLine: text('init_on_free=1') },
      'not-run',
    ],
    ['is not known where the line is hidden', { commandLine: missing }, 'not-run'],
    ['is warned about where the configuration can’t be read', { kernelConfiguration: missing }, 'warn'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeInitOnFree({ ...debian, ...change }).verdict).toBe(verdict);
  });
});

describe('dumps of the whole memory', () => {
  it.each([
    [text('0\n'), true, 'pass'],
    [text('1\n'), true, 'fail'],
    [text('maybe\n'), true, 'not-run'],
    [text(''), true, 'not-run'],
    // A kernel without kexec; and a process that sees nothing of /sys.
    [missing, true, 'pass'],
    [missing, false, 'not-run'],
    [forbidden, true, 'not-run'],
  ] as const)('%j, with /sys/kernel: %j', (loaded, hasFolder, verdict) => {
    expect(judgeKernelDumps({ loaded, hasFolder }).verdict).toBe(verdict);
  });
});

describe('dumps of before', () => {
  it.each([
    [0, 0, 'pass'],
    [3, 0, 'warn'],
    [0, 1, 'warn'],
    [null, 0, 'not-run'],
    [null, 2, 'warn'],
  ])('%j and %j of them', (first, second, verdict) => {
    const finding = judgeOldDumps(
      { path: '/var/lib/systemd/coredump', count: first },
      { path: '/var/crash', count: second },
    );
    expect(finding.verdict).toBe(verdict);
  });

  it('are counted, and not named', () => {
    expect(judgeOldDumps({ path: '/var/crash', count: 2 })).toEqual({
      verdict: 'warn',
      found: '2 dumps are in /var/crash.',
      remedies: ['Look whose they are, then run `find /var/crash -mindepth 1 -delete` as root.'],
    });
  });
});

describe('the folder in memory', () => {
  it.each([
    [null, 'fail'],
    [{ path: '/dev/shm', freeMegabytes: 10 }, 'fail'],
    [{ path: '/dev/shm', freeMegabytes: 24 }, 'warn'],
    [{ path: '/run/user/998', freeMegabytes: 800 }, 'pass'],
  ])('%j', (folder, verdict) => {
    expect(judgeSessionMemory({ folder, isOutside: false, neededMegabytes: 24 }).verdict).toBe(verdict);
  });

  it('of a shell is none of the kiosk’s, whatever it is', () => {
    for (const folder of [null, { path: '/dev/shm', freeMegabytes: 8000 }])
      expect(judgeSessionMemory({ folder, isOutside: true, neededMegabytes: 24 })).toMatchObject({
        ...{ verdict: 'not-run', found: expect.stringContaining('`counterfoil-doctor`') },
      });
  });
});
