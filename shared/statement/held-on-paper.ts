import type { WipeStep } from '../contract/application/wipe-steps.ts';
import { inGroups } from '../ledger/checkpoint.ts';
import { figure, grouped, momentInWords, row, type StatementSection } from './figures.ts';
import type { OpenSteps } from './statement.ts';
import type { ReadStatement } from './statement-file.ts';

/** Erasures that have not ended: what a legal hold stopped, apart from what waits for a printer and from the others. */
export function erasuresSection(statement: ReadStatement): StatementSection {
  const label = 'Unfinished erasures';
  if (statement.format === 'counterfoil custody statement 1') {
    const { notProven, openSteps } = statement.wipes;
    return {
      label,
      rows: [
        row('Erasures not proven', grouped(notProven)),
        // As its paper had it.
        ...openSteps.map(({ step, wipes }) => row(`Open step ${step}`, erasures(wipes))),
      ],
      lines: [
        'This statement has format 1. It doesn’t tell erasures that a legal hold stopped from those that wait for a printer or failed.',
      ],
    };
  }
  const { stopped, waitingForPrinter, notProven } = statement.wipes;
  return {
    label,
    rows: [
      row('Stopped by a legal hold', grouped(stopped.wipes)),
      row('Stopped, key in memory only', grouped(stopped.inMemory)),
      row('Stopped, key on disk, encrypted', grouped(stopped.inSlots)),
      ...(stopped.noKey === 0 ? [] : [row('Stopped, no key found', grouped(stopped.noKey))]),
      ...stepsInWords('Stopped, still open', stopped.openSteps),
      row('Waiting only for a printer', grouped(waitingForPrinter)),
      row('Others, not proven', grouped(notProven.wipes)),
      ...stepsInWords('Others, still open', notProven.openSteps),
    ],
    lines: [
      'A stopped erasure isn’t counted among the open applications. What it would still remove is here.',
      'An erasure that waits only for a printer has removed key and rows. Whether the printer’s side still has its jobs isn’t proven.',
    ],
  };
}

/** A step that is open has not done what its name says, so the paper calls it by what is to be done. */
const STEPS: Readonly<Record<WipeStep, string>> = {
  'worker-ended': 'end of the print process',
  'key-destroyed': 'removal of the key',
  'rows-deleted': 'removal of the rows in the vault',
  'print-side-purged': 'removal of the jobs at the printer',
  searched: 'search for what is left',
  'session-ended': 'end of the session',
  'folder-removed': 'removal of the session’s folder',
};

function stepsInWords(label: string, steps: OpenSteps): StatementSection['rows'] {
  return steps.map(({ step, wipes }) => row(`${label}: ${STEPS[step]}`, erasures(wipes)));
}

function erasures(wipes: number): string {
  return figure(wipes, 'erasure', 'erasures');
}

/** Each hold, and the ledger's entry at which it was set. */
export function holdsSection(statement: ReadStatement): StatementSection {
  const { holds, ledger, settings } = statement;
  return {
    label: 'Legal holds in force',
    rows: holds.flatMap((hold) => [
      row('Legal hold', inGroups(hold.hold)),
      row(
        'Set',
        `${momentInWords(hold.since, settings.timeZone)}, ${hold.sequence === null ? 'no ledger entry yet' : `ledger entry ${hold.sequence}`}; the ledger now has ${ledger.entries}`,
      ),
      row('Covers', hold.scope === 'all' ? 'everything, and what begins later' : 'named tickets'),
      row('Reason', hold.reason),
      row(
        'Open applications it kept when it was set',
        `${hold.frozen}, of which ${hold.unsealed} then had a key in memory only`,
      ),
      ...('stopped' in hold
        ? [
            row(
              'Erasures it stops now',
              `${hold.stopped.wipes}, of which ${hold.stopped.inMemory} have a key in memory only`,
            ),
          ]
        : []),
      row(
        'New applications',
        hold.intakeResumed
          ? `resumed with counsel’s reference; ${hold.scope === 'all' ? 'each that began since is kept as well, and counted among the open ones' : 'not kept'}`
          : 'stopped',
      ),
    ]),
    lines:
      holds.length === 0 ? ['None is in force.'] : [...linesOf(statement), THEN, journalInWords(statement)],
  };
}

const THEN =
  'What a legal hold kept when it was set is counted as of then. A later hold may have moved keys to the disk, and a power outage may have taken applications. The open applications and keys of this paper are those of now.';

/** A search that is void may have failed before anything was overwritten. */
function journalInWords({ search }: ReadStatement): string {
  const overwrote = search.kind === 'void' ? 'may have overwritten' : 'overwrote';
  return `Making this statement ${overwrote} the journal of the vault, as each ledger entry does when it is written, also under a legal hold. What the journal had before is on this paper as a figure.`;
}

/** How to compare its figures with those of the entry that it names. */
function linesOf({ format }: ReadStatement): readonly string[] {
  return format === 'counterfoil custody statement 1'
    ? []
    : [
        'The ledger entry of a legal hold counts open applications and stopped erasures together. It counts an erasure only at the first hold that stopped it. There, figures above 99 are rounded up.',
      ];
}
