import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lookAtProvisioning } from '../../lib/provisioning/look-at-provisioning.ts';
import { folderBytes, writeFolder } from '../../lib/provisioning/provisioning.test-support.ts';
import { type TestComputer, testComputer } from '../../provision/computer.test-support.ts';
import { provision } from '../../provision/provision.ts';
import { CLERK, FIRST_STAFF, startKeeper } from '../start/keeper.test-support.ts';
import { connectCore } from '../start/scripted-core.test-support.ts';
import { HERE } from './first-staff.test-support.ts';

/** A kiosk that shows its set-up page, on a computer that may be provisioned meanwhile. */
async function onSetUpPage() {
  const computer = testComputer({ host: HERE.host });
  const keeper = await startKeeper({
    ...{ scripted: true, dataFolder: computer.data },
    settingsFile: { path: computer.computer.settings, record: null },
  });
  const core = await connectCore(keeper);
  const setUp = (clerk = CLERK) => core.call('setUp', { kioskName: 'Mine', ...FIRST_STAFF, clerk });
  return { computer, keeper, setUp };
}

/** Provisions it by a folder with first staff, as root does. */
function provisionNow({ computer, programme, settings }: TestComputer) {
  const folder = writeFolder(folderBytes(programme, { settings, subject: HERE }));
  return provision(computer, { folder, fingerprint: null });
}

describe('a kiosk on its set-up page', () => {
  it('is set up by nobody who stands there once its provisioning has come, and by that at its next start', async () => {
    const { computer, keeper, setUp } = await onSetUpPage();
    expect(await provisionNow(computer)).toMatchObject({ ok: true, value: { kind: 'applied', staff: 3 } });
    expect(await setUp()).toEqual({ ok: false, error: { kind: 'not-now' } });
    expect(keeper.services.kiosk.read()).toBeNull();
    await keeper.stop();
    const { settings } = computer.computer;
    const look = lookAtProvisioning(settings);
    const next = await startKeeper({
      ...{ scripted: true, dataFolder: computer.data, provisioned: true },
      policyPath: join(computer.etc, 'policy.json'),
      settingsFile: { path: settings, record: look.kind === 'settled' ? look.record : null },
    });
    expect(next.services.kiosk.read()).toMatchObject({ name: HERE.kiosk });
    expect(next.services.staff.members()).toHaveLength(3);
  });

  it('that somebody has set up takes no first staff any more', async () => {
    const { computer, setUp } = await onSetUpPage();
    expect(await setUp()).toMatchObject({ ok: true });
    expect(await provisionNow(computer)).toMatchObject({ error: { kind: 'staff-at-kiosk' } });
  });

  it.each<[string, (computer: TestComputer) => string]>([
    ['first staff wait', ({ data }) => join(data, 'first-staff.json')],
    ['first staff are being put there', ({ data }) => join(data, 'first-staff.json.next')],
    ['a provisioning is being put in place', ({ etc }) => join(etc, 'provisioning.next', 'ready')],
    ['one was', ({ etc }) => join(etc, 'provisioned.json')],
  ])('is not set up by hand while %s', async (_what, pathIn) => {
    const { computer, keeper, setUp } = await onSetUpPage();
    const path = pathIn(computer);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    expect(await setUp()).toEqual({ ok: false, error: { kind: 'not-now' } });
    expect(keeper.services.kiosk.read()).toBeNull();
    // And root still sees that nobody has.
    expect(readdirSync(computer.data)).toContain('not-set-up');
    rmSync(path);
    expect(await setUp()).toMatchObject({ ok: true });
    expect(readdirSync(computer.data)).not.toContain('not-set-up');
  });

  it('is not set up while its mark can’t be taken away: root would set it up once more', async () => {
    const { computer, keeper, setUp } = await onSetUpPage();
    const mark = join(computer.data, 'not-set-up');
    rmSync(mark);
    mkdirSync(mark);
    expect(await setUp()).toEqual({ ok: false, error: { kind: 'not-written' } });
    expect(keeper.services.kiosk.read()).toBeNull();
    rmSync(mark, { recursive: true });
    expect(await setUp()).toMatchObject({ ok: true });
  });

  it('is one that nobody has set up after a set-up that came to nothing', async () => {
    const { computer, setUp } = await onSetUpPage();
    expect(await setUp({ ...CLERK, passphrase: 'password' })).toMatchObject({
      error: { kind: 'weak-passphrase' },
    });
    expect(readdirSync(computer.data)).toContain('not-set-up');
  });
});
