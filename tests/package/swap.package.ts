import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from '../../build/machine/command.ts';
import { keyOfPem } from '../../electron/lib/policy-file/programme-key.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { diagnosisOf } from './container.ts';
import { KIOSK, SLUG, until } from './counter.ts';
import { putIn } from './installed-system.ts';
import { HOST, SHARED_SETTINGS } from './office.ts';
import { type SwapStage, swapStage } from './swap/swap-stage.ts';

// The steps of docs/it/swap.md, typed as they stand there. Not real are the drive and what udev does: mkfs.exfat formats a file, a folder
// is shown in the place of the mounted drive, and the unit that udev would start is started by hand.

/** What the screen says that waits for its folder. */
const WAITS = 'This kiosk is not set up yet (CF-70)';
/** An Enter that came to no page is pressed once more, and not sooner. */
const AGAIN_MILLISECONDS = 15_000;

describe.runIf(process.getuid?.() === 0)('a broken counter is swapped by the page for IT', () => {
  let stage: SwapStage;
  const taken: number[] = [];

  beforeAll(async () => {
    stage = await swapStage();
  });
  beforeEach(({ onTestFailed }) => {
    onTestFailed(async () => void process.stderr.write(await diagnosisOf(stage.machine.run)));
  });
  afterAll(() => stage?.remove());

  const take = (number: number, more = ''): Promise<string> => {
    taken.push(number);
    return stage.type(number, more);
  };

  const waits = async (): Promise<void> => {
    await stage.counter.tells({ state: 'problem', problem: '70' });
    await stage.counter.arriveAt(WAITS);
  };

  it('1: its folder is made, and no other counter’s', async () => {
    expect(await take(1)).toContain('1 folder, number ');
    const made = join(stage.officeComputer.folder, 'swap');
    expect(readdirSync(join(made, 'counterfoil-provisioning'))).toEqual([HOST]);
    expect(readdirSync(join(made, 'envelopes'))).toEqual([`${HOST}.txt`]);
  });

  it('2: whom it is for is told, with the fingerprint of the program’s key', async () => {
    const key = keyOfPem(readFileSync(stage.office.key));
    if (!key.ok) throw new Error('the program’s key is none');
    const said = await take(2);
    expect(said).toContain(`on the computer ${HOST}.`);
    expect(said).toContain(`Signed with the key ${fingerprint(key.value.hash)}.`);
  });

  it('3: the drive has the file system and the label by which the package’s rule knows it', async () => {
    const { drive, officeComputer } = stage;
    const looks = () => runCommand('blkid', ['--probe', '--output', 'udev', officeComputer.device]);
    // Would be found out: nothing is on it before.
    expect(await looks()).toMatchObject({ ok: false });
    await take(3);
    drive.format();
    const found = await looks();
    expect(found.ok ? found.value.split('\n') : found.error.output).toEqual(
      expect.arrayContaining(['ID_FS_TYPE=exfat', 'ID_FS_LABEL=COUNTERFOIL']),
    );
  });

  it('4: folder, package and key are copied to it, and nothing else', async () => {
    const { deb, drive } = stage;
    await take(4);
    expect(readdirSync(drive.folder).sort()).toEqual([deb, 'counterfoil-provisioning', 'program-key.pem']);
    expect(readdirSync(join(drive.folder, 'counterfoil-provisioning'))).toEqual([HOST]);
  });

  it('5: the new computer is called as the old one was', async () => {
    const { counter } = stage;
    expect(await counter.says('hostname')).not.toBe(HOST);
    await take(5);
    expect(await counter.says('hostname')).toBe(HOST);
    expect(await counter.says('cat', '/etc/hostname')).toBe(HOST);
  });

  it('6: package and key come from the drive, and the key is root’s', async () => {
    const { counter, deb, drive } = stage;
    await drive.plugIn(counter);
    await take(6);
    await drive.pullOut(counter);
    expect(await counter.says('ls', '/root')).toBe(deb);
    const places = ['/etc/counterfoil', '/etc/counterfoil/program-key.pem'];
    expect(await counter.says('stat', '--format=%U %a', ...places)).toBe('root 755\nroot 644');
    expect(await counter.says('ls', '/mnt')).toBe('');
  });

  it('7: the package is installed with all it needs, CUPS keeps nothing, and the kiosk waits', async () => {
    const { counter, machine } = stage;
    // A release waits without being told so; an evaluation package, if its settings say it.
    putIn(machine, 'etc/counterfoil/settings.toml', SHARED_SETTINGS);
    const said = await take(7);
    expect(said).toContain(`Setting up ${SLUG} (`);
    expect(said).toContain('CUPS keeps its jobs in memory.');
    expect(await counter.says('dpkg', '--audit')).toBe('');
    for (const folder of ['/var/spool/cups', '/var/cache/cups'])
      expect(await counter.says('findmnt', '--noheadings', '--output=FSTYPE', folder)).toBe('tmpfs');
    expect(await counter.property('cups.service', 'ActiveState')).toBe('active');
    await waits();
  });

  describe('and if a step is refused', () => {
    /** Attaches the drive and takes it out again. The log has the number, and so has the page after Enter. */
    const isRefused = async (code: number): Promise<void> => {
      const { counter, drive } = stage;
      expect(await stage.attach()).toBe(false);
      expect(await stage.type(8)).toContain(`refused (${code}): `);
      await drive.pullOut(counter);
      let pressed = Number.NEGATIVE_INFINITY;
      await until(async () => {
        // The kiosk writes into its log what its page says, with the small print.
        const log = await counter.says('journalctl', '--unit', KIOSK, '--output=cat', '--lines=100');
        if (log.includes(`Reason: refused (${code}).`)) return null;
        if (performance.now() - pressed > AGAIN_MILLISECONDS) {
          await counter.press('Return');
          pressed = performance.now();
        }
        return `the page does not say ${code}`;
      });
      await waits();
    };

    it('85: the key of step 6 is missing', async () => {
      const { counter } = stage;
      const key = '/etc/counterfoil/program-key.pem';
      await counter.says('mv', key, '/root/');
      await isRefused(85);
      await counter.says('mv', `/root/${basename(key)}`, key);
    });

    it('unchanged: the computer has another name than that of step 5', async () => {
      const { counter, drive } = stage;
      await counter.says('hostnamectl', 'set-hostname', 'counter-071');
      expect(await stage.attach()).toBe(true);
      expect(await stage.type(8)).toMatch(
        /^unchanged: there is no .*\/counterfoil-provisioning\/counter-071\.$/m,
      );
      await drive.pullOut(counter);
      await waits();
      await stage.type(5);
    });

    // No container has a clock of its own: the folders are of other days.
    it.each([
      [98, 'behind', { madeOn: 3, validUntil: 6 }],
      [99, 'ahead', { madeOn: -10, validUntil: -5 }],
    ])('%i: the clock is %s', async (code, which, making) => {
      const { drive, office } = stage;
      const aside = `${drive.folder}.aside`;
      renameSync(drive.folder, aside);
      drive.carries(await office.makeAnother(which, making));
      await isRefused(code);
      rmSync(drive.folder, { recursive: true });
      renameSync(aside, drive.folder);
    });
  });

  it('8: the drive is attached, and its folder is applied', async () => {
    expect(await stage.attach()).toBe(true);
    expect(await take(8)).toMatch(/^applied: number \d+, for the kiosk “Harbor Library 1” on counter-017\./m);
  });

  it('9: the kiosk is on its start screen by itself, and by the command', async () => {
    const { counter, drive } = stage;
    await drive.pullOut(counter);
    const isThere = async (): Promise<void> => {
      await counter.arriveAt('Sign in');
      await counter.tells({ state: 'start-screen', open: '0' });
    };
    await isThere();
    await take(9);
    await isThere();
  });

  it('10: the doctor looks, and finds in order what the steps have done', async () => {
    // It ends with what it found.
    const table = await take(10, ' || true');
    const rows = [...table.matchAll(/^(pass|not run|WARN|FAIL) +([a-z-]+) {2}/gm)];
    const verdicts = new Map(rows.map(([, verdict, id]) => [id, verdict]));
    const program = ['account', 'sandbox', 'unit-sandbox', 'package-files', 'package-database'];
    for (const id of ['data-folder', 'cups', ...program, 'policy'])
      expect([id, verdicts.get(id)]).toEqual([id, 'pass']);
    // What can't be known in a container is not passed.
    for (const id of ['apparmor', 'init-on-free', 'tpm']) expect(verdicts.get(id)).not.toBe('pass');
  });

  it('then the strip of the sheet lets a supervisor in, who has to choose another passphrase', async () => {
    const { counter, officeComputer } = stage;
    const sheet = readFileSync(join(officeComputer.folder, 'swap/envelopes', `${HOST}.txt`), 'utf8');
    const first = /^Marisol Tidewater, supervisor\nKiosk: .*\n\n {4}(.*)$/m.exec(sheet)?.[1];
    if (first === undefined) throw new Error('she is not on the sheet');
    await counter.arriveAt('Sign in');
    // The second of the list.
    await counter.press('Down', 'Tab');
    await counter.enterUntil(first, 'Choose a new passphrase');
  });

  it('and no step of the page was left out', () => {
    expect(taken).toEqual(stage.steps.map(({ number }) => number));
  });
});
