import { expect, it } from 'vitest';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { fail, notRun, warn } from '../../../shared/doctor/finding.ts';
import { computerStatus } from './computer-status.ts';

const ran = (found: Parameters<typeof examinedWith>[0] = {}): Examination => ({
  ...{ kind: 'ran', report: examinedWith(found) },
});

it('is told by the worst verdict alone', () => {
  const [failed, warned] = [fail('It is 1970.', 'Set it.'), warn('A route.', 'Take it out.')];
  const unknown = notRun('It can’t be read.');
  expect(computerStatus(null)).toBeNull();
  expect(computerStatus({ kind: 'did-not-run', utc: '2026-11-24T13:00:00.000Z' })).toBe('did-not-run');
  expect(computerStatus(ran())).toBe('pass');
  expect(computerStatus(ran({ tpm: unknown }))).toBe('not-run');
  expect(computerStatus(ran({ tpm: unknown, network: warned }))).toBe('warn');
  expect(computerStatus(ran({ tpm: unknown, network: warned, clock: failed }))).toBe('fail');
});

it('is as bad as one that failed where something unknown stops a go-live', () => {
  const report = examinedWith({ swap: notRun('It can’t be read.') });
  const checks = report.checks.map((each) => (each.id === 'swap' ? { ...each, stopsGoLive: true } : each));
  expect(computerStatus({ kind: 'ran', report: { ...report, checks } })).toBe('fail');
});
