import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { REINSTALL } from '../remedy-commands.ts';

export const fuses = declareCheck({
  id: 'fuses',
  title: 'Fuses of Electron',
  why: 'With a wrong fuse Electron runs other programs than the kiosk, or lets a debugger in.',
  goLive: { kind: 'breaks', invariants: [10], whenUnknown: 'stops' },
  remedies: {
    install: REINSTALL,
    comesBack: 'If it comes back, look who can write into the package’s folder: `namei -l /opt/counterfoil`.',
  },
});

/** What reading the executable gave. `wrong`: the fuses that are not as they must be, by name. */
export type FuseState =
  | { readonly kind: 'read'; readonly wrong: readonly string[] }
  /** Nothing says which Electron this is, and so which fuses it has. */
  | { readonly kind: 'no-package' | 'no-manifest' | 'unreadable-manifest' }
  | { readonly kind: 'no-fuses' }
  | { readonly kind: 'unreadable'; readonly code: string };

export function judgeFuses(state: FuseState, isForResidents: boolean): Finding {
  const { install, comesBack } = fuses.remedies;
  switch (state.kind) {
    case 'read':
      return state.wrong.length === 0
        ? pass('All fuses are as they must be.')
        : fail(`These fuses are wrong: ${state.wrong.join(', ')}.`, install, comesBack);
    case 'no-package':
      return notThere('The kiosk runs from no package, so nothing says which Electron this is.');
    case 'no-manifest':
      return notThere('The package has no manifest, so nothing says which Electron this is.');
    case 'unreadable-manifest':
      return fail('The package’s manifest can’t be read, so nothing says which Electron this is.', install);
    case 'no-fuses':
      return fail('The executable has no fuses: it is no Electron.', install, comesBack);
    case 'unreadable':
      return fail(`The executable can’t be read (${state.code}).`, install);
  }

  /** A release has both, so somebody has taken away what is missing. */
  function notThere(found: string): Finding {
    return isForResidents ? fail(found, install, comesBack) : notRun(found);
  }
}
