import type { StartProblem } from './start-problem.ts';

type Samples = { readonly [Kind in StartProblem['kind']]: readonly Extract<StartProblem, { kind: Kind }>[] };

/** One problem for each code, for tests: a kind without a sample does not compile. */
const SAMPLES: Samples = {
  arguments: [{ kind: 'arguments' }],
  'settings-in-environment': [
    {
      ...{ kind: 'settings-in-environment', name: 'COUNTERFOIL_DATA' },
      path: '/etc/counterfoil/settings.toml',
    },
  ],
  'relative-path': [{ kind: 'relative-path', name: 'COUNTERFOIL_SETTINGS', value: 'settings.toml' }],
  'no-settings': [{ kind: 'no-settings', path: '/etc/counterfoil/settings.toml' }],
  'unprotected-settings': [
    {
      ...{ kind: 'unprotected-settings', why: 'writable' },
      ...{ path: '/etc/counterfoil/settings.toml', reason: 'mode 664' },
    },
  ],
  'unreadable-settings': [
    {
      ...{ kind: 'unreadable-settings', why: 'not-read' },
      ...{ path: '/etc/counterfoil/settings.toml', reason: 'EACCES' },
    },
  ],
  'wrong-settings': [
    {
      ...{ kind: 'wrong-settings', path: '/etc/counterfoil/settings.toml', more: 2 },
      mistakes: [
        {
          ...{ line: 3, column: 1, what: 'unknown key data-foldr' },
          ...{ takes: 'one of data-folder, policy-file, usb-drive', nearest: 'data-folder' },
        },
        {
          ...{ line: 9, column: 15, what: 'policy-file is "policy.json"' },
          ...{ takes: 'a full path in quotes, beginning with a slash', nearest: null },
        },
        {
          ...{ line: 12, column: 19, what: 'a text isn’t closed by its quotation mark' },
          ...{ takes: 'a number of seconds from 0 to 60', nearest: null },
        },
      ],
    },
  ],
  root: [{ kind: 'root' }],
  'no-home': [{ kind: 'no-home' }],
  'no-policy': [{ kind: 'no-policy', path: '/etc/counterfoil/policy.json' }],
  'unreadable-policy': [
    {
      ...{ kind: 'unreadable-policy', why: 'not-read' },
      ...{ path: '/etc/counterfoil/policy.json', reason: 'EACCES' },
    },
  ],
  'wrong-policy': [
    {
      ...{ kind: 'wrong-policy', path: '/etc/counterfoil/policy.json', line: 17, at: 'card.design' },
      ...{ allowed: 'takes "harbor" or "quay"', more: 2 },
    },
  ],
  'unsigned-policy': [
    { kind: 'unsigned-policy', why: 'wrong', path: '/etc/counterfoil/policy.json.sig', reason: 'wrong' },
  ],
  'policy-out-of-turn': [
    {
      ...{ kind: 'policy-out-of-turn', why: 'older', path: '/etc/counterfoil/policy.json' },
      ...{ found: '3', inForce: '4' },
    },
  ],
  'policy-of-other-release': [
    {
      ...{ kind: 'policy-of-other-release', path: '/etc/counterfoil/policy.json' },
      ...{ version: 3, reason: 'older' },
    },
  ],
  'program-key': [
    { kind: 'program-key', why: 'other-key', path: '/etc/counterfoil/program-key.pem', reason: 'other-key' },
  ],
  'not-provisioned': [{ kind: 'not-provisioned', path: '/srv/kiosk/first-staff.json', refused: null }],
  'unfinished-provisioning': [
    {
      ...{ kind: 'unfinished-provisioning', why: 'marked', reason: 'marked' },
      path: '/etc/counterfoil/provisioning.next/ready',
    },
  ],
  'unprotected-first-staff': [
    {
      ...{ kind: 'unprotected-first-staff', why: 'open-to-others' },
      ...{ path: '/srv/kiosk/first-staff.json', reason: 'mode 644' },
    },
  ],
  'wrong-first-staff': [
    {
      ...{ kind: 'wrong-first-staff', why: 'not-signed' },
      ...{ path: '/srv/kiosk/first-staff.json', reason: 'altered-file' },
    },
  ],
  'needless-first-staff': [{ kind: 'needless-first-staff', path: '/srv/kiosk/first-staff.json' }],
  'not-writable': [{ kind: 'not-writable', path: '/srv/kiosk' }],
  'foreign-owner': [{ kind: 'foreign-owner', path: '/srv/kiosk' }],
  'not-a-folder': [{ kind: 'not-a-folder', path: '/srv/kiosk' }],
  'open-to-others': [{ kind: 'open-to-others', path: '/srv/kiosk' }],
  'not-a-plain-file': [{ kind: 'not-a-plain-file', path: '/srv/kiosk/sessions.json' }],
  'dangling-link': [{ kind: 'dangling-link', path: '/srv/kiosk' }],
  'read-only-disk': [{ kind: 'read-only-disk', path: '/srv/kiosk' }],
  'disk-full': [{ kind: 'disk-full', path: '/srv/kiosk' }],
  'no-tmpfs': [{ kind: 'no-tmpfs', tried: ['/run/user/1000', '/dev/shm'] }],
  'disk-error': [{ kind: 'disk-error', path: '/srv/kiosk', code: 'EIO' }],
  locked: [{ kind: 'locked', file: 'vault', path: '/srv/kiosk/vault.db' }],
  'foreign-file': [
    { kind: 'foreign-file', file: 'vault', path: '/srv/kiosk/vault.db', reason: 'not-sqlite' },
  ],
  'altered-policy': [{ kind: 'altered-policy', path: '/srv/kiosk/vault.db', reason: 'signature' }],
  damaged: [{ kind: 'damaged', file: 'ledger', path: '/srv/kiosk/ledger.db', reason: 'malformed' }],
  newer: [{ kind: 'newer', file: 'vault', path: '/srv/kiosk/vault.db' }],
  older: [{ kind: 'older', file: 'vault', path: '/srv/kiosk/vault.db' }],
  missing: [
    { kind: 'missing', file: 'vault', path: '/srv/kiosk/vault.db' },
    { kind: 'missing', file: 'ledger', path: '/srv/kiosk/ledger.db' },
    { kind: 'missing', file: 'keys', path: '/srv/kiosk/keys.slots' },
  ],
  'other-kiosk': [{ kind: 'other-kiosk', path: '/srv/kiosk' }],
  'broken-ledger': [{ kind: 'broken-ledger', path: '/srv/kiosk/ledger.db' }],
  'keys-place': [
    { kind: 'keys-place', path: '/srv/kiosk', reason: { kind: 'copy-on-write', fileSystem: 'btrfs' } },
  ],
  'of-rehearsal': [{ kind: 'of-rehearsal', path: '/srv/kiosk' }],
  'of-residents': [{ kind: 'of-residents', path: '/srv/kiosk' }],
  'of-evaluation': [{ kind: 'of-evaluation', path: '/srv/kiosk' }],
  'live-without-key': [{ kind: 'live-without-key', path: '/srv/kiosk' }],
  'no-display': [{ kind: 'no-display' }],
  'silent-display': [{ kind: 'silent-display', display: ':0' }],
  'no-window': [{ kind: 'no-window' }],
  'keeps-stopping': [{ kind: 'keeps-stopping', starts: 5, minutes: 10 }],
  'display-taken': [{ kind: 'display-taken', display: ':0' }],
  'no-sandbox': [{ kind: 'no-sandbox' }],
};

export const sampleProblems: readonly StartProblem[] = Object.values(SAMPLES).flat();
