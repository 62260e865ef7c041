import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';

export const fuses = declareCheck({
  id: 'fuses',
  title: 'Fuses of Electron',
  why: 'With a wrong fuse Electron runs other programs than the kiosk, or lets a debugger in.',
  goLive: { kind: 'breaks', invariants: [10] },
  remedies: { install: 'Install the package again. If it comes back, look who can write into its folder.' },
});

/** What reading the executable gave. `wrong`: the fuses that are not as they must be, by name. */
export type FuseState =
  | { readonly kind: 'read'; readonly wrong: readonly string[] }
  | { readonly kind: 'no-package' }
  | { readonly kind: 'no-fuses' }
  | { readonly kind: 'unreadable'; readonly code: string };

export function judgeFuses(state: FuseState): Finding {
  switch (state.kind) {
    case 'read':
      return state.wrong.length === 0
        ? pass('All fuses are as they must be.')
        : fail(`These fuses are wrong: ${state.wrong.join(', ')}.`, fuses.remedies.install);
    case 'no-package':
      return notRun('The kiosk runs from no package, so nothing says which Electron this is.');
    case 'no-fuses':
      return fail('The executable has no fuses: it is no Electron.', fuses.remedies.install);
    case 'unreadable':
      return fail(`The executable can’t be read (${state.code}).`, fuses.remedies.install);
  }
}
