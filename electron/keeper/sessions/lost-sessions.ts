import { isFileSystemError } from '../../lib/file-systems/file-system-error.ts';
import type { ExitStatus } from './session.ts';

/** Why there is a session less. What Electron itself said of it leads nowhere (`startSession`). */
export type SessionLoss =
  | { readonly kind: 'gone'; readonly status: ExitStatus; readonly painted: boolean }
  /** `code`: that of the file that could not be made, if it was one. */
  | { readonly kind: 'not-started'; readonly code: string | null };

/** Of what is thrown where a session is started. */
export function lossAtStart(error: unknown): SessionLoss {
  return { kind: 'not-started', code: isFileSystemError(error) ? error.code : null };
}

/** The line of the log for it. */
export function lossInWords(loss: SessionLoss): string {
  switch (loss.kind) {
    case 'not-started':
      return `A session could not be started${loss.code === null ? '' : ` (${loss.code})`}.`;
    case 'gone':
      return `A session has gone${loss.painted ? '' : ' before its first picture'}: ${statusInWords(loss.status)}.`;
  }
}

function statusInWords(status: ExitStatus): string {
  if (typeof status === 'number') return `exit code ${status}`;
  return status ?? 'nobody was told how';
}
