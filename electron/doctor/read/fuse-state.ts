import type { FuseState } from '../../../shared/doctor/program/fuses.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import { wrongFusesIfAny } from '../../lib/fuses/fuses.ts';
import type { Subject } from '../subject.ts';
import { manifestOf } from './package.ts';

/** Which fuses of the session's executable are wrong. The manifest says which Electron it is, and so which fuses it has. */
export async function fuseState(subject: Subject): Promise<FuseState> {
  const state = manifestOf(subject);
  if (state.kind !== 'read') return { kind: state.kind };
  try {
    const wrong = await wrongFusesIfAny(subject.configuration.electron.executable, state.manifest.electron);
    return wrong === null ? { kind: 'no-fuses' } : { kind: 'read', wrong };
  } catch (error) {
    if (isFileSystemError(error)) return { kind: 'unreadable', code: error.code };
    throw error;
  }
}
