import { join } from 'node:path';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { unreachable } from '../../../shared/result.ts';
import type { KioskFile, StartProblem } from '../../../shared/start/start-problem.ts';
import type { UnreadFailure } from '../../lib/file-systems/small-file.ts';
import { signaturePath } from '../../lib/policy-file/detached-signature.ts';
import type { OutOfTurn } from '../../lib/policy-file/out-of-turn.ts';
import type { PolicyFailure } from '../../lib/policy-file/policy-file.ts';
import { keyPath } from '../../lib/policy-file/programme-key.ts';
import { FIRST_STAFF_FILE } from '../../lib/provisioning/first-staff-file.ts';
import type { SlotFileFailure } from '../custody/file-failure.ts';
import { KIOSK_FILES, RECORDS } from '../data-folder/kiosk-files.ts';
import type { MissingFile } from '../data-folder/missing-file.ts';
import type { OpenFailure } from '../database/open-failure.ts';
import type { FirstStaffFailure } from '../first-staff/first-staff-at-start.ts';
import type { HoldsFileFailure } from '../holds/holds-beside-vault.ts';
import type { LoosensHold, PolicyAtStartFailure } from '../policy/policy-at-start.ts';
import type { LedgerMismatch } from './judge-files.ts';
import type { StartFailure } from './run-keeper.ts';

/** What people are told about a start that failed. Whatever it is about in `dataFolder` is named by its full path. */
export function explainStartFailure(
  failed: StartFailure,
  { dataFolder, policyPath }: Pick<Configuration, 'dataFolder' | 'policyPath'>,
): StartProblem {
  switch (failed.file) {
    case 'none':
      return failed.failure;
    case 'folder':
      return failed.failure.kind === 'unwritable'
        ? unwritable(failed.failure.code, failed.failure.path)
        : { kind: failed.failure.kind, path: failed.failure.path };
    case 'provisioning':
      return failed.failure;
    case 'first-staff':
      return aboutFirstStaff(failed.failure, join(dataFolder, FIRST_STAFF_FILE));
    case 'policy':
      return aboutPolicyAtStart(failed.failure, policyPath, dataFolder);
    case 'holds':
      return aboutHolds(failed.failure, dataFolder);
    case 'vault':
    case 'ledger':
    case 'keys':
    case 'signing':
      return aboutFile(failed.file, failed.failure, dataFolder);
    default:
      return unreachable(failed);
  }
}

function aboutHolds(failure: HoldsFileFailure, dataFolder: string): StartProblem {
  const path = join(dataFolder, RECORDS.holds);
  return failure.kind === 'corrupt'
    ? { kind: 'damaged', file: 'holds', path, reason: failure.reason }
    : unwritable(failure.code, path);
}

function aboutFirstStaff(failure: FirstStaffFailure, path: string): StartProblem {
  switch (failure.kind) {
    case 'not-provisioned':
      return { ...failure, path };
    case 'needless':
      return { kind: 'needless-first-staff', path };
    case 'unprotected':
      return { ...failure, kind: 'unprotected-first-staff', path };
    case 'wrong':
      return { ...failure, kind: 'wrong-first-staff', path };
    default:
      return unreachable(failure);
  }
}

function aboutPolicyAtStart(failed: PolicyAtStartFailure, path: string, dataFolder: string): StartProblem {
  switch (failed.kind) {
    case 'signature': {
      const { failure } = failed;
      const at = { kind: 'unsigned-policy', path: signaturePath(path) } as const;
      return failure.kind === 'missing' || failure.kind === 'malformed' || failure.kind === 'wrong'
        ? { ...at, why: failure.kind, reason: failure.kind }
        : { ...at, why: 'unreadable', reason: reasonOf(failure) };
    }
    case 'key-file': {
      const { failure } = failed;
      const at = { kind: 'program-key', path: keyPath(path) } as const;
      return failure.kind === 'no-key' || failure.kind === 'other-key'
        ? { ...at, why: failure.kind, reason: failure.kind }
        : { ...at, why: 'unreadable', reason: reasonOf(failure) };
    }
    case 'out-of-turn':
      return { kind: 'policy-out-of-turn', path, ...outOfTurn(failed.failure) };
    case 'unread':
      return {
        ...{ kind: 'policy-of-other-release', path, version: failed.newest },
        reason: failed.file === 'other-programme' ? 'other-program' : failed.file,
      };
    case 'altered':
      return { kind: 'altered-policy', path: join(dataFolder, KIOSK_FILES.vault), reason: failed.what };
    default:
      return aboutPolicy(failed, path);
  }
}

