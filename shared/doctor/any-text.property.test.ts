import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasProfile } from './computer/app-armor.ts';
import { judgeClock } from './computer/clock.ts';
import { judgeNetwork } from './computer/network.ts';
import { judgePower } from './computer/power.ts';
import { judgeSleep } from './computer/sleep.ts';
import { judgeTpm } from './computer/tpm.ts';
import { judgeFlash } from './disk/flash.ts';
import { judgeJournal } from './disk/journal.ts';
import { judgeUnitWrites } from './disk/unit-writes.ts';
import { type Finding, verdicts } from './finding.ts';
import { judgeCoreDumps } from './memory/core-dumps.ts';
import { judgeHibernation } from './memory/hibernation.ts';
import { judgeInitOnFree } from './memory/init-on-free.ts';
import { judgeKernelDumps } from './memory/kernel-dumps.ts';
import { parseSwaps } from './memory/proc-swaps.ts';
import { judgePtrace } from './memory/ptrace.ts';
import { judgeSwap, swapsInFstab } from './memory/swap.ts';
import { storageByUuid } from './parse/dm-uuid.ts';
import { isLeftOut } from './parse/dpkg-filters.ts';
import { lastParameter, parseKernelCommandLine } from './parse/kernel-command-line.ts';
import { processStart } from './parse/process-start.ts';
import { forbidsHibernation } from './parse/sleep-settings.ts';
import { assignments, settingIn } from './parse/systemd-settings.ts';
import { groupNames } from './program/group-names.ts';
import { differingFiles, judgePackageDatabase } from './program/package-database.ts';
import { judgeSandbox } from './program/sandbox.ts';
import { judgeUnitSandbox } from './program/unit-sandbox.ts';
import type { Reading } from './reading.ts';
import { isInUnit } from './seen-from.ts';
import type { Storage } from './storage.ts';

// Files of the system may have anything in them: another kernel's shape, half a line, somebody's joke. Nothing of it makes the
// doctor break off, and nothing of it makes an answer without words.

/** Words that the files have, put together anyhow, besides any text at all. */
const pieces = fc.constantFrom(
  ...[
    'Filename',
    '/dev/sda5',
    'partition',
    'swap',
    '\\040',
    '\\777',
    '[Journal]',
    'Storage',
    '=',
    'disk',
    'mem',
  ],
  ...[
    'resume=',
    'init_on_free=1',
    '"',
    '--',
    '|',
    '@',
    '0',
    '1',
    '-2',
    'UTC',
    'LOCAL',
    '00000000',
    '0003',
    'eth0',
  ],
  ...['Max core file size', 'unlimited', 'missing', '??5??????', '/opt/x', ':', 'x:27:', '\\', '#', ';'],
);
const blanks = fc.constantFrom(' ', '\t', '\n', '\r\n', '');
const content = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.tuple(pieces, blanks), { maxLength: 40 })
    .map((words) => words.map((pair) => pair.join('')).join('')),
);
const reading: fc.Arbitrary<Reading> = fc.oneof(
  content.map((text): Reading => ({ kind: 'read', text })),
  fc.constant<Reading>({ kind: 'missing' }),
  fc.constant<Reading>({ kind: 'unreadable', code: 'EACCES' }),
);
const storage = fc.constantFrom<Storage>('plain', 'encrypted', 'one-time-key', 'memory', 'unknown');

function isAnswer(finding: Finding): void {
  expect(verdicts).toContain(finding.verdict);
  expect(finding.found).not.toBe('');
  if ('remedies' in finding) for (const remedy of finding.remedies) expect(remedy).not.toBe('');
}

