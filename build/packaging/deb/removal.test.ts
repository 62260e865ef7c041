import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECK_GROUPS } from '../../../shared/doctor/catalogue.ts';
import { firstOf } from '../../../tests/support/sample.ts';
import { repository } from '../../vite/repository.ts';
import { createMachine, IDLE, type TestMachine } from './machine.test-support.ts';

const DATA = 'var/lib/counterfoil';
/** What has to be overwritten before it is removed. First passphrases of staff are keys too. */
const KEPT = [
  ...['vault.db', 'ledger.db', 'former-ledger.db', 'keys.slots', 'signing.slots'],
  'first-staff.json.next',
];
/** What a removal of the package leaves of itself in root's folder. */
const MARK = 'var/lib/counterfoil.removed-in-order';

async function running(told = IDLE): Promise<TestMachine> {
  const machine = await createMachine();
  for (const file of [...KEPT, 'vault.db-journal']) machine.put(`${DATA}/${file}`, 'of a kiosk');
  machine.tells('old', told);
  machine.start();
  return machine;
}

describe('a removal', () => {
  it.each([
    ['a legal hold stands', { ...IDLE, hold: 'yes' }, 'a legal hold stands'],
    ['somebody is served', { ...IDLE, state: 'serving', open: 1 }, 'somebody is being served'],
    ['a stop would forget', { ...IDLE, open: 3, forgets: 2 }, 'keys of 2 are in memory only: a stop forgets'],
    ['applications are open', { ...IDLE, open: 3 }, '3 applications are open'],
    ['erasures are open', { ...IDLE, endings: 1 }, '1 erasures are not proven'],
    ['there is a page of failure', { state: 'problem', problem: 42 }, 'systemctl stop counterfoil'],
    ['it says nothing', {}, 'systemctl stop counterfoil'],
  ])('is refused while %s', async (_when, told, why) => {
    const machine = await running(told);
    const { status, said } = machine.run('prerm', 'remove');
    expect([status, machine.isRunning()]).toEqual([1, true]);
    expect(said).toContain(why);
    expect(machine.run('postinst', 'abort-remove').status).toBe(0);
    expect(machine.isRunning()).toBe(true);
  });

  const MEANWHILE = [
    ['is served', { ...IDLE, state: 'ended', open: 1, forgets: 1 }, '1 applications were open, and 1'],
    ['set a legal hold', { ...IDLE, state: 'ended', hold: 'yes' }, 'not removed'],
    ['ended an application', { ...IDLE, state: 'ended', endings: 1 }, 'not removed'],
  ] as const;
  it.each(firstOf(MEANWHILE, 1))(
    'is refused where somebody %s between the answer and the end',
    async (_what, last, why) => {
      const machine = await running();
      machine.saysAtEnd(last);
      machine.is('policy-says-no');
      const { status, said } = machine.run('prerm', 'remove');
      expect([status, said]).toEqual([1, expect.stringContaining(why)]);
      expect(machine.has(MARK)).toBe(false);
      // As dpkg goes on then: it was ended, and is there again.
      expect(machine.run('postinst', 'abort-remove').status).toBe(0);
      expect(machine.isRunning()).toBe(true);
    },
  );

  it('of a kiosk that did not end in order leaves its data, and says so', async () => {
    const machine = await running();
    machine.saysAtEnd({ state: 'start-screen', open: 0 });
    const { status, said } = machine.run('prerm', 'remove');
    expect([status, said]).toEqual([0, expect.stringContaining('did not end in order')]);
    machine.run('postrm', 'remove');
    expect(machine.run('postrm', 'purge').said).toContain('kept');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  it('ends a kiosk that holds nothing, and purging removes all that it kept', async () => {
    const machine = await running();
    expect(machine.run('prerm', 'remove')).toEqual({ status: 0, said: '' });
    expect(machine.isRunning()).toBe(false);
    expect(machine.run('postrm', 'remove').status).toBe(0);
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
    expect(machine.run('postrm', 'purge')).toEqual({ status: 0, said: '' });
    expect([machine.has(DATA), machine.has(MARK)]).toEqual([false, false]);
    const [shredded = ''] = machine.asked().filter((line) => line.startsWith('shred '));
    for (const file of KEPT) expect(shredded).toContain(`${DATA}/${file}`);
    expect(machine.asked().at(-1)).toMatch(/^userdel .*counterfoil$/);
  });

  it.each([
    ['remove', '/opt/counterfoil/resources/node'],
    ['deconfigure', '/opt/counterfoil/counterfoil-session (deleted)'],
  ])('by %s is refused while somebody has started %s by hand', async (word, program) => {
    const machine = await createMachine();
    machine.runsInGroup(program, '/user.slice/user-1000.slice/session-3.scope');
    expect(machine.run('prerm', word)).toEqual({
      status: 1,
      said: expect.stringContaining(`by hand, as process 4712 (${program})`),
    });
  });

  const OTHERS = [
    ['/opt/counterfoil/resources/node', '/system.slice/counterfoil-provision.service/inner'],
    ['/opt/counterfoil-else/node', '/user.slice'],
    ['/opt/counterfoil/resources/node', '/system.slice/counterfoil.service'],
    ['/usr/bin/sleep', '/user.slice'],
  ] as const;
  it.each(firstOf(OTHERS, 2))('is not kept by %s in %s', async (program, group) => {
    const machine = await createMachine();
    machine.runsInGroup(program, group);
    expect(machine.run('prerm', 'remove')).toEqual({ status: 0, said: '' });
  });

  it('is refused while the kiosk is between two starts, and would be started again while its files go', async () => {
    const machine = await running();
    machine.keepsEnding();
    const { status, said } = machine.run('prerm', 'remove');
    expect([status, said]).toEqual([1, expect.stringContaining('systemctl stop counterfoil')]);
  });

  it('that dpkg takes back knows nothing of the kiosk any more, and starts again what it had ended', async () => {
    const machine = await running();
    machine.is('policy-says-no');
    expect(machine.run('prerm', 'deconfigure').status).toBe(0);
    expect([machine.isRunning(), machine.has(MARK)]).toEqual([false, true]);
    expect(machine.run('postinst', 'abort-deconfigure').status).toBe(0);
    expect([machine.isRunning(), machine.has(MARK)]).toEqual([true, false]);
    machine.powerCut();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    expect(machine.run('postrm', 'purge').said).toContain('kept');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  it('believes no mark of an earlier removal, and none that the kiosk’s own account could make', async () => {
    const machine = await running();
    machine.put(MARK, '');
    machine.put(`${DATA}/removed-in-order`, '');
    machine.powerCut();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    expect(machine.run('postrm', 'purge').said).toContain('kept');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  it('lets the login prompt come back, and leaves nothing of its own in memory', async () => {
    const machine = await running();
    const drop = 'run/systemd/system/counterfoil.service.d/50-printers.conf';
    machine.put('run/counterfoil-x11/socket/X0', '');
    machine.put(drop, '');
    machine.put('run/systemd/system/media-counterfoil.mount.d/50-drive.conf', '');
    machine.put('run/counterfoil-provision-state/lock', '');
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    const left = [
      'counterfoil-x11',
      'counterfoil-provision-state',
      'systemd/system/media-counterfoil.mount.d',
    ];
    expect([...left.map((folder) => `run/${folder}`), drop].filter((path) => machine.has(path))).toEqual([]);
    expect(machine.asked()).toContain('systemctl --no-block start getty.target');
  });

  it('takes the account along where its folder has gone already', async () => {
    const machine = await running();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    rmSync(machine.path(DATA), { recursive: true });
    expect(machine.run('postrm', 'purge')).toEqual({ status: 0, said: '' });
    expect(machine.asked().at(-1)).toMatch(/^userdel .*counterfoil$/);
  });

  it('says of an account that does not go that it is there', async () => {
    const machine = await running();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    machine.put('etc/passwd', 'counterfoil:x:997:997::/var/lib/counterfoil:/usr/sbin/nologin\n');
    const { status, said } = machine.run('postrm', 'purge');
    expect([status, said]).toEqual([0, expect.stringContaining('kept: the account counterfoil')]);
  });

  it('says of a data folder that is a disk of its own that it is there, and goes on', async () => {
    const machine = await running();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    machine.is('data-is-mounted');
    const { status, said } = machine.run('postrm', 'purge');
    expect([status, said]).toEqual([0, expect.stringMatching(/not removed: .*var\/lib\/counterfoil$/m)]);
    expect(machine.asked().at(-1)).toMatch(/^userdel /);
  });

  it('of a kiosk that did not run leaves its data, since nobody could ask it about a legal hold, and says where', async () => {
    const machine = await running();
    machine.powerCut();
    expect(machine.run('prerm', 'remove').status).toBe(0);
    machine.run('postrm', 'remove');
    const { status, said } = machine.run('postrm', 'purge');
    expect(status).toBe(0);
    expect(said).toContain('var/lib/counterfoil');
    expect(said).toContain('legal hold');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  it('names the commands that the page for IT has: whoever pastes either overwrites every file', async () => {
    const machine = await running();
    machine.powerCut();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    const { said } = machine.run('postrm', 'purge');
    const data = machine.path(DATA);
    const commands = [...said.matchAll(/^\S+ {3}(.*)$/gm)].map(([, line = '']) =>
      line.replaceAll(data, `/${DATA}`),
    );
    expect(commands[0]).toMatch(/^find \S+ -type f -exec shred .*--remove/);
    const page = readFileSync(new URL('docs/it/decommission.md', repository), 'utf8');
    expect(page).toContain(`\`\`\`\n${commands.join('\n')}\n\`\`\``);
  });

  it('in order counts no longer once the kiosk was installed and used again', async () => {
    const machine = await running();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    machine.run('postinst', 'configure', '0.0.9-1');
    machine.powerCut();
    machine.run('prerm', 'remove');
    expect(machine.run('postrm', 'purge').said).toContain('kept');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  describe('where data lies elsewhere', () => {
    /** Nothing lies in the account’s own folder. `before`: what root has put there. */
    const purged = async (before: (machine: TestMachine) => void) => {
      const machine = await createMachine();
      before(machine);
      machine.tells('old', { ...IDLE, data: '/srv/kiosk' });
      machine.start();
      const asked = machine.run('prerm', 'remove');
      machine.run('postrm', 'remove');
      const { status, said } = machine.run('postrm', 'purge');
      const keepsAccount = !machine.asked().some((line) => line.startsWith('userdel '));
      return { machine, status, said, asked, keepsAccount };
    };
    const SETTINGS = 'etc/counterfoil/settings.toml';
    const ELSEWHERE = 'data-folder = "/srv/kiosk"\nprovisioned = true\n';

    it('says so while the kiosk runs, and names it in the end', async () => {
      const { machine, status, said, asked, keepsAccount } = await purged(({ put }) => {
        put(SETTINGS, ELSEWHERE);
        put('srv/kiosk/vault.db', 'of a kiosk');
      });
      expect(asked.said).toContain('/srv/kiosk');
      expect([status, said]).toEqual([0, expect.stringMatching(/^\S+ kept: \/srv\/kiosk\. /m)]);
      expect(said).toContain('kept: the account counterfoil.');
      // Whoever gets its number next would own vault and keys.
      expect([keepsAccount, machine.has('srv/kiosk/vault.db')]).toEqual([true, true]);
    });

    it.each([
      ["  'data-folder'='/srv/kiosk' # on its own disk\n"],
      ['policy-file = "/etc/counterfoil/policy.json"\n"data-folder" = "/srv/kiosk"\n[display]\n'],
    ])('reads settings in any of their spellings: %j', async (settings) => {
      const { said, keepsAccount } = await purged(({ put }) => {
        put(SETTINGS, settings);
        put('srv/kiosk/vault.db', '');
      });
      expect([keepsAccount, said]).toEqual([true, expect.stringContaining('kept: /srv/kiosk. ')]);
    });

    it('knows it by the record of a provisioning where the settings were lost', async () => {
      const record = { format: 1, kiosk: 'Harbor Library 1', dataFolder: '/srv/kiosk' };
      const { said, keepsAccount } = await purged(({ put }) => {
        put('etc/counterfoil/provisioned.json', `${JSON.stringify(record, null, 2)}\n`);
        put('srv/kiosk/vault.db', '');
      });
      expect([keepsAccount, said]).toEqual([true, expect.stringContaining('kept: /srv/kiosk. ')]);
    });

    it('keeps its account also where its disk isn’t mounted', async () => {
      const { said, keepsAccount } = await purged(({ put }) => put(SETTINGS, ELSEWHERE));
      expect([keepsAccount, said]).toEqual([
        true,
        expect.stringContaining('kept, if it is there: /srv/kiosk, '),
      ]);
    });

    it('names what somebody has moved away, and not what the package has beside it', async () => {
      const { said, keepsAccount } = await purged(({ put }) => {
        put(`${DATA}.before/vault.db`, '');
        put(`${DATA}.settings-as-installed`, '');
      });
      expect([keepsAccount, said]).toEqual([
        true,
        expect.stringContaining('kept: /var/lib/counterfoil.before. '),
      ]);
      expect(said).not.toContain('settings-as-installed');
    });

    it.each([
      ['# data-folder = "/srv/kiosk"\ndata-folder = "/var/lib/counterfoil"\n'],
      ['data-folder = "/var/lib/counterfoil/data"\n[display]\ndata-folder = "/srv/kiosk"\n'],
    ])('says nothing of folders that no settings have: %j', async (settings) => {
      const { said, keepsAccount } = await purged(({ put }) => put(SETTINGS, settings));
      expect(keepsAccount).toBe(false);
      expect(said).not.toContain('/srv/kiosk');
      // The account’s going is what an ordinary purge ends with.
      expect(said).not.toContain('the account');
    });
  });

  it('whose place another of the three packages has taken leaves the data to that one', async () => {
    const machine = await running();
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    machine.put('opt/counterfoil-rehearsal/counterfoil', '');
    expect(machine.run('postrm', 'purge').said).toBe('');
    expect(machine.has(`${DATA}/vault.db`)).toBe(true);
  });

  it('takes the account’s folder where no kiosk was ever set up in it', async () => {
    const machine = await createMachine();
    machine.put(`${DATA}/.bash_history`, '');
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    machine.run('postrm', 'purge');
    expect(machine.has(DATA)).toBe(false);
  });

  it('names what it must leave: in homes, what IT has put there, and what CUPS uses', async () => {
    const machine = await running();
    machine.put('root/.local/state/counterfoil/vault.db', 'by hand');
    machine.put('etc/counterfoil/policy.json', '{}');
    machine.put('etc/systemd/system/var-spool-cups.mount', '');
    machine.put('etc/systemd/system/counterfoil-display.service.d/touch.conf', '');
    machine.put('etc/cups/cupsd.conf.before-counterfoil', '');
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    const { said } = machine.run('postrm', 'purge');
    for (const kept of [
      '/root/.local/state/counterfoil',
      '/etc/counterfoil/policy.json',
      'var-spool-cups.mount',
      '/etc/systemd/system/counterfoil-display.service.d/touch.conf',
      '/etc/cups/cupsd.conf.before-counterfoil',
    ])
      expect(said).toContain(kept);
    expect(machine.has('root/.local/state/counterfoil/vault.db')).toBe(true);
  });

  it('names links and empty folders as well, which keep the folder of the settings there', async () => {
    const machine = await running();
    mkdirSync(machine.path('etc/counterfoil/local'), { recursive: true });
    symlinkSync('/srv/policy.json', machine.path('etc/counterfoil/policy.json'));
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    const { said } = machine.run('postrm', 'purge');
    for (const kept of ['local', 'policy.json']) expect(said).toContain(`/etc/counterfoil/${kept}\n`);
    expect(machine.has('etc/counterfoil')).toBe(true);
  });

  it('names every file that a remedy of the doctor’s has IT write', async () => {
    const machine = await running();
    const remedies = CHECK_GROUPS.flatMap(({ checks }) => checks).flatMap((check) =>
      Object.values(check.remedies),
    );
    const named = remedies.flatMap((remedy) =>
      [...remedy.matchAll(/\/etc\/[^\s`'"]+\/90-counterfoil-local\.\w+/g)].map(([path]) => path),
    );
    const files = [...new Set(named)].map((path) => path.replace('{unit}', 'counterfoil.service'));
    expect(files).toContain('/etc/systemd/journald.conf.d/90-counterfoil-local.conf');
    expect(files.length).toBeGreaterThan(4);
    for (const file of files) machine.put(file.slice(1), '');
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    const { said } = machine.run('postrm', 'purge');
    for (const file of files) {
      expect(said).toContain(`kept: ${file}.`);
      expect(machine.has(file.slice(1))).toBe(true);
    }
  });

  it('takes the version before along, should an upgrade have failed', async () => {
    const machine = await running();
    machine.tells('new', { state: 'problem', problem: 62 });
    machine.run('preinst', 'upgrade', '0.0.9-1');
    machine.unpack('new');
    expect(machine.run('postinst', 'configure', '0.0.9-1').status).toBe(1);
    expect(machine.has('opt/counterfoil.previous')).toBe(true);
    machine.put('etc/systemd/system/counterfoil.service.d/zz-previous-version.conf.new', 'half of one');
    machine.run('prerm', 'remove');
    machine.run('postrm', 'remove');
    expect([
      machine.has('opt/counterfoil.previous'),
      machine.has('etc/systemd/system/counterfoil.service.d'),
      machine.has('etc/systemd/system/counterfoil.service'),
    ]).toEqual([false, false, false]);
  });
});

describe('an installation', () => {
  it('starts the kiosk at once', async () => {
    const machine = await createMachine();
    machine.tells('old', IDLE);
    expect(machine.run('postinst', 'configure')).toEqual({ status: 0, said: '' });
    expect(machine.isRunning()).toBe(true);
    // A USB drive that waits in the machine is read before the kiosk starts.
    const started = machine.asked().filter((line) => line.startsWith('deb-systemd-invoke start '));
    expect(started.map((line) => line.replace('deb-systemd-invoke start ', ''))).toEqual([
      'counterfoil-provision.service',
      'counterfoil-display.service',
      'counterfoil.service',
    ]);
  });

  it('from the machine’s own console waits for the next start: the display would end it', async () => {
    const machine = await createMachine();
    machine.tells('old', IDLE);
    machine.isAtConsole('login');
    expect(machine.run('postinst', 'configure')).toEqual({
      status: 0,
      said: expect.stringContaining('systemctl reboot'),
    });
    expect(machine.isRunning()).toBe(false);
    // A prompt that nobody has used is nobody.
    machine.isAtConsole('agetty');
    machine.run('postinst', 'configure');
    expect(machine.isRunning()).toBe(true);
  });

  it('starts none where a desktop has a display manager, and says how', async () => {
    const machine = await createMachine();
    machine.put('etc/systemd/system/display-manager.service', '');
    const { status, said } = machine.run('postinst', 'configure');
    expect([status, machine.isRunning()]).toEqual([0, false]);
    expect(said).toContain('systemctl disable display-manager');
  });
});

it('a word that no version of dpkg says is refused by every script', async () => {
  const machine = await createMachine();
  for (const script of ['preinst', 'postinst', 'prerm', 'postrm'] as const)
    expect(machine.run(script, 'frobnicate')).toEqual({
      status: 1,
      said: expect.stringContaining('unknown argument'),
    });
});
