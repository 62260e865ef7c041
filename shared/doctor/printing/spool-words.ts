import type { SpoolRefusal } from '../../printing/spool-refusal.ts';
import { unreachable } from '../../result.ts';
import { remedy } from '../check.ts';

/** What is done about a refusal of the print server's settings; docs/cups.md has the whole set-up. */
export const refusalRemedies = {
  prepare: 'Run `counterfoil-cups` as root. Where no package has brought it, do what docs/cups.md says.',
  correct: 'Run `cupsd -t` as root: it says which line of {file} is wrong. Then run `counterfoil-cups`.',
  queue: 'Make the queue anew on the kiosk’s own print server (docs/cups.md, step 5).',
} as const;

const PLACES = { spool: 'spool', temp: 'temporary folder', cache: 'cache' } as const;

/** A refusal as the doctor says it, and what to do. */
export function wordsOfRefusal(refusal: SpoolRefusal): { readonly found: string; readonly todo: string } {
  const prepare = refusalRemedies.prepare;
  switch (refusal.kind) {
    case 'settings-unreadable':
      return { found: `This account can’t read ${refusal.file}.`, todo: prepare };
    case 'settings-not-understood':
      return {
        found: `${refusal.file} is not as CUPS could read it.`,
        todo: remedy(refusalRemedies.correct, { file: refusal.file }),
      };
    case 'temp-not-named':
      return { found: 'CUPS may use any temporary folder.', todo: prepare };
    case 'not-in-memory':
      return {
        found: `The ${PLACES[refusal.place]} of CUPS, ${refusal.path}, is on ${refusal.fileSystem}.`,
        todo: prepare,
      };
    case 'keeps-files':
      return { found: 'CUPS keeps documents.', todo: prepare };
    case 'forgets-results':
      return { found: 'CUPS forgets how a job ended.', todo: prepare };
    case 'logs-too-much':
      return { found: `CUPS may log what a card says (${refusal.setting}).`, todo: prepare };
    case 'page-log':
      return { found: 'CUPS logs each page.', todo: prepare };
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
