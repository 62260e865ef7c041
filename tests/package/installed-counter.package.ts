import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
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
import { CARDS, type HandedOut, handOut, SETTINGS } from './office.ts';
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

/** Folders that no counter takes here, before any was applied; with the number by which they are refused. */
const REFUSED: readonly (readonly [
  string,
  number,
  (office: HandedOut, work: string) => Promise<string> | string,
])[] = [
  ['for another computer', 96, (office) => office.makeAnother('stranger', { host: 'counter-018' })],
  ['whose last day is over', 99, (office) => office.makeAnother('over', { madeOn: -10, validUntil: -5 })],
  [
    'of which a file was changed on the way',
    95,
    ({ folder }, work) => {
      const damaged = join(work, 'damaged');
      cpSync(folder, damaged, { recursive: true });
      appendFileSync(join(damaged, 'settings.toml'), '\n');
      return damaged;
    },
  ],
  [
    'of another program',
    87,
    async (_office, work) => {
      const another = join(work, 'another-program');
      mkdirSync(another);
      return (await handOut(another)).folder;
    },
  ],
];

/** By sh: has all programs on a file system in memory, with too little room for a second version. */
const SMALL_DISK = `set -eu
mkdir /srv/small
mount -t tmpfs -o size=$(($(du -sk --apparent-size /opt | cut -f1) + 32768))k,mode=755 none /srv/small
cp -a /opt/. /srv/small/
mount --bind /srv/small /opt`;

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

  /**
   * The first time of whoever stands at this place of the list, from 0: with what stands on the sheet, and then with a
   * passphrase of their own. `then`: what comes up behind that.
   */
  const signInFirst = async (place: number, name: Person, then: string): Promise<void> => {
    const { counter, office } = stage;
    const first = office.staff.find((member) => member.name === name)?.firstPassphrase;
    if (first === undefined) throw new Error(`${name} is not on the sheet`);
    await counter.arriveAt('Sign in');
    for (let down = 0; down < place; down += 1) await counter.press('Down');
    await counter.press('Tab');
    await counter.enterUntil(first, 'Choose a new passphrase');
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

  const ON_COUNTER = '/root/refused';
  const provisionWith = (folder: string) => {
    rmSync(at(ON_COUNTER), { recursive: true, force: true });
    cpSync(folder, at(ON_COUNTER), { recursive: true });
    return stage.counter.run(SLUG, 'provision', ON_COUNTER);
  };

  it.each(REFUSED)('takes no folder %s, and nothing of it', async (_which, code, make) => {
    expect(await provisionWith(await make(stage.office, work))).toMatchObject({
      ok: false,
      error: expect.stringContaining(`refused (${code})`),
    });
    expect(readFileSync(at('etc/counterfoil/settings.toml'), 'utf8')).toBe(SETTINGS);
    const ofIt = ['provisioned.json', 'provisioning.next'].map((name) => `etc/counterfoil/${name}`);
    const left = [...ofIt, 'var/lib/counterfoil/first-staff.json'].filter((path) => existsSync(at(path)));
    expect(left).toEqual([]);
    await stage.counter.tells({ state: 'problem', problem: '70' });
  });

  it('is provisioned from a folder, and takes it at its next start', async () => {
    const { counter } = stage;
    expect(await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE)).toMatch(/^applied: /);
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.arriveAt('Sign in');
    await counter.tells({ state: 'start-screen', open: '0' });
    expect(await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE)).toMatch(/^unchanged: /);
    expect(await provisionWith(await stage.office.makeAnother('older', { madeOn: -1 }))).toMatchObject({
      ok: false,
      error: expect.stringContaining('refused (100)'),
    });
    for (const folder of [FOLDER_ON_MACHINE, ON_COUNTER]) rmSync(at(folder), { recursive: true });
  });

  it.each([
    ['everybody may change', 'chmod 0666'],
    ['are somebody else’s', 'chown games'],
  ])('takes no settings that %s, says so, and goes on by Enter once they are right', async (_what, by) => {
    const { counter } = stage;
    const settings = '/etc/counterfoil/settings.toml';
    await counter.says('sh', '-c', `${by} ${settings}`);
    await counter.says('systemctl', 'restart', KIOSK);
    await counter.tells({ state: 'problem', problem: '57' });
    await counter.says('sh', '-c', `chown root ${settings} && chmod 0644 ${settings}`);
    await counter.pressUntil('Return', 'Sign in');
    await counter.tells({ state: 'start-screen', open: '0' });
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
    for (const id of [...whole, 'account', 'sandbox', 'unit-sandbox', 'session-memory'])
      expect([id, good.get(id)]).toEqual([id, 'pass']);
    for (const id of ['apparmor', 'init-on-free', 'tpm']) expect(good.get(id)).not.toBe('pass');
    // The container has no interface: that is seen from the unit, which has a network of its own.
    expect(good.get('network')).toBe('pass');
    // What this account has left in the machine's is not: the unit has a folder of its own in its place.
    expect(good.get('temporary-folders')).not.toBe('pass');
    const data = at('var/lib/counterfoil');
    const licences = at(`opt/${SLUG}/resources/licences/copyright`);
    const before = readFileSync(licences);
    const dropIn = at(`etc/systemd/system/${KIOSK}.d/opened.conf`);
    chmodSync(data, 0o755);
    appendFileSync(licences, '\n');
    writeFileSync(dropIn, '[Service]\nPrivateNetwork=no\n');
    const bad = await verdicts();
    for (const id of whole) expect([id, bad.get(id)]).not.toEqual([id, 'pass']);
    expect(bad.get('unit-sandbox')).toBe('fail');
    rmSync(dropIn);
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

  it.each([
    ['launcher', KIOSK],
    ['display', DISPLAY],
  ])('whose %s dies is on its screen again, by systemd', async (_what, unit) => {
    const { counter } = stage;
    const victim = await counter.property(unit, 'MainPID');
    await counter.kill(Number(victim));
    await until(async () => {
      const now = await counter.property(unit, 'MainPID');
      return now === '0' || now === victim ? 'no other is started' : null;
    });
    await counter.arriveAt('Sign in');
    await counter.tells({ state: 'start-screen', open: '0' });
  });

  it('whose keeper hangs is ended by the watchdog, and is on its screen again', async () => {
    const { counter } = stage;
    const keeper = await keeperOf(counter);
    if (keeper === null) throw new Error('there is none');
    const restarts = await counter.property(KIOSK, 'NRestarts');
    await counter.says('sh', '-c', `kill -STOP ${keeper.pid}`);
    await until(async () =>
      (await counter.property(KIOSK, 'NRestarts')) === restarts ? 'the watchdog does nothing' : null,
    );
    const log = await counter.says('journalctl', '--unit', KIOSK, '--output', 'cat', '--lines', '200');
    expect(log).toMatch(/watchdog timeout/i);
    await counter.arriveAt('Sign in');
    expect((await keeperOf(counter))?.pid).not.toBe(keeper.pid);
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

  it('is not removed while it serves someone, and goes on serving', async () => {
    const { counter } = stage;
    await counter.pressUntil('Return', 'Card details');
    await counter.type(APPLICANT.name);
    await counter.tells({ state: 'serving', open: '1', forgets: '1' });
    expect(await counter.run('dpkg', '--remove', SLUG)).toMatchObject({
      ok: false,
      error: expect.stringContaining('not removed: somebody is being served'),
    });
    await counter.tells({ state: 'serving', open: '1', forgets: '1' });
    expect(await counter.heading()).toBe('Card details');
    expect(await counter.says('dpkg-query', '--status', SLUG)).toMatch(/^Status: \w+ ok installed$/m);
  });

  it('with an open application is upgraded once that has ended, and not before', async () => {
    const { counter } = stage;
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

  it('comes up after a power cut while files are unpacked, and takes the package once more', async () => {
    const unpacking = stage.counter.run('dpkg', '--unpack', ON_MACHINE.second);
    await until(async () => (hasHalfOf(at(`opt/${SLUG}`)) ? null : 'nothing is unpacked'));
    await stage.machine.cutPower();
    expect(await unpacking).toMatchObject({ ok: false });
    await boot();
    const { counter } = stage;
    await counter.arriveAt('Sign in');
    const main = await counter.property(KIOSK, 'MainPID');
    expect(await counter.says('readlink', `/proc/${main}/exe`)).toContain(`/opt/${SLUG}.previous/`);
    expect(await counter.says('dpkg-query', '--status', SLUG)).toContain(' half-installed');
    await counter.says('dpkg', '--install', ON_MACHINE.second);
    await counter.arriveAt('Sign in');
    expect(readdirSync(at('opt'))).toEqual([SLUG]);
    expect(hasHalfOf(at(`opt/${SLUG}`))).toBe(false);
  });

  it('keeps the version that it has where the disk gets full in mid-install, and runs', async () => {
    const { counter } = stage;
    await counter.says('systemctl', 'stop', KIOSK);
    await counter.says('sh', '-c', SMALL_DISK);
    await counter.says('systemctl', 'start', KIOSK);
    await counter.arriveAt('Sign in');
    expect(await counter.run('dpkg', '--install', ON_MACHINE.second)).toMatchObject({
      ok: false,
      error: expect.stringContaining('No space left on device'),
    });
    await counter.arriveAt('Sign in');
    await counter.tells({ state: 'start-screen', open: '0' });
    const main = await counter.property(KIOSK, 'MainPID');
    expect(await counter.says('readlink', `/proc/${main}/exe`)).toContain(`/opt/${SLUG}/`);
    expect(await counter.says('ls', '/opt')).toBe(SLUG);
    expect(await counter.says('find', '/opt', '-name', '*.dpkg-*')).toBe('');
    expect(await counter.says('dpkg-query', '--status', SLUG)).toContain('install ok installed');
    expect(await counter.property(KIOSK, 'FragmentPath')).toBe(`/usr/lib/systemd/system/${KIOSK}`);
    await counter.says('systemctl', 'stop', KIOSK);
    await counter.says('sh', '-c', 'umount /opt && umount /srv/small && rmdir /srv/small');
    await counter.says('systemctl', 'start', KIOSK);
    await counter.arriveAt('Sign in');
  });

  it('has a last word when it is ended, of which root alone knows', async () => {
    const { counter } = stage;
    const file = `/run/${SLUG}.ended`;
    await counter.says('systemctl', 'stop', KIOSK);
    expect(await counter.says('cat', file)).toMatch(/^state=ended\nopen=0\nforgets=0\nendings=0\nhold=no\n/);
    expect(await counter.says('stat', '--format=%U %a', file)).toBe('root 600');
    await counter.says('systemctl', 'start', KIOSK);
    await counter.arriveAt('Sign in');
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

/** Whether dpkg has put files beside those that they are to replace, and not replaced them. */
function hasHalfOf(folder: string): boolean {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.some((path) => path.endsWith('.dpkg-new'));
}

async function keeperOf(counter: Counter) {
  return (await counter.processes(KIOSK)).find(({ command }) => command.includes('/keeper.mjs')) ?? null;
}
