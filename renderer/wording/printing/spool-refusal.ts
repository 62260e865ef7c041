import { t } from '@lingui/core/macro';
import type { SpoolRefusal } from '../../../shared/printing/spool-refusal.ts';
import { unreachable } from '../../../shared/result.ts';

type NotInMemory = Extract<SpoolRefusal, { kind: 'not-in-memory' }>;

function notInMemoryInWords({ place, path, fileSystem }: NotInMemory): string {
  switch (place) {
    case 'spool':
      return t({
        message: `Its spool (${path}) is on ${fileSystem}, not in memory (tmpfs).`,
        comment:
          'What is wrong with a print queue, for IT staff. {path} is a folder, {fileSystem} a kind of file system, like ext4.',
      });
    case 'temp':
      return t({
        message: `Its temporary folder (${path}) is on ${fileSystem}, not in memory (tmpfs).`,
        comment:
          'What is wrong with a print queue, for IT staff. {path} is a folder, {fileSystem} a kind of file system, like ext4.',
      });
    case 'cache':
      return t({
        message: `Its cache (${path}) is on ${fileSystem}, not in memory (tmpfs).`,
        comment:
          'What is wrong with a print queue, for IT staff. {path} is a folder, {fileSystem} a kind of file system, like ext4.',
      });
    default:
      return unreachable(place);
  }
}

/** What about a print queue on this machine is not as it must be: for IT staff, so with the server's own words. */
export function spoolRefusalInWords(reason: SpoolRefusal): string {
  switch (reason.kind) {
    case 'not-this-machine':
      return t`It belongs to a print server elsewhere, whose disk can’t be checked from here.`;
    case 'settings-unreadable': {
      const { file } = reason;
      return t({
        message: `The kiosk can’t read ${file}, or it isn’t there.`,
        comment:
          'What is wrong with a print queue, for IT staff. {file} is the name of a settings file, like cupsd.conf.',
      });
    }
    case 'settings-not-understood': {
      const { file } = reason;
      return t({
        message: `${file} has a line that the print server itself would misread.`,
        comment:
          'What is wrong with a print queue, for IT staff. {file} is the name of a settings file, like cupsd.conf.',
      });
    }
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
    case 'logs-too-much': {
      const { setting } = reason;
      return t({
        message: `Its log may contain what filters say about the document (${setting}).`,
        comment:
          'What is wrong with a print queue, for IT staff. {setting} is the server’s own setting, like LogLevel.',
      });
    }
    case 'page-log':
      return t`It logs users and jobs page by page (PageLogFormat).`;
    case 'facts-missing': {
      const { attribute } = reason;
      return t({
        message: `It doesn’t report its ${attribute}.`,
        comment:
          'What is wrong with a print queue, for IT staff. {attribute} is a technical name, like printer-error-policy.',
      });
    }
    case 'writes-files': {
      const { backend } = reason;
      return t({
        message: `It writes files instead of printing (${backend}).`,
        comment:
          'What is wrong with a print queue, for IT staff. {backend} is the server’s own word, like file.',
      });
    }
    case 'sends-again': {
      const { policy } = reason;
      return t({
        message: `It reprints failed jobs by itself (printer-error-policy ${policy}).`,
        comment:
          'What is wrong with a print queue, for IT staff. {policy} is the server’s own word, like retry-job.',
      });
    }
    case 'a-class':
      return t`It’s a class of several printers, so it isn’t known which one prints.`;
    case 'another-queue-behind':
      return t`It forwards to another queue, which keeps its own copies.`;
    default:
      return unreachable(reason);
  }
}
