import { describe, expect, it } from 'vitest';
import { KNOWN } from '../../contract/doctor/kiosk-knowledge.test-support.ts';
import { policyHash } from '../../contract/ids.ts';
import { missing, text } from '../readings.test-support.ts';
import { type AccountFacts, judgeAccount } from './account.ts';
import { judgeCrashHandler } from './crash-handler.ts';
import { type FuseState, judgeFuses } from './fuses.ts';
import { groupNames } from './group-names.ts';
import { differingFiles, judgePackageDatabase } from './package-database.ts';
import { judgePackageFiles, type PackageFilesState } from './package-files.ts';
import { makeManifest, packageManifest } from './package-manifest.ts';
import { judgePackageOwner, type PackageEntry, type PackageOwnerFacts } from './package-owner.ts';
import { judgePolicy, type PolicyFacts } from './policy.ts';
import { judgeSandbox, type SandboxFacts } from './sandbox.ts';
import { judgeVersions } from './versions.ts';

describe('the account', () => {
  it.each<readonly [AccountFacts, string]>([
    [{ id: 998, name: 'counterfoil', groups: ['counterfoil', 'audio'] }, 'pass'],
    [{ id: 0, name: 'root', groups: ['root'] }, 'fail'],
    [{ id: 998, name: null, groups: ['video'] }, 'fail'],
    [{ id: 1000, name: 'clerk', groups: ['clerk', 'lp'] }, 'warn'],
    [{ id: 1000, name: 'clerk', groups: ['clerk', 'sudo', 'lp'] }, 'fail'],
    [{ id: 998, name: 'counterfoil', groups: null }, 'not-run'],
  ])('%j', (facts, verdict) => expect(judgeAccount(facts).verdict).toBe(verdict));

  it.each([
    // By a command, by a container or a machine, by the disk, by memory, by root's password.
    ...['sudo', 'wheel', 'docker', 'lxd', 'libvirt', 'disk', 'kmem', 'shadow', 'root'].map(
      (group) => [group, 'fail'] as const,
    ),
    ...['adm', 'systemd-journal', 'input', 'tty', 'video', 'lp', 'lpadmin', 'kvm'].map(
      (group) => [group, 'warn'] as const,
    ),
    ...['audio', 'render', 'users', 'counterfoil'].map((group) => [group, 'pass'] as const),
  ])('in the group %s: %s', (group, verdict) => {
    expect(judgeAccount({ id: 998, name: 'counterfoil', groups: [group] }).verdict).toBe(verdict);
  });

  it('has a command for each group too many', () => {
    expect(judgeAccount({ id: 1000, name: 'clerk', groups: ['lp', 'sudo'] })).toEqual({
      verdict: 'fail',
      found: 'clerk is in sudo, and so may become root. clerk is in lp.',
      remedies: ['Run `gpasswd -d clerk sudo` as root.', 'Run `gpasswd -d clerk lp` as root.'],
    });
  });

  it.each([
    ['root:x:0:\nsudo:x:27:clerk\nclerk:x:1000:\n', [27, 1000], ['sudo', 'clerk']],
    ['root:x:0:\n', [7], []],
    ['\n:x:27:\nbad\nworse:x::\n', [27, 0], []],
    ['', [0], []],
  ])('finds the names of its groups in %j', (content, ids, names) => {
    expect(groupNames(content, ids)).toEqual(names);
  });
});

describe('the sandbox', () => {
  const debian: SandboxFacts = {
    isRoot: false,
    clone: text('1\n'),
    most: text('63239\n'),
    restricted: missing,
    attempt: 'made',
    ...{ isOutside: false, hasProfile: null },
  };

  it.each<readonly [string, Partial<SandboxFacts>, string]>([
    ['by user namespaces passes', {}, 'pass'],
    ['of root fails', { isRoot: true, attempt: 'not-tried' }, 'fail'],
    ['of a kernel that gives namespaces to root only fails', { clone: text('0\n') }, 'fail'],
    ['of a kernel without Debian’s setting passes', { clone: missing }, 'pass'],
    ['of a kernel that gives none fails', { most: text('0\n') }, 'fail'],
    [
      'of a kernel that hides its settings passes where it gives one',
      { clone: missing, most: missing },
      'pass',
    ],
    [
      'of a kernel without user namespaces fails',
      { clone: missing, most: missing, attempt: 'refused' },
      'fail',
    ],
    ['that was refused fails', { attempt: 'refused' }, 'fail'],
    ['that a shell was given says nothing of the unit', { isOutside: true }, 'not-run'],
    ['that a shell was refused fails in the unit too', { isOutside: true, attempt: 'refused' }, 'fail'],
    ['that was not tried was not checked', { attempt: 'not-tried' }, 'not-run'],
    [
      'restricted by AppArmor needs a profile',
      { restricted: text('1\n'), hasProfile: false, attempt: 'made' },
      'fail',
    ],
    [
      'with a profile passes, although a shell is refused',
      { restricted: text('1\n'), hasProfile: true, attempt: 'refused' },
      'pass',
    ],
    ['with profiles that only root sees was not checked', { restricted: text('1\n') }, 'not-run'],
    ['that AppArmor doesn’t restrict passes', { restricted: text('0\n') }, 'pass'],
  ])('%s', (_name, change, verdict) => {
    expect(judgeSandbox({ ...debian, ...change }).verdict).toBe(verdict);
  });
});

