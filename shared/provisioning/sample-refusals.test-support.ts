import type { ProvisioningRefusal } from './refusal.ts';

type Samples = {
  readonly [Kind in ProvisioningRefusal['kind']]: readonly Extract<ProvisioningRefusal, { kind: Kind }>[];
};

const key = 'abcd ef01 2345 6789 abcd ef01 2345 6789';

/** Refusals in all their words, for tests: a kind without a sample does not compile. */
const SAMPLES: Samples = {
  'not-root': [{ kind: 'not-root' }],
  busy: [{ kind: 'busy' }],
  'unreadable-drive': [{ kind: 'unreadable-drive', path: '/dev/disk/by-label/COUNTERFOIL' }],
  'no-settings-folder': [{ kind: 'no-settings-folder', path: '/etc/counterfoil', reason: 'ENOENT' }],
  'unprotected-place': [
    { kind: 'unprotected-place', why: 'writable', path: '/etc/counterfoil', reason: 'mode 777' },
  ],
  'no-program-key': [{ kind: 'no-program-key', path: '/etc/counterfoil/program-key.pem' }],
  'bad-program-key': [
    { kind: 'bad-program-key', path: '/etc/counterfoil/program-key.pem', reason: 'no public key' },
  ],
  'other-program': [
    { kind: 'other-program', found: key, trusted: `${key.slice(0, -4)}0000` },
    { kind: 'other-program', found: null, trusted: key },
  ],
  'no-folder': [{ kind: 'no-folder', path: '/media/counterfoil/counter-017', reason: 'ENOENT' }],
  'unknown-file': [{ kind: 'unknown-file', name: 'staff.json.bak' }],
  'missing-file': [{ kind: 'missing-file', name: 'policy.json.sig' }],
  'unreadable-file': [
    { kind: 'unreadable-file', name: 'policy.json', why: 'no-file', reason: 'ELOOP' },
    { kind: 'unreadable-file', name: 'policy.json', why: 'too-large', reason: '2097152 bytes' },
    { kind: 'unreadable-file', name: 'policy.json', why: 'not-read', reason: 'EIO' },
  ],
  unsigned: [
    { kind: 'unsigned', why: 'wrong' },
    { kind: 'unsigned', why: 'malformed' },
  ],
  'newer-format': [{ kind: 'newer-format', format: 2 }],
  'wrong-manifest': [
    { kind: 'wrong-manifest', where: 'validUntil', allowed: 'takes a day such as "2026-12-31"' },
  ],
  'altered-file': [{ kind: 'altered-file', name: 'settings.toml' }],
  'other-computer': [{ kind: 'other-computer', host: 'counter-017', here: 'counter-018' }],
  'other-kiosk': [{ kind: 'other-kiosk', kiosk: 'Harbor Library 2', here: 'Harbor Library 1' }],
  'clock-behind': [{ kind: 'clock-behind', today: '1970-01-01', since: '2026-11-24' }],
  expired: [{ kind: 'expired', today: '2027-01-01', until: '2026-12-31' }],
  replayed: [{ kind: 'replayed', number: 20261124090500, newest: 20261201090500 }],
  'wrong-settings': [
    {
      kind: 'wrong-settings',
      mistakes: [
        {
          ...{ line: 3, column: 1, what: 'unknown key data-foldr' },
          ...{ takes: 'one of data-folder, policy-file', nearest: 'data-folder' },
        },
      ],
    },
  ],
  'unfit-settings': [
    { kind: 'unfit-settings', why: 'not-provisioned' },
    { kind: 'unfit-settings', why: 'policy-elsewhere' },
  ],
  'wrong-policy': [
    { kind: 'wrong-policy', where: 'line 17, card.design', allowed: 'takes "harbor" or "quay"', more: 2 },
  ],
  'unsigned-policy': [{ kind: 'unsigned-policy' }],
  'policy-out-of-turn': [
    { kind: 'policy-out-of-turn', why: 'older', found: '3', inPlace: '4' },
    { kind: 'policy-out-of-turn', why: 'same-version', found: '4', inPlace: '4' },
    { kind: 'policy-out-of-turn', why: 'other-program', found: 'quayside', inPlace: 'harbor-city' },
  ],
  'wrong-roster': [{ kind: 'wrong-roster', where: 'line 4, staff.0.role', allowed: 'takes "clerk" or "it"' }],
  'unfit-roster': [
    {
      kind: 'unfit-roster',
      faults: [
        { kind: 'unusable-name', place: 1 },
        { kind: 'name-twice', place: 2, name: 'Anselm Brightwater' },
        { kind: 'weak-passphrase', place: 3, name: 'Ottoline Quarry' },
        { kind: 'too-few-supervisors', found: 1 },
      ],
    },
  ],
  'staff-at-kiosk': [{ kind: 'staff-at-kiosk', path: '/var/lib/counterfoil' }],
  'bad-data-folder': [
    { kind: 'bad-data-folder', why: 'missing', path: '/var/lib/counterfoil', unfinished: true },
    { kind: 'bad-data-folder', why: 'no-folder', path: '/var/lib/counterfoil', unfinished: false },
    { kind: 'bad-data-folder', why: 'foreign-owner', path: '/var/lib/counterfoil', unfinished: false },
    { kind: 'bad-data-folder', why: 'open-to-others', path: '/var/lib/counterfoil', unfinished: false },
  ],
  'bad-record': [{ kind: 'bad-record', path: '/etc/counterfoil/provisioned.json', reason: 'damaged' }],
  disk: [{ kind: 'disk', path: '/etc/counterfoil', code: 'ENOSPC' }],
  'vault-elsewhere': [{ kind: 'vault-elsewhere', path: '/srv/kiosk', here: '/var/lib/counterfoil' }],
};

export const sampleRefusals: readonly ProvisioningRefusal[] = Object.values(SAMPLES).flat();
