import type { SpoolRefusal } from '../../printing/spool-refusal.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, pass, together, warn } from '../finding.ts';
import { refusalRemedies, wordsOfRefusal } from './spool-words.ts';

export const cups = declareCheck({
  id: 'cups',
  title: 'Settings of the print server',
  why: 'CUPS writes each card into files; only where all of them are in memory is nothing left of it.',
  goLive: { kind: 'breaks', invariants: [2, 5] },
  remedies: {
    ...refusalRemedies,
    accessLog: 'Write `AccessLogLevel none` into `{file}`, and restart CUPS.',
  },
});

export interface CupsFacts {
  /** Whether a print server or its settings are on this computer. */
  readonly isInstalled: boolean;
  /** Why no queue of this server may be used; empty: all of it may. What concerns one queue alone is not asked here. */
  readonly refusals: readonly SpoolRefusal[];
  /** The last `AccessLogLevel`: null where it says nothing, undefined where there is none or nothing could be read. */
  readonly accessLogLevel: string | null | undefined;
  /** cupsd.conf. */
  readonly settingsFile: string;
}

export function judgeCups({ isInstalled, refusals, accessLogLevel, settingsFile }: CupsFacts): Finding {
  if (!isInstalled) {
    return pass('CUPS is not installed: the kiosk speaks to a printer directly, and uses no queue.');
  }
  const judged = refusals.map((refusal) => {
    const { found, todo } = wordsOfRefusal(refusal, settingsFile);
    return fail(found, todo);
  });
  const [first, ...others] = judged;
  if (first !== undefined) return together(first, ...others);
  // Its lines have neither a job's name nor a user (measured), but the minute of each card.
  if (accessLogLevel?.toLowerCase() !== 'none') {
    return warn(
      'CUPS keeps no documents, but notes the minute of each job in access_log.',
      remedy(cups.remedies.accessLog, { file: settingsFile }),
    );
  }
  return pass('CUPS keeps what it has of a job in memory, and logs no job.');
}
