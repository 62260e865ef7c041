import { inGroups } from '../ledger/checkpoint.ts';
import { grouped, momentInWords, row, type StatementSection } from './figures.ts';
import type { Statement } from './statement.ts';
import type { ReadStatement } from './statement-file.ts';

const STATES: Readonly<Record<Statement['applications'][number]['state'], string>> = {
  draft: 'Being filled in',
  checked: 'Documents checked',
  photographed: 'Photo taken',
  ready: 'Ready to print',
  queued: 'Waiting for the printer',
  printing: 'Card being printed',
  printed: 'Card printed',
  spoiled: 'Card spoiled',
  'handed-over': 'Card handed over',
  denied: 'Denied',
  withdrawn: 'Withdrawn',
  expired: 'Expired',
  'called-off': 'Ended by the office',
  wiping: 'Erasure under way',
};

const CUSTODY = {
  memory: 'key in memory',
  sealed: 'key on disk, encrypted',
  'no-key': 'no key found',
} as const;

/** Open applications: how many, in which state, and where the keys are that this kiosk has. */
export function applicationsSection({
  applications,
  keys,
}: Pick<ReadStatement, 'applications' | 'keys'>): StatementSection {
  const total = applications.reduce((sum, each) => sum + each.applications, 0);
  return {
    label: 'Open applications',
    rows: [
      row('Open applications', grouped(total)),
      ...applications.map((each) =>
        row(`${STATES[each.state]}, ${CUSTODY[each.custody]}`, grouped(each.applications)),
      ),
      row('Keys in memory', grouped(keys.inMemory)),
      row('Keys on disk, encrypted', grouped(keys.inSlots)),
    ],
    lines: ['The keys are those of open applications and of unfinished erasures.'],
  };
}

const APPLICANTS = { off: 'no', counter: 'at the counter', 'self-service': 'self-service' } as const;
const PACK_UP = { no: 'no', 'under-way': 'under way', done: 'yes' } as const;

/** Settings, staff, ribbons, printers. */
export function machineSections({
  settings,
  staff,
  recovery,
  ribbons,
  printers,
  jobs,
}: Pick<
  ReadStatement,
  'settings' | 'staff' | 'recovery' | 'ribbons' | 'printers' | 'jobs'
>): readonly StatementSection[] {
  const moment = (utc: number): string => momentInWords(utc, settings.timeZone);
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
        ...laterSettings(settings),
        ...(settings.suspended.length === 0 ? [row('Intake suspended', 'no')] : []),
        ...settings.suspended.map(({ source, since }) =>
          row(
            source === 'order' ? 'Intake suspended by an order' : 'Intake suspended by staff',
            since === null ? 'announced, not in force yet' : `since ${moment(since)}`,
          ),
        ),
        row('Counter’s day', settings.counterDay === null ? 'none is open' : `open: ${settings.counterDay}`),
        row('Packed up', PACK_UP[settings.packUp]),
        row('Clerks', grouped(staff.clerk)),
        row('Supervisors', grouped(staff.supervisor)),
        row('IT staff', grouped(staff.it)),
        row(
          'Recovery codes',
          recovery.since === null ? recovery.kind : `${recovery.kind}, since ${moment(recovery.since)}`,
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
          ribbons.inPrinter === null ? 'none noted' : `since ${moment(ribbons.inPrinter.since)}`,
        ),
        row('Used ribbons kept', grouped(ribbons.held.length)),
        ...ribbons.held.map(({ ribbon, removed }) =>
          row(`Ribbon ${inGroups(ribbon)}`, `taken out ${moment(removed)}`),
        ),
      ],
      lines:
        ribbons.held.length === 0 && ribbons.inPrinter === null
          ? []
          : ['A used ribbon shows the cards that were made with it.'],
    },
  ];
}

/** What the first format did not tell. */
function laterSettings(settings: ReadStatement['settings']): StatementSection['rows'] {
  if (!('newestOrder' in settings)) return [];
  return [
    row('Applicants use this kiosk’s screen', APPLICANTS[settings.residents]),
    row('Last order carried out', settings.newestOrder === 0 ? 'none' : `number ${settings.newestOrder}`),
  ];
}

function printerInWords({ driver, address }: Statement['printers']['card']): string {
  return driver === 'virtual' ? 'built-in printer' : address === '' ? driver : address.slice(0, 300);
}
