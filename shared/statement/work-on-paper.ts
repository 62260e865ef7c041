import { inGroups } from '../ledger/checkpoint.ts';
import { figure, momentInWords, row, type StatementSection } from './figures.ts';
import type { Statement } from './statement.ts';

const CUSTODY = {
  memory: 'key in memory',
  sealed: 'key on disk, encrypted',
  'no-key': 'no key found',
} as const;

/** Open applications and unproven erasures: how many, in which state, and where their keys are. */
export function applicationsSection({ applications, keys, wipes }: Statement): StatementSection {
  const total = applications.reduce((sum, each) => sum + each.applications, 0);
  return {
    label: 'Open applications',
    rows: [
      row('Open applications', String(total)),
      ...applications.map((each) =>
        row(`State ${each.state}, ${CUSTODY[each.custody]}`, String(each.applications)),
      ),
      row('Keys in memory', String(keys.inMemory)),
      row('Keys on disk, encrypted', String(keys.inSlots)),
      row('Erasures not proven', String(wipes.notProven)),
      ...wipes.openSteps.map(({ step, wipes: open }) =>
        row(`Open step ${step}`, figure(open, 'erasure', 'erasures')),
      ),
    ],
    lines: [],
  };
}

/** Each hold, and the ledger's entry at which it was set. */
export function holdsSection({ holds, ledger }: Statement): StatementSection {
  return {
    label: 'Legal holds in force',
    rows: holds.flatMap((hold) => [
      row('Legal hold', inGroups(hold.hold)),
      row(
        'Set',
        `${momentInWords(hold.since)}, ${hold.sequence === null ? 'no ledger entry yet' : `ledger entry ${hold.sequence}`}; the ledger now has ${ledger.entries}`,
      ),
      row('Covers', hold.scope === 'all' ? 'everything, and what begins later' : 'named tickets'),
      row('Reason', hold.reason),
      row(
        'Applications it kept when it was set',
        `${hold.frozen}, of which ${hold.unsealed} have a key in memory only`,
      ),
      row(
        'New applications',
        hold.intakeResumed
          ? `resumed with counsel’s reference; ${hold.scope === 'all' ? 'each that began since is kept as well, and counted among the open ones' : 'not kept'}`
          : 'stopped',
      ),
    ]),
    lines:
      holds.length === 0
        ? ['None is in force.']
        : [
            'Making this statement overwrote the journal of the vault, as each ledger entry does, also under a legal hold. What the journal had before is on this paper as a figure.',
          ],
  };
}

const PACK_UP = { no: 'no', 'under-way': 'under way', done: 'yes' } as const;

/** Settings, staff, ribbons, printers. */
export function machineSections({
  settings,
  staff,
  recovery,
  ribbons,
  printers,
  jobs,
}: Statement): readonly StatementSection[] {
  const custody =
    settings.custody === null
      ? 'not decided'
      : settings.custody === 'memory'
        ? 'in memory'
        : 'on disk, encrypted';
  return [
    {
      label: 'Settings and staff',
      rows: [
        row('Keys of new applications', custody),
        row('Practice with invented people', settings.practice ? 'on' : 'off'),
        row('Time zone', settings.timeZone),
        ...(settings.suspended.length === 0 ? [row('Intake suspended', 'no')] : []),
        ...settings.suspended.map(({ source, since }) =>
          row(
            source === 'order' ? 'Intake suspended by an order' : 'Intake suspended by staff',
            since === null ? 'announced, not in force yet' : `since ${momentInWords(since)}`,
          ),
        ),
        row('Counter’s day', settings.counterDay === null ? 'none is open' : `open: ${settings.counterDay}`),
        row('Packed up', PACK_UP[settings.packUp]),
        row('Clerks', String(staff.clerk)),
        row('Supervisors', String(staff.supervisor)),
        row('IT staff', String(staff.it)),
        row(
          'Recovery codes',
          recovery.since === null
            ? recovery.kind
            : `${recovery.kind}, since ${momentInWords(recovery.since)}`,
        ),
      ],
      lines: [],
    },
    {
      label: 'Printers and ribbons',
      rows: [
        row('Card printer', printerInWords(printers.card)),
        row('Ordinary printer', printers.ordinary === null ? 'none' : printerInWords(printers.ordinary)),
        ...jobs.map((each) =>
          row(
            `Jobs known at ${printerInWords(each.printer)}`.slice(0, 400),
            `${each.jobs}, of which ${each.open} are not proven gone`,
          ),
        ),
        ...(jobs.length === 0 ? [row('Jobs known at printers', '0')] : []),
        row(
          'Ribbon in the printer',
          ribbons.inPrinter === null ? 'none noted' : `since ${momentInWords(ribbons.inPrinter.since)}`,
        ),
        row('Used ribbons kept', String(ribbons.held.length)),
        ...ribbons.held.map(({ ribbon, removed }) =>
          row(`Ribbon ${inGroups(ribbon)}`, `taken out ${momentInWords(removed)}`),
        ),
      ],
      lines:
        ribbons.held.length === 0 && ribbons.inPrinter === null
          ? []
          : ['A used ribbon shows the cards that were made with it.'],
    },
  ];
}

function printerInWords({ driver, address }: Statement['printers']['card']): string {
  return driver === 'virtual' ? 'built-in printer' : address === '' ? driver : address.slice(0, 300);
}
