import { dayText } from '../../../shared/calendar.ts';
import {
  jobsByPrinter,
  settingsOf,
  staffByRole,
  statedDoctor,
  statedHold,
  statedPrinter,
} from '../statement/feature-facts.ts';
import { type FactsOfFeatures, obstacleNow, type StatementPort } from '../statement/make-statement.ts';
import { placesOf } from '../statement/places-to-search.ts';
import { type ControlledSearchPort, searchWithControl } from '../statement/search-with-control.ts';
import { createStatedLedger } from '../statement/stated-ledger.ts';
import { measureVault } from '../statement/vault-control.ts';
import { workFacts } from '../statement/work-facts.ts';
import type { Services } from './services.ts';

/** What a custody statement is made of, from each feature that knows it. */
export function statementPort(services: Services): StatementPort {
  const { vault, clock, closing } = services;
  const searching = { clock, closing, places: placesNow(services) };
  return {
    ...{ vault, closing },
    ledger: createStatedLedger(services),
    search: (identifiers, tell) => searchWithControl(searching, identifiers, tell),
    obstacle: () => obstacleNow(services),
    facts: () => factsOf(services),
    work: () => workFacts(services),
    measureVault: () => measureVault(services),
  };
}

function placesNow({ facts }: Services): ControlledSearchPort['places'] {
  const [dataFolder = '', keeperFolder = ''] = facts.searchRoots;
  const { exportFolder, cardFolder, sharedFolders } = facts;
  return {
    all: () => placesOf({ dataFolder, keeperFolder, exportFolder, cardFolder, sharedFolders }),
    forControl: [dataFolder, keeperFolder],
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
  const { utc } = outbox.now();
  return {
    made: {
      utc,
      day: dayText(services.clock.dateAt(utc)),
      clock: time.doubt() === null ? 'believed' : 'in-doubt',
    },
    // What rests is told by the rows of its table.
    pending: outbox.waiting(),
    kiosk: { identifier: identity.identifier, name: identity.name },
    program: { version: facts.version, build: facts.build, runtime: facts.runtime },
    policy: { id: rules.id, version: rules.version, hash },
    settings: settingsOf({
      custody: identity.custody,
      practice: kiosk.isPracticing(),
      // That of `day`.
      timeZone: services.clock.timeZone,
      residents: kiosk.forResidents().setting,
      // Beside an older copy of the vault the ledger knows of a newer one.
      newestOrder: services.newestOrder.missing() ?? services.suspensionRows.newestOrder(),
      suspended: services.suspensions.all(),
      day: services.dayRows.day(),
      packUp: services.dayRows.packUp(),
    }),
    staff: staffByRole(services.staff.members()),
    recovery: { kind: decision.kind, since: decision.kind === 'undecided' ? null : decision.since },
    ribbons: { inPrinter: held.fitted, held: [...held.held] },
    printers: {
      card: statedPrinter(printer.now()),
      ordinary: ordinary === null ? null : statedPrinter(ordinary),
    },
    jobs: jobsByPrinter(services.jobRows.all()),
    doctor: statedDoctor(services.doctor.last()),
    holds: holds.all().map(statedHold),
  };
}
