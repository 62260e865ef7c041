import { err, ok, type Result } from '../../../shared/result.ts';
import { isFileSystemError } from './file-system-error.ts';

/** Does something that the file system may refuse; its refusal is errno's name. Anything else is a bug, and thrown. */
export function attempt<Value>(act: () => Value): Result<Value, string> {
  try {
    return ok(act());
  } catch (error) {
    if (isFileSystemError(error)) return err(error.code);
    throw error;
  }
}

/** The same where it does not matter why: null. */
export function orNull<Value>(act: () => Value): Value | null {
  const attempted = attempt(act);
  return attempted.ok ? attempted.value : null;
}
