import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { kioskUse } from '../../../shared/contract/kiosk-use.ts';
import { ok } from '../../../shared/result.ts';
import { beginCalls } from '../applications/begin-calls.ts';
import { findByCard } from '../applications/find-by-card.ts';
import { newRecord } from '../applications/new-record.ts';
import { type Occupant, occupantOf } from '../applications/occupants.ts';
import { openApplication } from '../applications/open-application.ts';
import { recordCalls } from '../applications/record-calls.ts';
import { createClosingSheet } from '../counter-day/closing-sheet.ts';
import { dayCalls } from '../counter-day/day-calls.ts';
import { createDayObstacles } from '../counter-day/day-obstacles.ts';
import { dayOnSheet } from '../counter-day/day-on-sheet.ts';
import { createFiguresNow, type FiguresNow } from '../counter-day/figures-now.ts';
import { doctorCalls } from '../doctor/doctor-calls.ts';
import { finishCalls } from '../endings/finish-calls.ts';
import { holdCalls } from '../holds/hold-calls.ts';
import { holdFormCalls } from '../holds/hold-form-calls.ts';
import type { HoldPort } from '../holds/hold-port.ts';
import { isFinishRefused } from '../holds/refused-finish.ts';
import { sealKeys } from '../holds/seal-keys.ts';
import { setHold } from '../holds/set-hold.ts';
import { createKioskCreation } from '../kiosk/create-kiosk.ts';
import { dateCalls } from '../kiosk/date-calls.ts';
import { examineForGoLive } from '../kiosk/examine-for-go-live.ts';
import { goLiveCalls, kioskCalls } from '../kiosk/kiosk-calls.ts';
import { ledgerCalls } from '../ledger/ledger-calls.ts';
import { endWhatIsThere, goOnByLedger } from '../misfit/go-on-by-ledger.ts';
import { misfitCalls } from '../misfit/misfit-calls.ts';
import { misfitRowsOf } from '../misfit/misfit-rows.ts';
import { dropPending } from '../outbox/pending-entries.ts';
import { paperCalls } from '../papers/paper-calls.ts';
import { testPageCalls } from '../papers/test-page-calls.ts';
import { policyCalls } from '../policy/policy-calls.ts';
import { practiceCalls } from '../practice/practice-calls.ts';
import { createPracticeObstacles } from '../practice/practice-obstacles.ts';
import { createCardQueue } from '../printing/card-queue.ts';
import { printerToIssueOn } from '../printing/may-issue.ts';
import { ordinaryPrinterCalls } from '../printing/ordinary-printer-calls.ts';
import { prepareWorker } from '../printing/prepare-worker.ts';
import { printCalls } from '../printing/print-calls.ts';
import { printerCalls } from '../printing/printer-calls.ts';
import { spoilCalls } from '../printing/spoil-calls.ts';
import { asHeld } from '../production/held-record.ts';
import { productionCalls } from '../production/production-calls.ts';
import { unfinishedCalls } from '../production/unfinished-calls.ts';
import { leaveForsakenSearches } from '../record-search/leave-search.ts';
import { recordSearchCalls } from '../record-search/record-search-calls.ts';
import { searchAnswerCalls } from '../record-search/search-answer-calls.ts';
import { codesObstacle } from '../recovery/codes-obstacle.ts';
import { recoveryCalls } from '../recovery/recovery-calls.ts';
import { finishAnswersCalls } from '../residents/finish-answers.ts';
import { giveScreenCalls } from '../residents/give-screen.ts';
import { languageCalls } from '../residents/language-calls.ts';
import { leaveNowCalls } from '../residents/leave-now.ts';
import { lookCalls } from '../residents/look-calls.ts';
import { noticeAcceptances } from '../residents/notice-acceptances.ts';
import { residentSettings } from '../residents/resident-settings.ts';
import { toldCalls } from '../residents/told-calls.ts';
import { ribbonCalls } from '../ribbons/ribbon-calls.ts';
import { denialCalls } from '../slips/denial-calls.ts';
import { slipCalls } from '../slips/slip-calls.ts';
import { createDenialWriter } from '../slips/write-denial.ts';
import type { KeeperHandlers } from '../staff/actor.ts';
import { type KioskCreation, setUpCalls } from '../staff/set-up-calls.ts';
import { staffCalls } from '../staff/staff-calls.ts';
import { madeStatementCalls } from '../statement/made-statement-calls.ts';
import { makeStatement } from '../statement/make-statement.ts';
import { statementCalls } from '../statement/statement-calls.ts';
import { statisticsCalls } from '../statistics/statistics-calls.ts';
import { orderCalls } from '../suspension/order-calls.ts';
import { createOrdersOnStick } from '../suspension/orders-on-stick.ts';
import { suspensionCalls } from '../suspension/suspension-calls.ts';
import { keyAtRecoveryOf } from './key-at-recovery-of.ts';
import type { Services } from './services.ts';
import { statementPort } from './statement-port.ts';
import { statusNow } from './status.ts';

