import { expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { applicationId, holdId, wipeId } from '../../../shared/contract/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SealFailure } from '../custody/custody.ts';
import { sealKeys } from './seal-keys.ts';

const APPLICATION = applicationId.parse('ab'.repeat(16));
const FROZEN = applicationId.parse('aa'.repeat(16));
const WIPE = wipeId.parse('cd'.repeat(16));
const HOLD = holdId.parse('ef'.repeat(16));

/** A stopped erasure whose key is in memory, and a disk that answers so; what was done with it, in its order. */
function stage(answers: {
  readonly prepare?: Result<null, SealFailure>;
  readonly seal?: Result<null, SealFailure>;
  readonly takesNoNote?: true;
}) {
  const acts: string[] = [];
  const sealed = sealKeys(
    {
      vault: { wipes: { setCustody: (_wipe: unknown, kind: CustodyKind) => void acts.push(kind) } },
      holds: {
        noteSealed() {
          if (answers.takesNoNote === true) throw new Error('disk full');
          acts.push('noted');
        },
      },
      diskLog: { failed: (where) => void acts.push(`failed ${where}`) },
      custody: {
        kindOf: () => 'memory',
        prepare() {
          acts.push('prepare');
          return answers.prepare ?? ok(null);
        },
        seal() {
          acts.push('seal');
          return answers.seal ?? ok(null);
        },
      },
    },
    HOLD,
    {
      frozen: answers.takesNoNote === true ? [{ id: FROZEN }] : [],
      stopped: [{ id: WIPE, application: APPLICATION }],
    },
  );
  return { sealed, acts };
}

it('says that a key lies on the disk only once there is a file for it, and before it lies there', () => {
  expect(stage({})).toEqual({ sealed: 1, acts: ['prepare', 'sealed', 'seal'] });
});

it('leaves it in memory on a disk that can’t seal keys: the next start must not look for a file', () => {
  const refused = err({ kind: 'refused', reason: { kind: 'copy-on-write', fileSystem: 'btrfs' } } as const);
  expect(stage({ prepare: refused })).toEqual({ sealed: 0, acts: ['prepare'] });
});

it('takes it back where nothing was written, and not after a write that failed', () => {
  expect(stage({ seal: err({ kind: 'locked' }) })).toEqual({
    ...{ sealed: 0, acts: ['prepare', 'sealed', 'seal', 'memory'] },
  });
  expect(stage({ seal: err({ kind: 'unwritable', code: 'EIO' }) })).toEqual({
    ...{ sealed: 0, acts: ['prepare', 'sealed', 'seal'] },
  });
});

it('goes on where the vault takes no note of one: the others are sealed, and it counts as in memory', () => {
  expect(stage({ takesNoNote: true })).toEqual({
    ...{ sealed: 1, acts: ['seal', 'failed sealing keys for a hold', 'prepare', 'sealed', 'seal'] },
  });
});