function outOfTurn(
  failure: OutOfTurn | LoosensHold,
): Pick<Extract<StartProblem, { kind: 'policy-out-of-turn' }>, 'why' | 'found' | 'inForce'> {
  switch (failure.kind) {
    case 'other-programme':
      return { why: 'other-program', found: failure.id, inForce: failure.inForce };
    case 'older':
      return { why: 'older', found: `${failure.version}`, inForce: `${failure.inForce}` };
    case 'same-version':
      return { why: 'same-version', found: `${failure.version}`, inForce: `${failure.version}` };
    case 'loosens-hold': {
      const { next, inForce } = failure;
      return { why: 'loosens-hold', found: next.wipeBegun, inForce: inForce.wipeBegun };
    }
    default:
      return unreachable(failure);
  }
}

/** For IT: why a file that is there was not read. */
function reasonOf(failure: Exclude<UnreadFailure, { kind: 'missing' }>): string {
  switch (failure.kind) {
    case 'no-file':
      return 'EISDIR';
    case 'unreadable':
      return failure.code;
    case 'too-large':
      return `${failure.bytes} bytes`;
    default:
      return unreachable(failure);
  }
}

function aboutPolicy(failure: PolicyFailure, path: string): StartProblem {
  switch (failure.kind) {
    case 'missing':
      return { kind: 'no-policy', path };
    case 'no-file':
      return { kind: 'unreadable-policy', why: 'no-file', path, reason: reasonOf(failure) };
    case 'unreadable':
      return { kind: 'unreadable-policy', why: 'not-read', path, reason: reasonOf(failure) };
    case 'too-large':
      return { kind: 'unreadable-policy', why: 'too-large', path, reason: reasonOf(failure) };
    case 'not-json': {
      const { line, allowed } = failure;
      return { kind: 'wrong-policy', path, line, at: '', allowed, more: 0 };
    }
    case 'wrong': {
      const [first, ...others] = failure.issues;
      if (first === undefined) throw new Error('a policy is wrong, and nothing in it');
      const { line, allowed } = first;
      return { kind: 'wrong-policy', path, line, at: first.path.join('.'), allowed, more: others.length };
    }
    default:
      return unreachable(failure);
  }
}

function aboutFile(
  file: KioskFile,
  failure: OpenFailure | MissingFile | LedgerMismatch | SlotFileFailure,
  dataFolder: string,
): StartProblem {
  const path = join(dataFolder, KIOSK_FILES[file]);
  switch (failure.kind) {
    case 'missing':
      if (file === 'signing') throw new Error('a start goes on without the key that signs');
      return { kind: failure.kind, file, path };
    case 'locked':
    case 'newer':
    case 'older':
      return { kind: failure.kind, file, path };
    case 'other-kiosk':
    case 'of-rehearsal':
    case 'of-evaluation':
    case 'live-without-key':
    case 'of-residents':
      // Of two files or of all of them: neither alone is to blame.
      return { kind: failure.kind, path: dataFolder };
    case 'broken':
      return { kind: 'broken-ledger', path };
    case 'foreign':
      return { kind: 'foreign-file', file, path, reason: 'reason' in failure ? failure.reason : 'not-slots' };
    case 'not-a-file':
      return { kind: 'foreign-file', file, path, reason: failure.kind };
    case 'corrupt':
      return { kind: 'damaged', file, path, reason: failure.reason };
    case 'wrong-size':
      return { kind: 'damaged', file, path, reason: `${failure.bytes} bytes` };
    case 'two-slots':
      return { kind: 'damaged', file, path, reason: failure.kind };
    case 'refused':
      return { kind: 'keys-place', path: dataFolder, reason: failure.reason };
    case 'unwritable':
      return unwritable(failure.code, dataFolder);
    default:
      return unreachable(failure);
  }
}

/** Sorts the names that the system and SQLite have for a disk that takes no writes. */
function unwritable(code: string, path: string): StartProblem {
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)/.test(code)) return { kind: 'disk-full', path };
  if (/^(EROFS|SQLITE_READONLY)/.test(code)) return { kind: 'read-only-disk', path };
  if (/^(EACCES|EPERM|SQLITE_PERM|SQLITE_CANTOPEN)/.test(code)) return { kind: 'not-writable', path };
  return { kind: 'disk-error', path, code };
}
