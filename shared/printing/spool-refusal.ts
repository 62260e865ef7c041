import { z } from 'zod';

/**
 * Why a CUPS queue may not be used: what it prints would stay on a disk, or how a job ended could not be
 * learned. What to do about each stands in `docs/cups.md`.
 *
 * - `not-this-machine`: the queue belongs to a CUPS server elsewhere, whose spool cannot be seen.
 * - `settings-unreadable`: the kiosk may not read this file of the server's settings, or it is not there.
 * - `settings-not-understood`: cupsd itself would cut a line of it in two, or not start with it.
 * - `another-server`: cupsd.conf does not make its server listen where this queue was found.
 * - `temp-not-named`: without a TempDir line cupsd takes a folder from its own environment, unseen by us.
 * - `not-in-memory`: this folder is on no tmpfs; `fileSystem` is `unknown` if it is not there or cannot be seen.
 * - `keeps-files`: documents stay after the job. `forgets-results`: jobs may go before their end was read.
 * - `logs-too-much`: what filters say about the document can end in error_log. `page-log`: jobs and users in page_log.
 * - `facts-missing`: the queue does not tell this attribute.
 * - `writes-files`: the queue makes files instead of prints.
 * - `sends-again`: a job that failed is not ended but printed once more, by itself or when the queue is resumed.
 * - `a-class`: a class of printers. `another-queue-behind`: the queue hands on to another one, which spools too.
 */
export const spoolRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('not-this-machine') }),
  z.object({ kind: z.literal('settings-unreadable'), file: z.string() }),
  z.object({ kind: z.literal('settings-not-understood'), file: z.string() }),
  z.object({ kind: z.literal('another-server') }),
  z.object({ kind: z.literal('temp-not-named') }),
  z.object({
    kind: z.literal('not-in-memory'),
    place: z.enum(['spool', 'temp', 'cache']),
    path: z.string(),
    fileSystem: z.string(),
  }),
  z.object({ kind: z.literal('keeps-files') }),
  z.object({ kind: z.literal('forgets-results') }),
  z.object({ kind: z.literal('logs-too-much'), setting: z.enum(['LogLevel', 'LogDebugHistory']) }),
  z.object({ kind: z.literal('page-log') }),
  z.object({
    kind: z.literal('facts-missing'),
    attribute: z.enum(['device-uri', 'printer-type', 'printer-error-policy']),
  }),
  z.object({ kind: z.literal('writes-files'), backend: z.enum(['cups-pdf', 'cups-brf', 'file']) }),
  z.object({ kind: z.literal('sends-again'), policy: z.string() }),
  z.object({ kind: z.literal('a-class') }),
  z.object({ kind: z.literal('another-queue-behind') }),
]);
export type SpoolRefusal = z.infer<typeof spoolRefusal>;