describe('the fuses', () => {
  it.each<readonly [FuseState, string, string]>([
    [{ kind: 'read', wrong: [] }, 'pass', 'pass'],
    [{ kind: 'read', wrong: ['RunAsNode'] }, 'fail', 'fail'],
    [{ kind: 'no-fuses' }, 'fail', 'fail'],
    [{ kind: 'unreadable', code: 'EIO' }, 'fail', 'fail'],
    [{ kind: 'unreadable-manifest' }, 'fail', 'fail'],
    // What a release always has somebody has deleted.
    [{ kind: 'no-manifest' }, 'fail', 'not-run'],
    [{ kind: 'no-package' }, 'fail', 'not-run'],
  ])('%j: %s in a release, else %s', (state, inRelease, otherwise) => {
    expect(judgeFuses(state, true).verdict).toBe(inRelease);
    expect(judgeFuses(state, false).verdict).toBe(otherwise);
  });
});

describe('the files of the package', () => {
  const same = { kind: 'compared', files: 240, changed: [], missing: [], added: [] } as const;

  it.each<readonly [PackageFilesState, string, string]>([
    [same, 'pass', 'pass'],
    [{ ...same, changed: ['resources/app.asar'] }, 'fail', 'fail'],
    [{ ...same, missing: ['resources/node'] }, 'fail', 'fail'],
    [{ ...same, added: ['resources/app/main.js'] }, 'fail', 'fail'],
    [{ kind: 'unreadable-manifest' }, 'fail', 'fail'],
    [{ kind: 'no-manifest' }, 'fail', 'not-run'],
    [{ kind: 'no-package' }, 'fail', 'not-run'],
  ])('%j: %s in a release, else %s', (state, inRelease, otherwise) => {
    expect(judgePackageFiles(state, true).verdict).toBe(inRelease);
    expect(judgePackageFiles(state, false).verdict).toBe(otherwise);
  });

  it('names the first of each kind', () => {
    const state = { ...same, changed: ['a', 'b', 'c'], added: ['d'] };
    expect(judgePackageFiles(state, true).found).toBe('a and 2 more are changed. d is not of the package.');
  });

  it('are told by a manifest of this shape alone', () => {
    const made = makeManifest({
      ...{ version: '0.1.0', kind: 'release', electron: '45.4.1', node: '24.21.0' },
      files: { counterfoil: 'a'.repeat(64) },
    });
    expect(packageManifest.safeParse(made).success).toBe(true);
    expect(packageManifest.safeParse({ ...made, schema: 2 }).success).toBe(false);
    expect(packageManifest.safeParse({ ...made, files: { counterfoil: 'short' } }).success).toBe(false);
  });
});

describe('dpkg’s answer', () => {
  const output = `??5??????   /opt/counterfoil/resources/app.asar
??5?????? c /etc/counterfoil/counterfoil.toml
missing     /opt/counterfoil/icudtl.dat
missing   c /etc/default/counterfoil
missing     /opt/counterfoil/a file (Permission denied)
`;

  it('names what differs, but for settings, which are meant to, and what this account may not see', () => {
    expect(differingFiles(output, [])).toEqual([
      '/opt/counterfoil/resources/app.asar',
      '/opt/counterfoil/icudtl.dat',
    ]);
  });

  it('names no page that dpkg was told to leave out, and what was changed of it all the same', () => {
    const settings = ['path-exclude=/usr/share/doc/*\npath-exclude=/usr/share/man/*\n'];
    const pages =
      'missing     /usr/share/doc/counterfoil/changelog.Debian.gz\n??5??????   /usr/share/man/man1/counterfoil.1.gz\n';
    expect(differingFiles(pages + output, settings)).toEqual([
      '/usr/share/man/man1/counterfoil.1.gz',
      '/opt/counterfoil/resources/app.asar',
      '/opt/counterfoil/icudtl.dat',
    ]);
    expect(differingFiles(pages, [])).toHaveLength(2);
  });

  it.each(['', '\n', 'dpkg: error: nonsense', '??5??????', '??5??????   relative'])(
    'names nothing in %j',
    (none) => {
      expect(differingFiles(none, [])).toEqual([]);
    },
  );

  it.each([
    [{ kind: 'verified', name: 'counterfoil', output: '', settings: [] }, 'pass'],
    [{ kind: 'verified', name: 'counterfoil', output, settings: [] }, 'fail'],
    [{ kind: 'not-installed' }, 'not-run'],
    [{ kind: 'not-run', why: 'ETIMEDOUT' }, 'not-run'],
  ] as const)('%j', (state, verdict) => expect(judgePackageDatabase(state).verdict).toBe(verdict));

  it('is put right with the package’s own file, which no archive has', () => {
    expect(
      judgePackageDatabase({ kind: 'verified', name: 'counterfoil', output, settings: [] }),
    ).toMatchObject({
      remedies: [expect.stringContaining('apt-get install --reinstall ./counterfoil_VERSION_ARCH.deb')],
    });
  });
});

