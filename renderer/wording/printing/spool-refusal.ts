import { t } from '@lingui/core/macro';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { unreachable } from '../../../shared/result.ts';

type NotInMemory = Extract<SpoolRefusal, { kind: 'not-in-memory' }>;

function notInMemoryInWords({ place, path, fileSystem }: NotInMemory): string {
  switch (place) {
    case 'spool':
      return t`Its spool (${path}) is on ${fileSystem}, not in memory (tmpfs).`;
    case 'temp':
      return t`Its temporary folder (${path}) is on ${fileSystem}, not in memory (tmpfs).`;
    case 'cache':
      return t`Its cache (${path}) is on ${fileSystem}, not in memory (tmpfs).`;
    default:
      return unreachable(place);
  }
}

/** What about a print queue on this machine is not as it must be: for IT staff, so with the server's own words. */
export function spoolRefusalInWords(reason: SpoolRefusal): string {
  switch (reason.kind) {
    case 'not-this-machine':
      return t`It belongs to a print server elsewhere, whose disk can’t be checked from here.`;
    case 'settings-unreadable':
      return t`The kiosk can’t read ${reason.file}, or it isn’t there.`;
    case 'settings-not-understood':
      return t`${reason.file} has a line that the print server itself would misread.`;
    case 'another-server':
      return t`cupsd.conf doesn’t let its server listen where this queue was found. It may be another server.`;
    case 'temp-not-named':
      return t`cups-files.conf names no TempDir, so the temporary folder isn’t known.`;
    case 'not-in-memory':
      return notInMemoryInWords(reason);
    case 'keeps-files':
      return t`It keeps documents after the job (PreserveJobFiles).`;
    case 'forgets-results':
      return t`It forgets jobs before their result can be read (PreserveJobHistory).`;
    case 'logs-too-much':
      return t`Its log may contain what filters say about the document (${reason.setting}).`;
    case 'page-log':
      return t`It logs users and jobs page by page (PageLogFormat).`;
    case 'facts-missing':
      return t`It doesn’t report its ${reason.attribute}.`;
    case 'writes-files':
      return t`It writes files instead of printing (${reason.backend}).`;
    case 'sends-again':
      return t`It reprints failed jobs by itself (printer-error-policy ${reason.policy}).`;
    case 'a-class':
      return t`It’s a class of several printers, so it isn’t known which one prints.`;
    case 'another-queue-behind':
      return t`It forwards to another queue, which keeps its own copies.`;
    default:
      return unreachable(reason);
  }
}