/** What makes this kiosk, by whoever stands before it or by its provisioning. */
export function kioskCreationOf(services: Services): KioskCreation {
  return createKioskCreation({ ...services, database: services.vault.database });
}

/** Every call of one session's core, each answered by the feature that owns it. */
export function callsOf(services: Services, occupant: Occupant): KeeperHandlers {
  const { facts, policies } = services;
  const finishing = finishCalls(
    { ...services, isFinishRefused: (application) => isFinishRefused(services, application) },
    occupant,
  );
  const recording = recordCalls(
    { ...services, prepareWorker: (policy) => prepareWorker(services, policy) },
    occupant,
  );
  const figures = createFiguresNow(services);
  const holding: HoldPort = {
    ...services,
    held: services,
    sealKeys: (hold, kept) => sealKeys(services, hold, kept),
  };
  return {
    getStatus: () => ok(statusNow(services)(occupant)),
    policy: () => ok(policies.inForce.rules),
    ...setUpCalls({
      ...services,
      kioskCreation: kioskCreationOf(services),
    }),
    ...staffCalls(
      {
        ...services,
        approvedOf: {
          heldNow(ticket) {
            const held = services.heldRecords.find(ticket);
            return held.ok ? asHeld(held.value) : null;
          },
          wipeToClose: () => services.wipes.toClose(),
        },
        unattended: () => leaveForsakenSearches(services),
      },
      occupant,
    ),
    ...recoveries(services),
    ...goLive(services),
    ...doctorCalls(services),
    ...dateCalls(services),
    ...kioskCalls(services),
    ...misfits(services),
    ...practiceCalls({ ...services, obstacles: createPracticeObstacles(services) }),
    ...holdCalls(holding),
    ...holdFormCalls({ ...services, setHold: (by, asked) => setHold(holding, by, asked) }),
    ...statisticsCalls({ ...services, exportFolder: facts.exportFolder }),
    ...ledgerCalls({
      ...services,
      makeDaySheet: () => services.daySheets.make(dayOnSheet({ ...services, figures })),
      exportFolder: facts.exportFolder,
    }),
    ...counterDayCalls(services, figures),
    ...suspensionCalls(services),
    ...orderCalls({
      ...services,
      ordersOnStick: createOrdersOnStick({ ...services, exportFolder: facts.exportFolder }),
    }),

    ...statementCalls({
      ...services,
      makeStatement: (askedBy, tell) => makeStatement(statementPort(services), askedBy, tell),
    }),
    ...madeStatementCalls({ ...services, exportFolder: facts.exportFolder }),
    ...policyCalls({ ...services, exportFolder: facts.exportFolder }),
    ...printingCalls(services, occupant),
    ...ribbonCalls(services),
    ...beginCalls(
      { ...services, newRecord: (where) => newRecord(services, where) },
      {
        open: (who, row) => openApplication(services, who, row),
        findByCard: (hash) => findByCard(services, hash),
        departureOf: (application) => departureOf(services, application),
      },
      occupant,
    ),
    ...recording,
    ...denialCalls({ ...services, writeDenial: createDenialWriter(services) }, occupant),
    ...slipCalls(services, occupant),
    ...recordSearchCalls(services, occupant),
    ...searchAnswerCalls({ ...services, exportFolder: facts.exportFolder }, occupant),
    ...productionCalls({ ...services, exportFolder: facts.exportFolder }),
    ...unfinishedCalls(services),
    ...finishing,
    ...callsOfResidents(services, finishing, recording, occupant),
    ...residentSettings(services),
    ...giveScreenCalls(services, occupant),
    ...noticeAcceptances(services),
  };
}

