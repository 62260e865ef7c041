import { appendFileSync, cpSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { applicationFolder } from '../../build/bundle.ts';
import { waitForStart } from '../../build/kiosk/clerk.ts';
import { type Part, processOf, until } from '../support/kiosk/session-processes.ts';
import type { TestKioskOptions } from '../support/kiosk/test-kiosk.ts';
import { expect, test } from './fixtures.ts';

const NAME = 'Zephyrina Vandersloot';
/** Each process of these programs has a defect when it gets this signal: an error with a name in it, which nobody catches. */
const DEFECT = `process.on('SIGUSR2', () => { throw new TypeError('${NAME}'); });`;
const PROCESSES: readonly (readonly [Part, string])[] = [
  ['core', 'core'],
  ['relay', 'relay'],
  ['main', 'main process'],
];

/** The product's own programs, which can be told to fail. */
function programsWithDefects(folder: string): Pick<TestKioskOptions, 'sessionFolder' | 'corePath'> {
  for (const part of ['session', 'renderer', 'package.json'])
    cpSync(join(applicationFolder, part), join(folder, part), { recursive: true });
  for (const program of ['main.cjs', 'relay.cjs'])
    appendFileSync(join(folder, 'session', program), `\n${DEFECT}\n`);
  const corePath = join(folder, 'core.mjs');
  const real = pathToFileURL(join(applicationFolder, 'node', 'core.mjs')).href;
  writeFileSync(corePath, `${DEFECT}\nawait import(${JSON.stringify(real)});\n`);
  return { sessionFolder: folder, corePath };
}

// 6 s.
test('a defect in a process that knows a person is one sentence in the log, told by the keeper: what they write themselves leads nowhere', async ({
  openKiosk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-e2e-defects-'));
  try {
    const kiosk = await openKiosk(programsWithDefects(folder));
    let session = await kiosk.signedIn();
    const leadsTo = (pid: number): string => readlinkSync(`/proc/${pid}/fd/2`);
    // The control: the keeper's own words are heard.
    expect(leadsTo(kiosk.keeper().pid)).toMatch(/^(pipe|socket):/);
    const said: string[] = [];
    for (const [part, place] of PROCESSES) {
      for (const [each] of PROCESSES)
        expect(leadsTo(processOf(session.pid, each) ?? 0), each).toBe('/dev/null');
      process.kill(processOf(session.pid, part) ?? 0, 'SIGUSR2');
      said.push(`defect in ${place}: TypeError`);
      await until(`the sentence of the ${part}`, () =>
        kiosk.keeper().said.includes(`defect in ${place}: TypeError`) ? true : null,
      );
      // It ends with it, and another session takes its place.
      session = await kiosk.shown(session);
      await waitForStart(session.page);
    }
    const log = kiosk.keeper().said;
    expect(log.filter((line) => line.startsWith('defect in'))).toEqual(said);
    expect(log.filter((line) => line.startsWith('A session has gone'))).toEqual(
      [5, 5, 11].map((code) => `A session has gone: exit code ${code}.`),
    );
    expect(log.join('\n')).not.toContain(NAME);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
