import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { ok } from '../../../shared/result.ts';
import { beginCalls } from '../applications/begin-calls.ts';
import { findByCard } from '../applications/find-by-card.ts';
import { type Occupant, occupantOf } from '../applications/occupants.ts';
import { openApplication } from '../applications/open-application.ts';
import { recordCalls } from '../applications/record-calls.ts';
import { dayCalls } from '../counter-day/day-calls.ts';
import { dayOnSheet } from '../counter-day/day-on-sheet.ts';
import { endUnfinished, unfinished } from '../endings/end-unfinished.ts';
import { finishCalls } from '../endings/finish-calls.ts';
import { holdCalls } from '../holds/hold-calls.ts';
import { sealKeys } from '../holds/seal-keys.ts';
import { createKioskCreation } from '../kiosk/create-kiosk.ts';
import { goLiveCalls, kioskCalls } from '../kiosk/kiosk-calls.ts';
import { ledgerCalls } from '../ledger/ledger-calls.ts';
import { policyCalls } from '../policy/policy-calls.ts';
import { practiceCalls } from '../practice/practice-calls.ts';
import { ordinaryPrinterCalls } from '../printing/ordinary-printer-calls.ts';
import { printCalls } from '../printing/print-calls.ts';
import { printerCalls } from '../printing/printer-calls.ts';
import { testPageCalls } from '../printing/test-page-calls.ts';
import { asHeld, findHeld } from '../production/held-record.ts';
import { productionCalls } from '../production/production-calls.ts';
import { leaveForsakenSearches } from '../record-search/leave-search.ts';
import { recordSearchCalls } from '../record-search/record-search-calls.ts';
import { recoveryCalls } from '../recovery/recovery-calls.ts';
import { giveScreenCalls } from '../residents/give-screen.ts';
import { noticeAcceptances } from '../residents/notice-acceptances.ts';
import { type ApplicationActs, residentCalls } from '../residents/resident-calls.ts';
import { residentSettings } from '../residents/resident-settings.ts';
import { ribbonCalls } from '../ribbons/ribbon-calls.ts';
import { denialCalls } from '../slips/denial-calls.ts';
import { slipCalls } from '../slips/slip-calls.ts';
import type { KeeperHandlers } from '../staff/actor.ts';
import { staffCalls } from '../staff/staff-calls.ts';
import { statementCalls } from '../statement/statement-calls.ts';
import { statisticsCalls } from '../statistics/statistics-calls.ts';
import { orderCalls } from '../suspension/order-calls.ts';
import { suspensionCalls } from '../suspension/suspension-calls.ts';
import type { Services } from './services.ts';
import { statementPort } from './statement-port.ts';
import { statusNow } from './status.ts';

/** Every call of one session's core, each answered by the feature that owns it. */
export function callsOf(services: Services, occupant: Occupant): KeeperHandlers {
  const { vault, facts, policies } = services;
  const finishing = finishCalls(services, occupant);
  const recording = recordCalls(services, occupant);
  return {
    getStatus: () => ok(statusNow(services)(occupant)),
    policy: () => ok(policies.inForce.rules),
    ...staffCalls(
      {
        ...services,
        kioskCreation: createKioskCreation({ ...services, database: vault.database }),
        heldNow: (ticket) => {
          const held = findHeld(services, ticket);
          return held.ok ? asHeld(held.value) : null;
        },
        unattended: () => leaveForsakenSearches(services),
      },
      occupant,
    ),
    ...recoveryCalls(services),
    ...goLiveCalls({ ...services, use: kioskUse(facts) }),
    ...kioskCalls(services),
    ...practiceCalls(services),
    ...holdCalls({
      ...services,
      held: services,
      sealKeys: (hold, kept) => sealKeys(services, hold, kept),
    }),
    ...statisticsCalls({ ...services, exportFolder: facts.exportFolder }),
    ...ledgerCalls({
      ...services,
      dayNow: () => dayOnSheet(services),
      exportFolder: facts.exportFolder,
    }),
    ...dayCalls(services),
    ...suspensionCalls(services),
    ...orderCalls({ ...services, exportFolder: facts.exportFolder }),

    ...statementCalls({ ...services, exportFolder: facts.exportFolder }, statementPort(services)),
    ...policyCalls({ ...services, exportFolder: facts.exportFolder }),
    ...printerCalls(services),
    ...ordinaryPrinterCalls(services, occupant),
    ...testPageCalls(services, occupant),
    ...ribbonCalls(services),
    ...beginCalls(
      services,
      {
        open: (who, row) => openApplication(services, who, row),
        findByCard: (hash) => findByCard(services, hash),
        departureOf: (application) => departureOf(services, application),
      },
      occupant,
    ),
    ...recording,
    ...printCalls({ ...services, build: facts.build }, services, occupant),
    ...denialCalls(services, occupant),
    ...slipCalls(services, occupant),
    ...recordSearchCalls(services, facts.exportFolder, occupant),
    ...productionCalls({ ...services, exportFolder: facts.exportFolder }),
    ...finishing,
    ...residentCalls(services, residentsActs(services, finishing, recording), occupant),
    ...residentSettings(services),
    ...giveScreenCalls(services, occupant),
    ...noticeAcceptances(services),
  };
}

/** A session that has it set aside is still going; null: none is. */
function departureOf({ occupants }: Services, application: ApplicationId): Promise<void> | null {
  return occupantOf(occupants, application)?.departure ?? null;
}

/** What a resident does with their application, by the acts that staff have for it. */
function residentsActs(
  services: Services,
  finishing: ReturnType<typeof finishCalls>,
  recording: ReturnType<typeof recordCalls>,
): ApplicationActs {
  return {
    withdraw: () => finishing.finish({ outcome: 'withdrawn' }),
    departureOf: (application) => departureOf(services, application),
    withdrawUnseen(application) {
      if (!unfinished(services, 'clerk-withdrew').some(({ id }) => id === application)) return false;
      endUnfinished(services, application, 'clerk-withdrew');
      return true;
    },
    edit: (sealed) => recording.keepAnswers({ sealed }),
  };
}
