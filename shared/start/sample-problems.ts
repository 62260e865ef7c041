import type { StartProblem } from './start-problem.ts';

type Samples = { readonly [Kind in StartProblem['kind']]: readonly Extract<StartProblem, { kind: Kind }>[] };

/** One problem for each code, for tests: a kind without a sample does not compile. */
const SAMPLES: Samples = {
  arguments: [{ kind: 'arguments' }],
  'unknown-setting': [{ kind: 'unknown-setting', name: 'COUNTERFOIL_DATAA', nearest: 'COUNTERFOIL_DATA' }],
  'relative-path': [{ kind: 'relative-path', name: 'COUNTERFOIL_DATA', value: 'data' }],
  'wrong-value': [
    {
      kind: 'wrong-value',
      name: 'COUNTERFOIL_PRINTER_SECONDS',
      value: 'fast',
      takes: 'takes a number of seconds from 0 to 60',
    },
  ],
  root: [{ kind: 'root' }],
  'no-home': [{ kind: 'no-home' }],
  'not-writable': [{ kind: 'not-writable', path: '/srv/kiosk' }],
  'foreign-owner': [{ kind: 'foreign-owner', path: '/srv/kiosk' }],
  'not-a-folder': [{ kind: 'not-a-folder', path: '/srv/kiosk' }],
  'dangling-link': [{ kind: 'dangling-link', path: '/srv/kiosk' }],
  'read-only-disk': [{ kind: 'read-only-disk', path: '/srv/kiosk' }],
  'disk-full': [{ kind: 'disk-full', path: '/srv/kiosk' }],
  'no-tmpfs': [{ kind: 'no-tmpfs' }],
  'disk-error': [{ kind: 'disk-error', path: '/srv/kiosk', code: 'EIO' }],
  locked: [{ kind: 'locked', file: 'vault' }],
  'foreign-file': [{ kind: 'foreign-file', file: 'vault', reason: 'not-sqlite' }],
  damaged: [{ kind: 'damaged', file: 'ledger', reason: 'malformed' }],
  newer: [{ kind: 'newer', file: 'vault' }],
  older: [{ kind: 'older', file: 'vault' }],
  missing: [
    { kind: 'missing', file: 'vault' },
    { kind: 'missing', file: 'ledger' },
    { kind: 'missing', file: 'keys' },
  ],
  'other-kiosk': [{ kind: 'other-kiosk' }],
  'broken-ledger': [{ kind: 'broken-ledger' }],
  'keys-place': [{ kind: 'keys-place', reason: { kind: 'copy-on-write', fileSystem: 'btrfs' } }],
  'of-rehearsal': [{ kind: 'of-rehearsal' }],
  'of-residents': [{ kind: 'of-residents' }],
  'no-display': [{ kind: 'no-display' }],
  'silent-display': [{ kind: 'silent-display', display: ':0' }],
  'no-window': [{ kind: 'no-window' }],
  'keeps-stopping': [{ kind: 'keeps-stopping', starts: 5, minutes: 10 }],
  'display-taken': [{ kind: 'display-taken', display: ':0' }],
};

export const sampleProblems: readonly StartProblem[] = Object.values(SAMPLES).flat();