describe('any text', () => {
  it.each<readonly [string, (text: string) => unknown]>([
    ['swaps', parseSwaps],
    ['fstab', swapsInFstab],
    ['a command line', (text) => lastParameter(parseKernelCommandLine(text), 'resume')],
    ['settings of systemd', (text) => settingIn([text, text], 'Journal', 'Storage')],
    ['lines of systemd', assignments],
    ['groups', (text) => groupNames(text, [0, 27])],
    ['dpkg’s answer', (text) => differingFiles(text, [text])],
    ['what dpkg leaves out', (text) => isLeftOut('/usr/share/doc/a', [text])],
    ['a process’s start', (text) => processStart(text, text)],
    ['a control group', (text) => isInUnit(text, 'counterfoil.service')],
    ['a target of device-mapper', storageByUuid],
    ['settings of sleep', (text) => forbidsHibernation([text])],
    ['profiles', hasProfile],
  ])('is read as %s', (_name, parse) => {
    fc.assert(
      fc.property(content, (text) => {
        expect(() => parse(text)).not.toThrow();
      }),
    );
  });

  it.each<readonly [string, (reading: Reading, other: Reading, where: Storage) => Finding]>([
    [
      'swap',
      (table, other, where) =>
        judgeSwap({
          ...{ table, memory: other, fstab: other, zswap: other, storageOf: () => where },
          atStart: { units: [], isMasked: false },
        }),
    ],
    [
      'hibernation',
      (state, swaps, where) =>
        judgeHibernation({
          ...{ state, swaps, disk: swaps, resume: swaps, commandLine: state },
          ...{ storageOf: () => where, isForbidden: false },
        }),
    ],
    [
      'core dumps',
      (pattern, limits) => judgeCoreDumps({ pattern, limits, suidDumpable: limits, settings: [] }),
    ],
    ['ptrace', judgePtrace],
    ['dumps of the kernel', (loaded) => judgeKernelDumps({ loaded, hasFolder: true })],
    [
      'freed memory',
      (commandLine, kernelConfiguration) =>
        judgeInitOnFree({ commandLine, kernelConfiguration, isCovered: false, isContainer: false }),
    ],
    [
      'the clock',
      (hardwareClock, adjtime) =>
        judgeClock({
          now: 1_796_025_600_000,
          newestFile: null,
          hardwareClock,
          adjtime,
          isSynchronized: true,
        }),
    ],
    ['the network', (one, routes6) => judgeNetwork({ groups: one, routes: one, routes6 })],
    ['sleep', (state) => judgeSleep({ state, isForbidden: false })],
    ['the TPM', judgeTpm],
    [
      'the sandbox',
      (clone, most) =>
        judgeSandbox({
          ...{ isRoot: false, clone, most, restricted: clone, attempt: 'made', isOutside: false },
          hasProfile: null,
        }),
    ],
  ])('is judged as %s', (_name, judge) => {
    fc.assert(
      fc.property(reading, reading, storage, (one, other, where) => isAnswer(judge(one, other, where))),
    );
  });

  it('is judged where it stands in the place of a value', () => {
    const value = fc.option(content);
    fc.assert(
      fc.property(value, value, value, content, (online, status, capacity, text) => {
        isAnswer(judgePower([{ type: 'Battery', online, status, capacity, scope: null, present: null }]));
        isAnswer(judgeJournal({ hasSystemd: true, settings: [text], hasFolder: false, daemons: [] }));
        isAnswer(judgeUnitWrites({ folder: '/srv', unit: 'counterfoil.service', settings: [text] }));
        const file = { name: 'a.conf', path: '/etc/systemd/system/a.conf', text };
        const unit = { unit: 'counterfoil.service', shipped: file, main: { ...file, path: '/run/a' } };
        isAnswer(judgeUnitSandbox({ units: [{ ...unit, dropIns: [file] }], writable: ['/srv'] }));
        isAnswer(
          judgePackageDatabase({ kind: 'verified', name: 'counterfoil', output: text, settings: [text] }),
        );
        isAnswer(
          judgeFlash({
            queue: { rotational: online, discardGranularity: capacity },
            ...{ hasDiscard: false, hasTimer: false },
          }),
        );
      }),
    );
  });
});
