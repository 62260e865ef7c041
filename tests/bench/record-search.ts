import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { machineClock } from '../../electron/keeper/clock.ts';
import { createHeldApplications } from '../../electron/keeper/record-search/held-applications.ts';
import { searchHeld } from '../../electron/keeper/record-search/search-held.ts';
import type { Services } from '../../electron/keeper/start/services.ts';
import { sealContent } from '../../electron/lib/sealing/sealed-content.ts';
import { emptyAnswers } from '../../shared/application/answers.ts';
import type { SealedName } from '../../shared/contract/command/record-search.ts';
import { applicationId, recordSearchId } from '../../shared/contract/ids.ts';
import { openBenchKiosk } from './bench-kiosk.ts';
import type { Comparison } from './statistics.ts';

const APPLICATIONS = 1_000;
/** As many at a time as the product has. */
const IN_FLIGHT = 3;
const BASELINE = 'an empty Node process for each, as many at a time';

/** Open applications, each with a name of its own. */
function fill({ vault, custody, policies }: Services): void {
  for (let number = 1; number <= APPLICATIONS; number += 1) {
    const id = applicationId.parse(randomBytes(16).toString('hex'));
    if (!custody.create(id, 'memory').ok) throw new Error('no key');
    vault.create({
      id,
      day: '2026-11-24',
      now: 0,
      elapsed: 0,
      policy: policies.inForce.hash,
      isKeySealed: false,
    });
    const key = custody.open(id);
    if (!key.ok) throw new Error('no key');
    const answers = { ...emptyAnswers, name: `Zephyrina Vandersloot ${number}` };
    vault.store(id, 'answers', sealContent(key.value, id, 'answers', answers));
  }
}

function askedName(): SealedName {
  const search = recordSearchId.parse(randomBytes(16).toString('hex'));
  const key = randomBytes(32);
  const content = { name: 'Peregrine Oddfellow', salt: '0'.repeat(32) };
  return { search, key, sealed: sealContent(key, search, 'asked-name', content) };
}

async function emptyProcesses(): Promise<void> {
  let left = APPLICATIONS;
  const one = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await new Promise((resolve) => {
        spawn(process.execPath, ['-e', '0'], { stdio: 'ignore', env: {} }).once('close', resolve);
      });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
}

async function timeOf(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** How long "Do we hold this name?" takes with a thousand open applications. `application`: the bundled programs. */
export async function measureRecordSearch(work: string, application: string): Promise<Comparison> {
  const folder = join(work, 'record-search');
  mkdirSync(folder);
  const kiosk = await openBenchKiosk(join(folder, 'data'), 'memory', machineClock, {
    ...{ workerPath: '/nowhere', fontFolder: '/nowhere' },
    recordSearchPath: join(application, 'node', 'record-search.mjs'),
  });
  try {
    const { services } = kiosk;
    fill(services);
    const held = createHeldApplications(services);
    const port = { held, staffTexts: () => [], processes: services.searchProcesses };
    const name = askedName();
    const examined = await port.processes.run(
      { name, where: { kind: 'name-alone' } },
      new AbortController().signal,
    );
    if (examined?.kind !== 'searched') throw new Error('the search process does not search');
    const asked = { name, digest: examined.digest };
    const ours = await timeOf(async () => {
      const findings = await searchHeld(port, asked, new AbortController().signal, () => undefined);
      if (findings?.searched !== APPLICATIONS) throw new Error('not all were searched');
    });
    return {
      what: `a name search through ${APPLICATIONS} open applications`,
      ...{ baseline: BASELINE, goal: null, ours: [ours], theirs: [await timeOf(emptyProcesses)] },
    };
  } finally {
    kiosk.close();
  }
}