describe('who may change the program', () => {
  const folder = '/opt/counterfoil';
  const roots: PackageEntry = { path: folder, owner: 0, mode: 0o755, isSticky: false };

  it.each<readonly [PackageOwnerFacts['entries'], string]>([
    [[roots], 'pass'],
    [[roots, { path: '/tmp', owner: 0, mode: 0o777, isSticky: true }], 'pass'],
    [[roots, { path: '/srv', owner: 0, mode: 0o777, isSticky: false }], 'fail'],
    [[{ ...roots, mode: 0o775 }], 'fail'],
    [[roots, { ...roots, owner: 998 }], 'fail'],
    ['no-package', 'not-run'],
    ['unreadable', 'not-run'],
  ])('%j', (entries, verdict) => {
    expect(judgePackageOwner({ folder, entries, isForResidents: true }).verdict).toBe(verdict);
  });

  it('is put right where it is wrong: in the package, or in the folder above it', () => {
    const todo = (path: string) =>
      judgePackageOwner({ folder, entries: [{ ...roots, path, mode: 0o777 }], isForResidents: true });
    expect(todo('/opt')).toMatchObject({ remedies: ['Run `chown root: /opt && chmod go-w /opt` as root.'] });
    expect(todo(`${folder}/resources`)).toMatchObject({
      remedies: [`Run \`chown -R root: ${folder} && chmod -R go-w ${folder}\` as root.`],
    });
  });

  it('is a warning where nobody’s data is at stake', () => {
    const entries = [{ ...roots, owner: 998 }];
    expect(judgePackageOwner({ folder, entries, isForResidents: false }).verdict).toBe('warn');
  });
});

describe('versions', () => {
  const manifest = makeManifest({
    version: '0.1.0',
    kind: 'release',
    electron: '45.4.1',
    node: '24.21.0',
    files: {},
  });

  it.each([
    [{ manifest, program: '0.1.0', node: '24.21.0', isForResidents: true }, 'pass'],
    [{ manifest, program: '0.2.0', node: '24.21.0', isForResidents: true }, 'fail'],
    [{ manifest, program: '0.1.0', node: '24.20.0', isForResidents: true }, 'fail'],
    [{ manifest: null, program: '0.1.0', node: '24.21.0', isForResidents: true }, 'fail'],
    [{ manifest: null, program: '0.1.0', node: '24.21.0', isForResidents: false }, 'not-run'],
  ])('%j', (facts, verdict) => expect(judgeVersions(facts).verdict).toBe(verdict));

  it('says of Electron what is only read, and not that it was looked at', () => {
    const { found } = judgeVersions({ manifest, program: '0.1.0', node: '24.21.0', isForResidents: true });
    expect(found).toContain('The manifest names Electron 45.4.1');
  });
});

describe('the crash handler', () => {
  const found = ['/opt/counterfoil/chrome_crashpad_handler'];
  it.each([
    [{ found: [], isForResidents: true }, 'pass'],
    [{ found, isForResidents: true }, 'fail'],
    [{ found, isForResidents: false }, 'warn'],
    [{ found: null, isForResidents: true }, 'not-run'],
  ])('%j', (facts, verdict) => expect(judgeCrashHandler(facts).verdict).toBe(verdict));
});

const OTHER = policyHash.parse('cd'.repeat(32));

