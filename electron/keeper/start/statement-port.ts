import { dayText } from '../../../shared/calendar.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import type { FactsOfFeatures, StatementPort } from '../statement/make-statement.ts';
import { placesOf } from '../statement/searched-places.ts';
import type { Services } from './services.ts';

/** What a custody statement is made of, from each feature that knows it. */
export function statementPort(services: Services): StatementPort {
  const { facts } = services;
  const [dataFolder = '', keeperFolder = ''] = facts.searchRoots;
  return {
    ...services,
    places: {
      all: () =>
        placesOf({
          dataFolder,
          keeperFolder,
          exportFolder: facts.exportFolder,
          cardFolder: facts.cardFolder,
          sharedFolders: facts.sharedFolders,
        }),
      forControl: [dataFolder, keeperFolder],
    },
    facts: () => factsOf(services),
  };
}

function factsOf(services: Services): FactsOfFeatures {
  const { kiosk, facts, policies, holds, ribbons, printer, outbox, time } = services;
  const identity = kiosk.read();
  if (identity === null) throw new Error('a kiosk that is not set up makes no statement');
  const { rules, hash } = policies.inForce;
  const decision = services.recovery.decision();
  const held = ribbons.held();
  const ordinary = printer.ordinary();
  return {
    clock: time.doubt() === null ? 'believed' : 'in-doubt',
    pending: outbox.waiting(),
    kiosk: { identifier: identity.identifier, name: identity.name },
    program: { version: facts.version, build: facts.build, runtime: facts.runtime },
    policy: { id: rules.id, version: rules.version, hash },
    settings: settingsOf(services, identity.custody),
    staff: staffCounts(services),
    recovery: { kind: decision.kind, since: decision.kind === 'undecided' ? null : decision.since },
    ribbons: { inPrinter: held.fitted, held: [...held.held] },
    printers: {
      card: shownPrinter(printer.now()),
      ordinary: ordinary === null ? null : shownPrinter(ordinary),
    },
    jobs: jobsByPrinter(services),
    holds: holds.all().map((hold) => ({
      hold: hold.identifier,
      scope: hold.scope,
      reason: hold.reason,
      since: hold.since,
      frozen: hold.frozen,
      unsealed: hold.unsealed,
      intakeResumed: hold.reference !== null,
    })),
  };
}

function settingsOf(
  { kiosk, policies, suspensions, suspensionRows, dayRows }: Services,
  custody: Statement['settings']['custody'],
): Statement['settings'] {
  const day = dayRows.day();
  const packUp = dayRows.packUp();
  return {
    custody,
    practice: kiosk.isPracticing(),
    timeZone: policies.inForce.rules.timeZone,
    residents: kiosk.forResidents().setting,
    newestOrder: suspensionRows.newestOrder(),
    suspended: suspensions.all().map(({ source, since }) => ({ source, since })),
    counterDay: day === null ? null : dayText(day.day),
    packUp: packUp === null ? 'no' : packUp.done === 1 ? 'done' : 'under-way',
  };
}

type ShownPrinter = Statement['printers']['card'];

function shownPrinter(printer: ReturnType<Services['jobRows']['all']>[number]['printer']): ShownPrinter {
  switch (printer.driver) {
    case 'ipp':
      return { driver: 'ipp', address: printer.address };
    case 'os':
      return { driver: 'os', address: printer.name };
    case 'virtual':
      return { driver: 'virtual', address: '' };
  }
}

function staffCounts({ staff }: Services): Statement['staff'] {
  const roles = staff.members().map(({ role }) => role);
  const count = (role: Statement['askedBy']['role']): number => roles.filter((each) => each === role).length;
  return { clerk: count('clerk'), supervisor: count('supervisor'), it: count('it') };
}

function jobsByPrinter({ jobRows }: Services): Statement['jobs'] {
  const counts = new Map<string, Statement['jobs'][number]>();
  for (const { printer, purged } of jobRows.all()) {
    const shown = shownPrinter(printer);
    const name = JSON.stringify(shown);
    const before = counts.get(name) ?? { printer: shown, jobs: 0, open: 0 };
    const open = before.open + (purged === 'purged' ? 0 : 1);
    counts.set(name, { ...before, jobs: before.jobs + 1, open });
  }
  return [...counts.values()];
}
