import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { KNOWN } from '../../../shared/contract/doctor/kiosk-knowledge.test-support.ts';
import { LOOK_FROM_INSIDE } from '../../../shared/doctor/seen-from.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { examineForGoLive } from '../kiosk/examine-for-go-live.ts';
import { configurationOf } from '../start/keeper.test-support.ts';
import { createDoctor } from './doctor.ts';
import { examineByProcess } from './examine-by-process.ts';

/** The doctor of a release, from its sources. */
const DOCTOR = `globalThis.__EVALUATION__ = false;
  await import(${JSON.stringify(new URL('../../doctor/main.ts', import.meta.url).href)});`;

/** A keeper for residents, on the machine that the tests run on, of which no unit knows. */
function keeperForResidents() {
  const doctorPath = join(workingFolder(), 'doctor.mjs');
  writeFileSync(doctorPath, DOCTOR);
  const configured = configurationOf();
  const electron = { ...configured.electron, runtime: 'production' as const };
  const configuration = { ...configured, electron, node: process.execPath, doctorPath };
  const environment = { PATH: process.env.PATH };
  const launch = { configuration, environment, use: 'residents' as const, knows: KNOWN };
  const said: string[] = [];
  const doctor = createDoctor({
    run: (order) => examineByProcess(launch, order),
    clock: { now: () => Date.now() },
    screens: { refresh: () => undefined },
    say: (line) => void said.push(line),
  });
  return { doctor, said };
}

it.runIf(process.platform === 'linux')(
  'the real doctor gives the keeper of a kiosk for residents a whole report, sees what the kiosk sees, and stops its go-live',
  async () => {
    const { doctor, said } = keeperForResidents();
    const selections = { examine: async () => ({ kind: 'empty' as const }) };
    const answer = await examineForGoLive({ selections, doctor, use: 'residents' }, []);
    expect(said).toEqual([]);
    const last = doctor.last();
    if (last?.kind !== 'ran') throw new Error('it gave no report');
    const { use, seenFrom, checks } = last.report;
    expect({ use, seenFrom }).toEqual({ use: 'residents', seenFrom: 'kiosk-unit' });
    const found = checks.map((check) => `${check.id}: ${check.found}`);
    expect(checks.find(({ id }) => id === 'printer')?.verdict).toBe('pass');
    // Nothing broke off, and of nothing it is said that a shell doesn’t see it.
    expect(found.filter((text) => text.includes('broke off') || text.includes(LOOK_FROM_INSIDE))).toEqual([]);
    // There is neither a package nor a policy that somebody has signed.
    expect(answer).toMatchObject({
      error: {
        ...{ kind: 'doctor-stops', overridable: false },
        ids: expect.arrayContaining(['package-files', 'policy']),
      },
    });
  },
);
