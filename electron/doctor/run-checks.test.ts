import { existsSync, writeFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { CHECK_GROUPS } from '../../shared/doctor/catalogue.ts';
import { declareCheck } from '../../shared/doctor/check.ts';
import { pass } from '../../shared/doctor/finding.ts';
import { doctorReport } from '../../shared/doctor/report.ts';
import { reportTable } from '../../shared/doctor/table.ts';
import { policyFile, policyOfTests } from '../keeper/policy/policy.test-support.ts';
import type { Check } from './check.ts';
import { CHECKS } from './checks.ts';
import { runChecks } from './run-checks.ts';
import { subjectHere } from './subject.test-support.ts';

const catalogued = CHECK_GROUPS.flatMap(({ checks }) => checks.map(({ id }) => id));

it('each check of the catalogue can be made, in its order', () => {
  expect(CHECKS.map(({ declaration }) => declaration.id)).toEqual(catalogued);
});

describe.runIf(process.platform === 'linux')('all checks, on this machine', () => {
  it('answer with a verdict and with words, none breaks off, and nothing is made', async () => {
    const bugs: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => bugs.push(String(chunk)) > 0);
    const subject = subjectHere();
    const report = await runChecks(CHECKS, subject);
    expect(bugs).toEqual([]);
    expect(doctorReport.parse(report)).toEqual(report);
    expect(report.checks.map(({ id }) => id)).toEqual(catalogued);
    for (const { id, found, verdict, remedies } of report.checks) {
      expect([id, found]).toEqual([id, expect.stringMatching(/^[^\n]+\.$/)]);
      expect([id, remedies.length > 0]).toEqual([id, verdict === 'warn' || verdict === 'fail']);
      // What stands in the place of something that was found is filled in.
      expect(remedies.filter((remedy) => /\{\w+\}/.test(remedy))).toEqual([]);
    }
    const table = reportTable(report);
    for (const id of catalogued) expect(table).toContain(`  ${id} `);
    expect(existsSync(subject.configuration.dataFolder)).toBe(false);
  });

  it('see what is not there: no package, no policy, no data folder', async () => {
    const { checks } = await runChecks(CHECKS, subjectHere());
    const verdictOf = (id: string) => checks.find((check) => check.id === id)?.verdict;
    for (const id of [
      'fuses',
      'package-files',
      'package-database',
      'package-owner',
      'versions',
      'data-folder',
    ])
      expect([id, verdictOf(id)]).toEqual([id, 'not-run']);
    expect(verdictOf('policy')).toBe('fail');
  });

  it('see a policy that leaves something undecided, and how much that is', async () => {
    const policyPath = policyFile();
    const look = async () => {
      const { checks } = await runChecks(CHECKS, subjectHere({ policyPath }));
      return checks.find(({ id }) => id === 'policy')?.found;
    };
    // The control: the same one decided.
    expect(await look()).toContain(`Version ${policyOfTests.version} of ${policyOfTests.id}`);
    writeFileSync(policyPath, JSON.stringify({ ...policyOfTests, feeCents: null, minimumAgeYears: null }));
    expect(await look()).toMatch(
      / leaves 2 values undecided, the first in line 1: no kiosk starts with it\.$/,
    );
  });
});

describe('a check that breaks off', () => {
  const good: Check = {
    declaration: declareCheck({
      ...{ id: 'good', title: 'Good', why: 'It matters.', goLive: { kind: 'advice' }, remedies: {} },
    }),
    look: () => pass('In order.'),
  };
  const broken: Check = {
    declaration: { ...good.declaration, id: 'broken' },
    look: () => {
      throw new TypeError('what it choked on');
    },
  };

  it('is no pass, though it only advises; the others are made, and only its kind is told', async () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => said.push(String(chunk)) > 0);
    const report = await runChecks([broken, good], subjectHere());
    expect(report.checks.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['broken', 'fail'],
      ['good', 'pass'],
    ]);
    expect(report.exitCode).toBe(2);
    expect(said.join('')).toMatch(/^defect in doctor, broken: TypeError\n/);
    expect(said.join('') + JSON.stringify(report)).not.toContain('choked');
  });
});
