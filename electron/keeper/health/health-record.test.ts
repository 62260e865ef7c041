import { describe, expect, it } from 'vitest';
import { SAMPLE_FIGURES } from '../../../shared/contract/counter-day/day-acts.test-support.ts';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { policyHash } from '../../../shared/contract/ids.ts';
import { fail, notRun, warn } from '../../../shared/doctor/finding.ts';
import { healthRecord, healthText } from '../../../shared/health/health-record.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import type { DayOnSheet } from '../../../shared/slips/day-sheet.ts';
import { testClock } from '../clock.test-support.ts';
import { isCheckpointValid } from '../ledger/signatures.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { createRibbons } from '../ribbons/ribbons.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { healthRecordOf } from './health-record.ts';

const EVENING = Date.UTC(2026, 10, 24, 18);
const KIOSK = 'c'.repeat(32);
const NOT_COUNTED: DayOnSheet = { kind: 'not-counted', counts: { issued: 3, spoiled: 0, wiped: 3 } };

function stage() {
  const vault = newVault();
  vault.database.prepare('UPDATE kiosk SET identifier = ?').run(KIOSK);
  const clock = testClock({ now: EVENING });
  const { ledger, outbox } = outboxOn(vault, clock);
  const ribbons = createRibbons(vault.database);
  const found: { last: Examination | null } = { last: null };
  const hash = policyHash.parse('ab'.repeat(32));
  const recordOf = (day: DayOnSheet) =>
    healthRecordOf(
      {
        ...{ kiosk: vault.kiosk, use: 'residents', ribbons, ledger, clock },
        policies: { inForce: { hash, bytes: new Uint8Array(), rules: harborCity } },
        doctor: { last: () => found.last },
      },
      day,
    );
  return { vault, ledger, outbox, ribbons, found, recordOf };
}

describe('a health record', () => {
  it('says which counter it is of, by which rules and which release it works, and where its ledger stands', () => {
    const { vault, ledger, recordOf } = stage();
    vault.kiosk.pinProgrammeKey(new Uint8Array(32).fill(7));
    const record = recordOf(NOT_COUNTED);
    expect(healthRecord.parse(JSON.parse(healthText(record)))).toEqual(record);
    expect(record).toMatchObject({
      ...{ schema: 1, utc: '2026-11-24T18:00:00.000Z', use: 'residents' },
      kiosk: { identifier: KIOSK, name: 'Counter 3' },
      program: expect.stringMatching(/^[0-9a-f]{64}$/),
      policy: { id: harborCity.id, version: harborCity.version, hash: 'ab'.repeat(32) },
      ...{ doctor: { kind: 'not-run' }, blanks: null, ribbon: { fittedSince: null, held: 0 } },
    });
    expect(isCheckpointValid(record.head)).toBe(true);
    expect(ledger.verify({ checkpoint: record.head }).ok).toBe(true);
  });

  it('has the verdicts of the last look at the computer, and nothing that was found', () => {
    const { found, recordOf } = stage();
    const report = examinedWith({
      swap: fail('Swap on /dev/quillobert is in use.', 'Run `swapoff /dev/quillobert`.'),
      network: warn('quillobert0 has a route.', 'Take it out.'),
      tpm: notRun('quillobert can’t be read.'),
    });
    found.last = { kind: 'ran', report };
    const record = recordOf(NOT_COUNTED);
    if (record.doctor.kind !== 'ran') throw new Error('it has no verdicts');
    expect(record.doctor).toMatchObject({ utc: report.utc, exitCode: 2 });
    expect(record.doctor.checks).toEqual(report.checks.map(({ id, verdict }) => [id, verdict]));
    expect(new Map(record.doctor.checks).get('swap')).toBe('fail');
    expect(healthText(record)).not.toMatch(/quillobert/i);
    found.last = { kind: 'did-not-run', utc: report.utc };
    const unknown = recordOf(NOT_COUNTED);
    expect(unknown.doctor).toEqual({ kind: 'could-not', utc: report.utc });
    expect(healthRecord.parse(unknown)).toEqual(unknown);
    found.last = null;
    expect(recordOf(NOT_COUNTED).doctor).toEqual({ kind: 'not-run' });
  });

  it('has the blanks as the day sheet has them, and the ribbons', () => {
    const { ribbons, recordOf } = stage();
    ribbons.fit(Date.UTC(2026, 10, 20, 9));
    ribbons.remove(Date.UTC(2026, 10, 22, 9));
    ribbons.fit(Date.UTC(2026, 10, 22, 10));
    const open = recordOf({ kind: 'open', figures: SAMPLE_FIGURES });
    expect(open).toMatchObject({
      blanks: { day: '2026-11-24', ...SAMPLE_FIGURES.blanks, closed: null },
      ribbon: { fittedSince: '2026-11-22', held: 1 },
    });
    const closing = {
      blanks: 446,
      expected: 447,
      blanksDifference: 'missing',
      drawer: 'short',
      drawerDifference: 'not-known',
    } as const;
    const closed = recordOf({ kind: 'closed', figures: SAMPLE_FIGURES, closing });
    expect(closed.blanks).toMatchObject({ expected: 447, closed: { counted: 446, difference: 'missing' } });
    // What is in the drawer is nobody's but the office's. A head is hex and base64, in which any word may turn up.
    const { head: _, ...withoutHead } = closed;
    expect(JSON.stringify(withoutHead)).not.toMatch(/drawer|short|fee/i);
    for (const record of [open, closed]) expect(healthRecord.parse(record)).toEqual(record);
  });

  it('knows nobody who works there', () => {
    const { vault, outbox, recordOf } = stage();
    const by = 'd'.repeat(32);
    outbox.record(({ utc }) => ({ kind: 'custody-decided', utc, by, custody: 'memory' }));
    expect(vault.kiosk.read()).not.toBeNull();
    expect(healthText(recordOf(NOT_COUNTED))).not.toContain(by);
  });
});
