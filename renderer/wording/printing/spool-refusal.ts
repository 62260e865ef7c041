import { t } from '@lingui/core/macro';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { unreachable } from '../../../shared/result.ts';

type Place = Extract<SpoolRefusal, { kind: 'not-in-memory' }>['place'];

function placeInWords(place: Place, path: string): string {
  switch (place) {
    case 'spool':
      return t`Its spool (${path})`;
    case 'temp':
      return t`Its folder for temporary files (${path})`;
    case 'cache':
      return t`Its cache (${path})`;
    default:
      return unreachable(place);
  }
}

/** What about a print queue on this machine is not as it must be: for IT staff, so with the server's own words. */
export function spoolRefusalInWords(reason: SpoolRefusal): string {
  switch (reason.kind) {
    case 'not-this-machine':
      return t`It belongs to a print server elsewhere, whose disk cannot be seen from here.`;
    case 'settings-unreadable':
      return t`The kiosk may not read ${reason.file}, or it is not there.`;
    case 'settings-not-understood':
      return t`${reason.file} has a line that the print server itself would misread.`;
    case 'another-server':
      return t`cupsd.conf does not let its server listen where this queue was found: it may be another server.`;
    case 'temp-not-named':
      return t`cups-files.conf names no TempDir, so the folder for temporary files is not known.`;
    case 'not-in-memory': {
      const place = placeInWords(reason.place, reason.path);
      return t`${place} is not in memory (tmpfs) but on: ${reason.fileSystem}.`;
    }
    case 'keeps-files':
      return t`It keeps documents after the job (PreserveJobFiles).`;
    case 'forgets-results':
      return t`It forgets jobs before their end can be read (PreserveJobHistory).`;
    case 'logs-too-much':
      return t`Its log may hold what filters say about the document (${reason.setting}).`;
    case 'page-log':
      return t`It logs users and jobs page by page (PageLogFormat).`;
    case 'facts-missing':
      return t`It does not tell its ${reason.attribute}.`;
    case 'writes-files':
      return t`It makes files instead of prints (${reason.backend}).`;
    case 'sends-again':
      return t`It prints a job that failed once more by itself (printer-error-policy ${reason.policy}).`;
    case 'a-class':
      return t`It is a class of several printers: which one prints is not known.`;
    case 'another-queue-behind':
      return t`It hands on to another queue, which keeps its own copies.`;
    default:
      return unreachable(reason);
  }
}
