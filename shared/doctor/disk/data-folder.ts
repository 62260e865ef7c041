import { unreachable } from '../../result.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together } from '../finding.ts';

export const dataFolder = declareCheck({
  id: 'data-folder',
  title: 'Owner and rights of the data folder',
  why: 'Whoever may read the sealed keys in it, and knows one staff passphrase, could open applications and sign in the kiosk’s name.',
  // What is not there yet has nothing in it.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  remedies: {
    own: 'Run `chown -R {account}: {folder}` as root, if these files are this kiosk’s.',
    close: 'Run `chmod -R go= {folder}` as root.',
    move: 'Move what is at {folder} elsewhere, or name another data folder.',
  },
});

/** The folder or a file in it. `mode`: the nine bits of its rights. */
export interface Owned {
  readonly owner: number;
  readonly mode: number;
}

/** What lies where the data folder should be. */
export type DataFolderState =
  | { readonly kind: 'missing' }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'unreadable'; readonly code: string }
  | { readonly kind: 'folder'; readonly itself: Owned; readonly files: readonly Owned[] };

export interface DataFolderFacts {
  readonly folder: string;
  /** The user id that this process has, and its name, where it has one. */
  readonly account: { readonly id: number; readonly name: string };
  readonly state: DataFolderState;
}

/** Rights of anybody but the owner. */
const OTHERS = 0o077;

export function judgeDataFolder({ folder, account, state }: DataFolderFacts): Finding {
  const own = remedy(dataFolder.remedies.own, { folder, account: account.name });
  switch (state.kind) {
    case 'missing':
      return notRun(
        `There is no ${folder} yet. The kiosk makes it at its first start, if its unit may write to the folder above. Otherwise run \`install -d -o counterfoil -g counterfoil -m 0700 ${folder}\` as root.`,
      );
    case 'no-folder':
      return fail(`${folder} is not a folder.`, remedy(dataFolder.remedies.move, { folder }));
    case 'unreadable':
      return fail(`${folder} can’t be read by ${account.name} (${state.code}).`, own);
    case 'folder':
      return together(judgeOwners(state.itself, state.files), judgeRights(state.itself));
    default:
      return unreachable(state);
  }

  function judgeOwners(itself: Owned, files: readonly Owned[]): Finding {
    if (itself.owner !== account.id)
      return fail(`${folder} belongs to user id ${itself.owner}, and this is ${account.id}.`, own);
    const foreign = files.filter(({ owner }) => owner !== account.id).length;
    if (foreign > 0) return fail(`${foreign} of the files in ${folder} belong to another account.`, own);
    return pass(`${folder} belongs to ${account.name}.`);
  }

  /** In a folder that nobody else may enter, the rights of the files are of no use to anybody. */
  function judgeRights({ mode }: Owned): Finding {
    if ((mode & OTHERS) === 0) return pass('Nobody else may enter it.');
    const rights = mode.toString(8).padStart(3, '0');
    return fail(
      `Others have rights on ${folder} (${rights}).`,
      remedy(dataFolder.remedies.close, { folder }),
    );
  }
}
