import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnosisOf, type Machine, type System } from './container.ts';
import { type Counter, counterOn, DISPLAY, KIOSK, SLUG, until } from './counter.ts';
import {
  bringLaterVersions,
  connectCamera,
  FOLDER_ON_MACHINE,
  installedSystem,
  ON_MACHINE,
} from './installed-system.ts';
import { connectTo, listenAt } from './listener.ts';
import { linesToTry, runInLines } from './lockdown/in-lines.ts';
import { CARDS, type HandedOut, handOut } from './office.ts';
import { makePackages } from './packages.ts';
import { APPLICANT, serveOne } from './serve-one.ts';

/** What each chooses in the place of their first passphrase. */
const OWN = {
  'Marisol Tidewater': 'gravel teapot anthem willow',
  'Anselm Brightwater': 'saddle orchid tunnel biscuit',
} as const;
type Person = keyof typeof OWN;

/** Whatever dies is back in so many milliseconds: nobody at a counter takes it for broken by then. */
const BACK_MILLISECONDS = 10_000;

/** The counter at which everything happens, one thing after the other. */
interface Stage {
  readonly system: System;
  readonly office: HandedOut;
  machine: Machine;
  counter: Counter;
}

describe.runIf(process.getuid?.() === 0)('a counter', () => {
  let stage: Stage;
  /** On a disk: a machine of a gigabyte and a half, and two more packages. */
  let work = '';
  const at = (path: string): string => join(stage.system.root, path);

  beforeAll(async () => {
    work = mkdtempSync('/var/tmp/counterfoil-package-');
    const office = await handOut(work);
    const packages = await makePackages(work);
    const system = await installedSystem(work, packages, office);
    bringLaterVersions(system, packages);
    connectCamera(system);
    const machine = await system.boot();
    stage = { system, office, machine, counter: counterOn(machine) };
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => void process.stderr.write(await diagnosisOf(stage.machine.run)));
  });
  afterAll(async () => {
    await stage?.machine.powerOff();
    if (work !== '') rmSync(work, { recursive: true, force: true });
  });

  const boot = async (): Promise<void> => {
    stage.machine = await stage.system.boot();
    stage.counter = counterOn(stage.machine);
  };

  /** Types the passphrase of whoever stands at this place of the list, from 0. */
  const signIn = async (place: number, passphrase: string): Promise<void> => {
    const { counter } = stage;
    await counter.arriveAt('Sign in');
    for (let down = 0; down < place; down += 1) await counter.press('Down');
    await counter.press('Tab');
    await counter.type(passphrase);
    await counter.press('Return');
  };

  /** The first time: with what stands on the sheet, and then with a passphrase of their own. `then`: what comes up behind that. */
  const signInFirst = async (place: number, name: Person, then: string): Promise<void> => {
    const { counter, office } = stage;
    const first = office.staff.find((member) => member.name === name)?.firstPassphrase;
    if (first === undefined) throw new Error(`${name} is not on the sheet`);
    await signIn(place, first);
    await counter.arriveAt('Choose a new passphrase');
    await counter.type(first);
    for (let twice = 0; twice < 2; twice += 1) {
      await counter.press('Tab');
      await counter.type(OWN[name]);
    }
    // The kiosk judges how strong it is first.
    await counter.pressUntil('Return', then);
  };

  const networkOf = async (unit: string): Promise<string> => {
    const pid = await stage.counter.property(unit, 'MainPID');
    return stage.counter.says('readlink', `/proc/${pid}/ns/net`);
  };

  it('that nobody has provisioned shows that it waits, before anyone signs in', async () => {
    const { counter } = stage;
    await counter.tells({ state: 'problem', problem: '70' });
    // The page is there, on a display of its own; no login came before it.
    expect(await counter.property(DISPLAY, 'ActiveState')).toBe('active');
    expect(await counter.says('loginctl', 'list-sessions', '--no-legend')).toBe('');
    // A drive was looked for, and there was none.
    const log = await counter.says('journalctl', '--unit', `${SLUG}-provision.service`, '--output', 'cat');
    expect(log).toContain('unchanged: ');
  });

  it('is provisioned from a folder, and takes it at its next start', async () => {
    const { counter } = stage;
    expect(await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE)).toMatch(/^applied: /);
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.arriveAt('Sign in');
    await counter.tells({ state: 'start-screen', open: '0' });
    expect(await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE)).toMatch(/^unchanged: /);
    rmSync(at(FOLDER_ON_MACHINE), { recursive: true });
  });

  it('has no network, and its pages a sandbox within that', async () => {
    const { counter } = stage;
    const machines = await counter.says('readlink', '/proc/1/ns/net');
    expect(await networkOf(KIOSK)).not.toBe(machines);
    // The control: the display's unit has the machine's.
    expect(await networkOf(DISPLAY)).toBe(machines);
    const pages = (await counter.processes(KIOSK)).filter(({ command }) =>
      command.includes('--type=renderer'),
    );
    expect(pages.length).toBeGreaterThan(0);
    const usersOf = (pid: number | string) => counter.says('readlink', `/proc/${pid}/ns/user`);
    const ofKiosk = await usersOf(await counter.property(KIOSK, 'MainPID'));
    for (const { pid } of pages) expect(await usersOf(pid)).not.toBe(ofKiosk);
  });

  it('reaches the address of a printer that its settings name, and no other, from its next start on', async () => {
    const { counter } = stage;
    // Each of them is one of the machine's own, as that of ipp-usb is.
    const [printer, samePlace, other] = ['127.0.0.2:631', '127.0.0.2:8631', '127.0.0.3:631'] as const;
    for (const [index, address] of [printer, samePlace, other].entries())
      await listenAt(counter, `listener-${index}`, address);
    const reached = async (): Promise<readonly boolean[]> => {
      const lines = await linesToTry(counter, 'kiosk');
      const tried = [printer, samePlace, other].map((to) => runInLines(counter, lines, connectTo(to)));
      return (await Promise.all(tried)).map(({ ok }) => ok);
    };
    expect(await reached()).toEqual([false, false, false]);
    const settings = at('etc/counterfoil/settings.toml');
    const before = readFileSync(settings, 'utf8');
    appendFileSync(settings, '\n[ordinary-printer]\naddress = "ipp://127.0.0.2/ipp/print"\n');
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.arriveAt('Sign in');
    expect(await networkOf(KIOSK)).toBe(await counter.says('readlink', '/proc/1/ns/net'));
    expect(await counter.property(KIOSK, 'IPAddressAllow')).toContain('127.0.0.2');
    // Every port of that address is within reach: the pages for IT say so.
    expect(await reached()).toEqual([true, true, false]);
    writeFileSync(settings, before);
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.arriveAt('Sign in');
    expect(await networkOf(KIOSK)).not.toBe(await counter.says('readlink', '/proc/1/ns/net'));
  });

  it('is judged by its doctor as what it is, and passes nothing that can’t be known here', async () => {
    const { counter } = stage;
    const verdicts = async () => {
      const { checks } = await counter.doctor();
      return new Map(checks.map(({ id, verdict }) => [id, verdict] as const));
    };
    const good = await verdicts();
    const whole = ['data-folder', 'package-files', 'package-database'];
    for (const id of [...whole, 'account', 'sandbox', 'session-memory'])
      expect([id, good.get(id)]).toEqual([id, 'pass']);
    for (const id of ['apparmor', 'init-on-free', 'tpm']) expect(good.get(id)).not.toBe('pass');
    const data = at('var/lib/counterfoil');
    const licences = at(`opt/${SLUG}/resources/licences/copyright`);
    const before = readFileSync(licences);
    chmodSync(data, 0o755);
    appendFileSync(licences, '\n');
    const bad = await verdicts();
    for (const id of whole) expect([id, bad.get(id)]).not.toEqual([id, 'pass']);
    chmodSync(data, 0o700);
    writeFileSync(licences, before);
  });

  it.each([
    ['keeper', async () => (await keeperOf(stage.counter))?.pid ?? null],
    ['session', async () => stage.counter.shown()],
  ] as const)('whose %s dies shows its screen again in ten seconds', async (_what, find) => {
    const { counter } = stage;
    const victim = await find();
    if (victim === null) throw new Error('there is none');
    const began = performance.now();
    await counter.kill(victim);
    await until(async () => {
      const now = await find();
      const heading = await counter.heading();
      return now !== null && now !== victim && heading === 'Sign in' ? null : `“${heading}” is on the screen`;
    });
    expect(performance.now() - began).toBeLessThan(BACK_MILLISECONDS);
  });

  it('is begun by its first staff, each with a passphrase of their own from then on', async () => {
    const { counter } = stage;
    await signInFirst(1, 'Marisol Tidewater', 'Go live: where are keys kept?');
    await counter.pressUntil('Return', 'Recovery codes');
    await counter.press('2');
    await counter.pressUntil('Return', 'Sign in');
    await signInFirst(0, 'Anselm Brightwater', 'Next applicant');
  });

  it('serves one person by keys, from the first letter to the handoff, and keeps nothing open', async () => {
    const { counter } = stage;
    await serveOne(counter, at(`${CARDS}/card.pdf`));
    await counter.tells({ state: 'start-screen', open: '0', forgets: '0', endings: '0' });
    rmSync(at(CARDS), { recursive: true });
  });

  it('with an open application is upgraded once that has ended, and not before', async () => {
    const { counter } = stage;
    await counter.pressUntil('Return', 'Card details');
    await counter.type(APPLICANT.name);
    await counter.tells({ state: 'serving', open: '1', forgets: '1' });
    const log = at('root/upgrade.log');
    const upgrade = counter.run('sh', '-c', `dpkg --install ${ON_MACHINE.second} >/root/upgrade.log 2>&1`);
    await until(async () =>
      existsSync(log) && readFileSync(log, 'utf8').includes('somebody is being served')
        ? null
        : 'the upgrade does not wait',
    );
    // By its keys to "Withdraw application", which sleeps for a moment.
    await counter.press('F4', 'Tab');
    await counter.pressUntil('Return', 'Next applicant');
    const done = await upgrade;
    expect([done.ok, readFileSync(log, 'utf8')]).toEqual([true, expect.stringContaining('Setting up')]);
    await counter.arriveAt('Sign in');
    expect(await counter.says('dpkg-query', '--status', SLUG)).toMatch(/^Version: .*\+2$/m);
    expect(readdirSync(at('opt'))).toEqual([SLUG]);
  });

  it('goes back by itself from a version that does not come up, with the units that it had', async () => {
    const { counter } = stage;
    const failed = await counter.run('dpkg', '--install', ON_MACHINE.broken);
    expect(failed).toMatchObject({ ok: false, error: expect.stringContaining('is on its start screen') });
    await counter.arriveAt('Sign in');
    const main = await counter.property(KIOSK, 'MainPID');
    expect(await counter.says('readlink', `/proc/${main}/exe`)).toContain(`/opt/${SLUG}.previous/`);
    expect(await counter.property(KIOSK, 'FragmentPath')).toBe(`/etc/systemd/system/${KIOSK}`);
    expect(await networkOf(KIOSK)).not.toBe(await counter.says('readlink', '/proc/1/ns/net'));
    expect(await counter.says('dpkg-query', '--status', SLUG)).toContain('install ok half-configured');
    // Another version is the way out.
    await counter.says('dpkg', '--install', ON_MACHINE.second);
    await counter.arriveAt('Sign in');
    expect(readdirSync(at('opt'))).toEqual([SLUG]);
    expect(await counter.property(KIOSK, 'FragmentPath')).toBe(`/usr/lib/systemd/system/${KIOSK}`);
  });

  it('comes up after a power cut in the middle of an upgrade, and finishes it', async () => {
    const { counter } = stage;
    await counter.says('dpkg', '--unpack', ON_MACHINE.second);
    await counter.arriveAt('Sign in');
    await stage.machine.cutPower();
    await boot();
    await stage.counter.arriveAt('Sign in');
    const main = await stage.counter.property(KIOSK, 'MainPID');
    expect(await stage.counter.says('readlink', `/proc/${main}/exe`)).toContain(`/opt/${SLUG}.previous/`);
    await stage.counter.says('dpkg', '--configure', '--pending');
    await stage.counter.arriveAt('Sign in');
    expect(readdirSync(at('opt'))).toEqual([SLUG]);
  });

  it('is purged while it runs, and what is left is what the purge names', async () => {
    const { counter } = stage;
    await counter.tells({ state: 'start-screen', open: '0', forgets: '0', endings: '0', hold: 'no' });
    const purged = await counter.says('sh', '-c', `dpkg --purge ${SLUG} 2>&1`);
    expect((await counter.run('getent', 'passwd', 'counterfoil')).ok).toBe(false);
    const found = await counter.says(
      ...['find', '/', '-xdev', '(', '-path', '/proc', '-o', '-path', '/sys', ')', '-prune', '-o'],
      ...['(', '-name', '*counterfoil*', '-o', '-nouser', '-o', '-nogroup', ')', '-print'],
    );
    const left = found.split('\n').filter((path) => path !== '');
    // The folder of the settings, which are the office's, and the suite's own.
    const settings = '/etc/counterfoil';
    const dropIns = [DISPLAY, KIOSK].map((unit) => `/etc/systemd/system/${unit}.d`);
    expect(left.toSorted()).toEqual([settings, ...dropIns].toSorted());
    for (const folder of [settings, ...dropIns])
      for (const file of readdirSync(at(folder))) expect(purged).toContain(`${folder}/${file}`);
    expect(existsSync(at('var/lib/counterfoil'))).toBe(false);
  });
});

async function keeperOf(counter: Counter) {
  return (await counter.processes(KIOSK)).find(({ command }) => command.includes('/keeper.mjs')) ?? null;
}
