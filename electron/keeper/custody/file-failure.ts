import type { SealRefusal } from '../../../shared/contract/custody.ts';
import { err, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';

/**
 * The disk does not take a write, or does not give it back. `code` is errno's name, or `differs`: what was read
 * back is not what was written.
 */
export interface Unwritable {
  readonly kind: 'unwritable';
  readonly code: string;
}

/** The file lies, or would lie, where keys cannot be destroyed. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: SealRefusal;
}

/**
 * Why a slot file was not opened.
 *
 * - `wrong-size`: no whole number of slots.
 * - `not-a-file`: a folder, a link, a pipe.
 * - `foreign`: a slot does not begin as ours do: another file, or damage.
 * - `newer`: written by a later version of the product.
 * - `two-slots`: an application has two; no order of ours leaves that, so somebody else has written here.
 * - `refused`: keys lie on a file system on which they cannot be destroyed.
 *
 * With all of these the file is as it was, byte for byte. With `unwritable` too, unless it says that the disk
 * failed while leftovers were being overwritten.
 */
export type SlotFileFailure =
  | { readonly kind: 'wrong-size'; readonly bytes: number }
  | { readonly kind: 'not-a-file' | 'foreign' | 'newer' | 'two-slots' }
  | Refused
  | Unwritable;

/** Runs something on the disk; what the disk refuses becomes a value. */
export function onDisk<Value, Failure>(
  act: () => Result<Value, Failure>,
): Result<Value, Failure | Unwritable> {
  try {
    return act();
  } catch (error) {
    if (isFileSystemError(error)) return err({ kind: 'unwritable', code: error.code });
    throw error;
  }
}
