import type { SpoolRefusal } from '../../printing/spool-refusal.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, together, warn } from '../finding.ts';
import { refusalRemedies, wordsOfRefusal } from './spool-words.ts';

export const cups = declareCheck({
  id: 'cups',
  title: 'Settings of the print server',
  why: 'CUPS writes each card into files; only where all of them are in memory is nothing left of it.',
  goLive: { kind: 'breaks', invariants: [2, 5], whenUnknown: 'stops' },
  remedies: {
    ...refusalRemedies,
    listen: 'Take the line `{line}` out of `{file}`, and run `systemctl restart cups` as root.',
  },
});

/** Whether CUPS runs. `since`: milliseconds since 1970. `unknown`: other accounts' programs can't be seen here. */
export type PrintServerRun =
  | { readonly kind: 'running'; readonly since: number }
  | { readonly kind: 'not-running' | 'unknown' };

export interface CupsFacts {
  /** Whether a print server or its settings are on this computer. */
  readonly isInstalled: boolean;
  /** Why no queue of this server may be used; empty: all of it may. What concerns one queue alone is not asked here. */
  readonly refusals: readonly SpoolRefusal[];
  /** The last `AccessLogLevel`: null where it says nothing, undefined where there is none or nothing could be read. */
  readonly accessLogLevel: string | null | undefined;
  /** The lines by which it listens to more than this computer. */
  readonly listensToOthers: readonly string[];
  readonly run: PrintServerRun;
  /** When one of its two files was last changed, in milliseconds since 1970; null: that can't be seen. */
  readonly settingsChanged: number | null;
  /** cupsd.conf. */
  readonly settingsFile: string;
}

export function judgeCups(facts: CupsFacts): Finding {
  const { isInstalled, refusals, settingsFile } = facts;
  if (!isInstalled) {
    return pass('CUPS is not installed: the kiosk speaks to a printer directly, and uses no queue.');
  }
  const judged = refusals.map((refusal) => {
    const { found, todo } = wordsOfRefusal(refusal);
    return fail(found, todo);
  });
  return together(
    judgeWhatIsWritten(facts.accessLogLevel, refusals.length > 0),
    judgeListening(facts.listensToOthers, settingsFile),
    judgeAge(facts),
    ...judged,
  );
}

function judgeWhatIsWritten(accessLogLevel: CupsFacts['accessLogLevel'], isRefused: boolean): Finding {
  // Its lines have neither a job's name nor a user (measured), but the minute of each card.
  if (!isRefused && accessLogLevel?.toLowerCase() !== 'none') {
    return warn(
      'CUPS keeps no documents, but notes the minute of each job in access_log.',
      cups.remedies.prepare,
    );
  }
  return pass('CUPS keeps what it has of a job in memory, and logs no job.');
}

function judgeListening(lines: readonly string[], file: string): Finding {
  const [first, ...others] = lines;
  if (first === undefined) return pass('It listens to this computer alone.');
  const listen = (line: string): string => remedy(cups.remedies.listen, { line, file });
  return warn(`CUPS listens to other computers (${lines.join(', ')}).`, listen(first), ...others.map(listen));
}

/** The kernel tells whole seconds of its own start, and so of each process's. */
const TOLERANCE = 2000;

/** cupsd reads its files when it starts, and the kiosk whenever it looks. */
function judgeAge({ run, settingsChanged }: CupsFacts): Finding {
  switch (run.kind) {
    case 'unknown':
      return notRun('Whether CUPS goes by these files can’t be seen: programs of other accounts are hidden.');
    case 'not-running':
      return pass('It doesn’t run now, and reads them when it starts.');
    case 'running':
      if (settingsChanged === null) return notRun('When the files of CUPS were changed can’t be seen.');
      return settingsChanged > run.since + TOLERANCE
        ? notRun(
            'CUPS started before its files were changed, and goes by others. Run `systemctl restart cups`.',
          )
        : pass('It has started since they were changed.');
  }
}