/** The act with which the kiosk goes live, and what it looks at before. */
function goLive(services: Services): ReturnType<typeof goLiveCalls> {
  const { facts } = services;
  const use = kioskUse(facts);
  return goLiveCalls({
    ...{ ...services, use, preset: facts.preset },
    examine: (inSpiteOf) => examineForGoLive({ ...services, use }, inSpiteOf),
  });
}

/** What lets a kiosk go on whose files do not fit together. */
function recoveries(services: Services): ReturnType<typeof recoveryCalls> {
  const { custody, found, vault } = services;
  return recoveryCalls({
    ...services,
    keyAtRecovery: keyAtRecoveryOf(services),
    obstacle: () => codesObstacle(services),
    whatIsThere: {
      destroyKeys: () => custody.applications().every((application) => custody.destroy(application)),
      end() {
        // Before the kiosk begins anew: its next ledger has all that waits.
        dropPending(vault.database, found.unsigned);
        endWhatIsThere(services);
      },
    },
  });
}

function misfits(services: Services): ReturnType<typeof misfitCalls> {
  const { found, vault } = services;
  return misfitCalls({
    ...services,
    surplusSlots: () => found.surplus,
    goOn(ending, at) {
      misfitRowsOf(vault.database).clear();
      return goOnByLedger(services, found, ending, at);
    },
  });
}

function counterDayCalls(services: Services, figures: FiguresNow): ReturnType<typeof dayCalls> {
  return dayCalls({
    ...{ ...services, figures },
    obstacles: createDayObstacles(services),
    closingSheet: createClosingSheet(services),
  });
}

/** Printers, and what is printed on them. */
function printingCalls(services: Services, occupant: Occupant) {
  const { build } = services.facts;
  return {
    ...printerCalls(services),
    ...ordinaryPrinterCalls(services),
    ...paperCalls(services, occupant),
    ...testPageCalls(services, occupant),
    ...printCalls(
      {
        ...services,
        printerToIssueOn: () => printerToIssueOn({ ...services, build }),
        cardQueue: createCardQueue(services),
      },
      occupant,
    ),
    ...spoilCalls(services, occupant),
  };
}

/** A session that has it set aside is still going; null: none is. */
function departureOf({ occupants }: Services, application: ApplicationId): Promise<void> | null {
  return occupantOf(occupants, application)?.departure ?? null;
}

/** What only a resident does who has the screen, with their application by the acts that staff have for it. */
function callsOfResidents(
  services: Services,
  finishing: ReturnType<typeof finishCalls>,
  recording: ReturnType<typeof recordCalls>,
  occupant: Occupant,
) {
  return {
    ...languageCalls({ ...services, edit: (sealed) => recording.keepAnswers({ sealed }) }, occupant),
    ...lookCalls(services),
    ...finishAnswersCalls(services, occupant),
    ...leaveNowCalls({ ...services, withdraw: () => finishing.finish({ outcome: 'withdrawn' }) }, occupant),
    ...toldCalls(
      {
        ...services,
        departureOf: (application) => departureOf(services, application),
        withdrawUnseen: (application) => services.unfinishedEndings.endIfMay(application, 'clerk-withdrew'),
      },
      occupant,
    ),
  };
}
