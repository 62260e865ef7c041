import type { SpoolRefusal } from '../../printing/spool-refusal.ts';
import { unreachable } from '../../result.ts';
import { remedy } from '../check.ts';

/** What is done about a refusal of the print server's settings; docs/cups.md has the whole set-up. */
export const refusalRemedies = {
  readable:
    'Run `chmod 0644 {file}` as root, and write `ConfigFilePerm 0644` into `/etc/cups/cups-files.conf`.',
  correct: 'Run `cupsd -t` as root: it says which line of {file} is wrong.',
  tempDir:
    'Write `TempDir /var/spool/cups/tmp` into `/etc/cups/cups-files.conf` (docs/cups.md, steps 2 and 3).',
  inMemory: 'Mount a tmpfs at {path} by a line in `/etc/fstab` (docs/cups.md, step 1).',
  keepFiles: 'Write `PreserveJobFiles No` into `{file}`, and restart CUPS.',
  keepHistory: 'Write `PreserveJobHistory Yes` into `{file}`, and restart CUPS.',
  logLevel: 'Write `LogLevel warn` into `{file}`, and restart CUPS.',
  debugHistory: 'Write `LogDebugHistory 0` into `{file}`, and restart CUPS.',
  pageLog: 'Write `PageLogFormat`, with nothing after it, into `{file}`, and restart CUPS.',
  queue: 'Make the queue anew on the kiosk’s own print server (docs/cups.md, step 5).',
} as const;

const PLACES = { spool: 'spool', temp: 'temporary folder', cache: 'cache' } as const;

/** A refusal as the doctor says it, and what to do. `file`: cupsd.conf. */
export function wordsOfRefusal(
  refusal: SpoolRefusal,
  file: string,
): { readonly found: string; readonly todo: string } {
  switch (refusal.kind) {
    case 'settings-unreadable':
      return {
        found: `This account can’t read ${refusal.file}.`,
        todo: remedy(refusalRemedies.readable, { file: refusal.file }),
      };
    case 'settings-not-understood':
      return {
        found: `${refusal.file} is not as CUPS could read it.`,
        todo: remedy(refusalRemedies.correct, { file: refusal.file }),
      };
    case 'temp-not-named':
      return { found: 'CUPS may use any temporary folder.', todo: refusalRemedies.tempDir };
    case 'not-in-memory':
      return {
        found: `The ${PLACES[refusal.place]} of CUPS, ${refusal.path}, is on ${refusal.fileSystem}.`,
        todo: remedy(refusalRemedies.inMemory, { path: refusal.path }),
      };
    case 'keeps-files':
      return { found: 'CUPS keeps documents.', todo: remedy(refusalRemedies.keepFiles, { file }) };
    case 'forgets-results':
      return {
        found: 'CUPS forgets how a job ended.',
        todo: remedy(refusalRemedies.keepHistory, { file }),
      };
    case 'logs-too-much':
      return {
        found: `CUPS may log what a card says (${refusal.setting}).`,
        todo: remedy(
          refusal.setting === 'LogLevel' ? refusalRemedies.logLevel : refusalRemedies.debugHistory,
          { file },
        ),
      };
    case 'page-log':
      return { found: 'CUPS logs each page.', todo: remedy(refusalRemedies.pageLog, { file }) };
    case 'not-this-machine':
    case 'another-server':
    case 'facts-missing':
    case 'writes-files':
    case 'sends-again':
    case 'a-class':
    case 'another-queue-behind':
      return { found: `A queue can’t be used (${refusal.kind}).`, todo: refusalRemedies.queue };
    default:
      return unreachable(refusal);
  }
}
