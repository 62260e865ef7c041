import { describe, expect, it } from 'vitest';
import type { SettingsFile } from '../parse/systemd-settings.ts';
import { judgeUnitSandbox, type UnitFacts } from './unit-sandbox.ts';

const unit = 'counterfoil.service';
const writable = ['/srv/kiosk', '/media/counterfoil'];
const file = (path: string, text: string): SettingsFile => ({
  name: path.split('/').at(-1) ?? '',
  path,
  text,
});

const TEXT = `[Unit]
Description=A kiosk

[Service]
ExecStart=/opt/counterfoil/counterfoil
User=counterfoil
PrivateNetwork=yes
IPAddressDeny=any
ReadWritePaths=-/media -/mnt
DeviceAllow=char-video4linux rw
DeviceAllow=char-alsa rw
CapabilityBoundingSet=
`;
const shipped = file(`/usr/lib/systemd/system/${unit}`, TEXT);
const asPackaged: UnitFacts = { unit, shipped, main: shipped, dropIns: [] };
const LOCAL = `/etc/systemd/system/${unit}.d/local.conf`;
const PRINTERS = `/run/systemd/system/${unit}.d/50-printers.conf`;

const judge = (change: Partial<UnitFacts> = {}) =>
  judgeUnitSandbox({ units: [{ ...asPackaged, ...change }], writable });
const withDropIn = (text: string, path = LOCAL) => judge({ dropIns: [file(path, text)] });

describe('what a drop-in says', () => {
  it.each([
    ['nothing', '', 'pass'],
    ['a word for the display', '[Service]\nEnvironment=XORG_OPTIONS=-nocursor\n', 'pass'],
    ['a network', '[Service]\nPrivateNetwork=no\n', 'fail'],
    ['a network in another word', '[Service]\nPrivateNetwork = false\n', 'fail'],
    ['the same once more', '[Service]\nPrivateNetwork=true\nUser=counterfoil\n', 'pass'],
    ['another account', '[Service]\nUser=root\n', 'fail'],
    ['a line taken back', '[Service]\nIPAddressDeny=\n', 'fail'],
    ['a list taken back', '[Service]\nReadWritePaths=\n', 'fail'],
    ['an empty list once more', '[Service]\nCapabilityBoundingSet=\n', 'pass'],
    ['something in a list that is empty', '[Service]\nCapabilityBoundingSet=CAP_SYS_ADMIN\n', 'fail'],
    ['an address', '[Service]\nIPAddressAllow=192.0.2.17\n', 'fail'],
    ['more addresses shut', '[Service]\nIPAddressDeny=192.0.2.0/24\n', 'pass'],
    ['a folder shut', '[Service]\nInaccessiblePaths=/srv/other\n', 'pass'],
    ['data elsewhere, as the doctor says', '[Service]\nReadWritePaths=/srv/kiosk\n', 'pass'],
    ['the same where it may be missing', '[Service]\nReadWritePaths=-/srv/kiosk\n', 'pass'],
    ['another folder to write to', '[Service]\nReadWritePaths=/srv/kiosk /etc\n', 'fail'],
    ['a folder that begins like the data’s', '[Service]\nReadWritePaths=/srv/kiosks\n', 'fail'],
    ['a device', '[Service]\nDeviceAllow=/dev/sda rw\n', 'fail'],
    ['a device that the unit has', '[Service]\nDeviceAllow=char-alsa rw\n', 'pass'],
    ['another unit’s namespaces', '[Unit]\nJoinsNamespaceOf=counterfoil-display.service\n', 'fail'],
    ['another network by its path', '[Service]\nNetworkNamespacePath=/proc/1/ns/net\n', 'fail'],
    ['a remark', '[Service]\n# PrivateNetwork=no\n', 'pass'],
    ['in another section', '[Install]\nPrivateNetwork=no\n', 'pass'],
  ])('%s: %j', (_name, text, verdict) => expect(withDropIn(text).verdict).toBe(verdict));

  it('is told with its file and its line, and what to do', () => {
    const text = '# By hand\n[Service]\nEnvironment=A=1\nPrivateNetwork=no\nProtectHome=no\n';
    expect(withDropIn(text)).toEqual({
      verdict: 'fail',
      found: `${LOCAL}, line 4: PrivateNetwork=no opens what ${unit} shuts. ${LOCAL}, line 5: ProtectHome=no opens what ${unit} shuts.`,
      remedies: [
        `Take line 4 out of \`${LOCAL}\`, and run \`systemctl daemon-reload && systemctl restart ${unit}\` as root.`,
        `Take line 5 out of \`${LOCAL}\`, and run \`systemctl daemon-reload && systemctl restart ${unit}\` as root.`,
      ],
    });
  });

  it.each([
    ['[Service]\nPrivateNetwork=no\nIPAddressAllow=192.0.2.17\nIPAddressAllow=2001:db8::17\n', 'pass'],
    // A net is none of the addresses that settings have.
    ['[Service]\nPrivateNetwork=no\nIPAddressAllow=192.0.2.0/24\n', 'fail'],
    ['[Service]\nPrivateNetwork=no\nIPAddressAllow=any\n', 'fail'],
    ['[Service]\nPrivateNetwork=no\nIPAddressDeny=\n', 'fail'],
    ['[Service]\nPrivateNetwork=no\nProtectHome=no\n', 'fail'],
  ])(
    'of the way to its printers is the product’s own, and nothing else in that file: %j',
    (text, verdict) => {
      expect(withDropIn(text, PRINTERS).verdict).toBe(verdict);
      // Anywhere else it is somebody’s.
      expect(withDropIn(text, `/etc/systemd/system/${unit}.d/50-printers.conf`).verdict).toBe('fail');
    },
  );
});

describe('the units', () => {
  it.each([
    ['as packaged pass', [asPackaged], 'pass'],
    ['that are not there are not known', [{ ...asPackaged, shipped: null, main: null }], 'not-run'],
    ['of somebody’s own are not known', [{ ...asPackaged, shipped: null }], 'not-run'],
    ['that can’t be read are not known', null, 'not-run'],
    [
      'fail where one of them is opened',
      [{ ...asPackaged, dropIns: [file(LOCAL, '[Service]\nUser=root\n')] }, asPackaged],
      'fail',
    ],
  ] as const)('%s', (_name, units, verdict) => {
    expect(judgeUnitSandbox({ units, writable }).verdict).toBe(verdict);
  });

  it('replaced by another file fail where that shuts less, and say by which words', () => {
    const path = `/etc/systemd/system/${unit}`;
    expect(judge({ main: file(path, TEXT) }).verdict).toBe('pass');
    expect(judge({ main: file(path, TEXT.replace('PrivateNetwork=yes\n', '')) })).toMatchObject({
      verdict: 'fail',
      found: `${path} is in the place of the package’s ${unit}, and has other lines for PrivateNetwork.`,
      remedies: [expect.stringContaining(`mv ${path} /root/`)],
    });
  });

  it('of the version before are an upgrade’s, until that is finished', () => {
    const mark =
      '# Made by an upgrade of counterfoil that is not finished: the unit of the version before.\n';
    const before = file(`/etc/systemd/system/${unit}`, `${mark}[Service]\nUser=counterfoil\n`);
    const start = file(
      `/etc/systemd/system/${unit}.d/zz-previous-version.conf`,
      '[Service]\nExecStart=\nExecStart=/opt/counterfoil.previous/counterfoil\n',
    );
    expect(judge({ main: before, dropIns: [start] }).verdict).toBe('pass');
  });
});