describe('the policy', () => {
  const good: PolicyFacts = {
    path: '/etc/counterfoil/policy.json',
    keyPath: '/etc/counterfoil/program-key.pem',
    file: { kind: 'good', program: 'harbor-city', version: 3, hash: KNOWN.policy.hash },
    signature: 'good',
    unprotected: [],
    isForResidents: true,
    inForce: null,
  };
  const loose = { path: '/etc/counterfoil/program-key.pem', reason: 'mode 666', isLink: false };

  it.each<readonly [string, Partial<PolicyFacts>, string]>([
    ['that is signed passes', {}, 'pass'],
    ['that is missing fails', { file: { kind: 'missing' } }, 'fail'],
    ['that is a folder fails', { file: { kind: 'no-file' } }, 'fail'],
    ['that is a film fails', { file: { kind: 'too-large' } }, 'fail'],
    ['that may not be read fails', { file: { kind: 'unreadable', code: 'EACCES' } }, 'fail'],
    ['with a mistake fails', { file: { kind: 'mistake', line: 12, mistakes: 3 } }, 'fail'],
    ['with undecided values fails', { file: { kind: 'undecided', line: 9, values: 2 } }, 'fail'],
    ['without a signature fails', { signature: 'missing' }, 'fail'],
    ['with the signature of another fails', { signature: 'wrong' }, 'fail'],
    ['with a key that is none fails', { signature: 'unusable-key' }, 'fail'],
    ['without a key fails', { signature: 'no-key' }, 'fail'],
    ['beside a key that others may change fails', { unprotected: [loose] }, 'fail'],
    [
      'that others may change is warned about in a demonstration',
      { unprotected: [loose], isForResidents: false },
      'warn',
    ],
    [
      'without a key is warned about in a demonstration',
      { signature: 'no-key', isForResidents: false },
      'warn',
    ],
  ])('%s', (_name, change, verdict) => {
    expect(judgePolicy({ ...good, ...change }).verdict).toBe(verdict);
  });

  it('of a demonstration asks nobody to put a key into the package', () => {
    const path = '/opt/counterfoil-evaluation/resources/policy.json';
    const keyPath = '/opt/counterfoil-evaluation/resources/program-key.pem';
    const judged = judgePolicy({ ...good, path, keyPath, signature: 'no-key', isForResidents: false });
    expect(judged).toMatchObject({ remedies: [expect.stringContaining('nothing has to be done')] });
    expect(JSON.stringify(judged)).not.toContain(keyPath);
  });

  it('that others may change has a command for each of its files', () => {
    const link = { path: '/etc/counterfoil/policy.json', reason: 'symbolic link', isLink: true };
    expect(judgePolicy({ ...good, unprotected: [loose, link] })).toMatchObject({
      found: `${loose.path} can be changed by others than root (mode 666), and so can 1 more beside it.`,
      remedies: [
        expect.stringContaining(`chown root: ${loose.path} && chmod go-w ${loose.path}`),
        expect.stringContaining(`Put the file itself in the place of the link ${link.path}`),
      ],
    });
  });

  it('says where the first mistake is, and how many values nobody has decided', () => {
    expect(judgePolicy({ ...good, file: { kind: 'mistake', line: 12, mistakes: 3 } }).found).toBe(
      '/etc/counterfoil/policy.json has a mistake in line 12, and 2 more.',
    );
    expect(judgePolicy({ ...good, file: { kind: 'undecided', line: 9, values: 2 } })).toMatchObject({
      found:
        '/etc/counterfoil/policy.json leaves 2 values undecided, the first in line 9: no kiosk starts with it.',
      remedies: [expect.stringContaining('program office decide')],
    });
  });

  const inForce = KNOWN.policy;
  const installed = { ...inForce, version: 7, isInstalled: true };

  it.each<readonly [string, Partial<PolicyFacts>, string]>([
    ['that is the file’s passes', { inForce }, 'pass'],
    ['that the file has changed since is warned about', { inForce: { ...inForce, hash: OTHER } }, 'warn'],
    [
      'whose file is not signed any more fails',
      { inForce: { ...inForce, hash: OTHER }, signature: 'wrong' },
      'fail',
    ],
    ['that a supervisor installed passes', { inForce: installed }, 'pass'],
    [
      'that a supervisor installed passes, whatever the file is',
      { inForce: installed, file: { kind: 'mistake', line: 1, mistakes: 1 }, signature: 'missing' },
      'pass',
    ],
    [
      'beside a key with which no kiosk starts fails',
      { inForce: installed, signature: 'unusable-key' },
      'fail',
    ],
    ['beside a key that others may change fails', { inForce: installed, unprotected: [loose] }, 'fail'],
  ])('in force: one %s', (_name, change, verdict) => {
    expect(judgePolicy({ ...good, ...change }).verdict).toBe(verdict);
  });

  it('in force is told by the kiosk: a command does not know what a supervisor installed', () => {
    const foundWith = (known: PolicyFacts['inForce']) => judgePolicy({ ...good, inForce: known }).found;
    expect(foundWith(installed)).toContain('Version 7 of harbor-city is in force');
    expect(foundWith(inForce)).toContain('Version 3 of harbor-city is in force');
    expect(foundWith(null)).toContain('only the kiosk sees that');
  });
});
