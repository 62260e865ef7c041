import { z } from 'zod';
import type { ApplicationView, applicationView } from '../../shared/contract/application/application-view.ts';
import type { Answer, CallDeclaration, Client } from '../../shared/contract/declare.ts';
import type { printerActs } from '../../shared/contract/printing/printer-acts.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { answerEnvelope, screenCalls } from '../../shared/contract/screen.ts';
import { err, ok } from '../../shared/result.ts';
import type { Bridge } from './bridge.ts';

// The interpreter instead of generated code: the generator's probe violates our CSP.
z.config({ jitless: true });

export type CoreClient = Client<typeof screenCalls>;

const BROKEN: Refusal = { kind: 'broken' };

function ask<Input extends z.ZodType, Output extends z.ZodType>(
  bridge: Bridge,
  name: string,
  declaration: CallDeclaration<Input, Output>,
): (input: z.input<Input>) => Promise<Answer<z.output<Output>>> {
  return async (input) => {
    try {
      const envelope = answerEnvelope.safeParse(await bridge.call(name, input));
      if (!envelope.success) return err(BROKEN);
      if (!envelope.data.ok) return envelope.data;
      const value = declaration.output.safeParse(envelope.data.value);
      return value.success ? ok(value.data) : err(BROKEN);
    } catch {
      // The port is gone: the core ended, or was never there. The error's text is of no use to a clerk.
      return err(BROKEN);
    }
  };
}

/** Acts of staff on printers and ribbons, and papers. */
function printerCalls(bridge: Bridge): Pick<CoreClient, keyof typeof printerActs> {
  return {
    inspectPrinter: ask(bridge, 'inspectPrinter', screenCalls.inspectPrinter),
    listQueues: ask(bridge, 'listQueues', screenCalls.listQueues),
    choosePrinter: ask(bridge, 'choosePrinter', screenCalls.choosePrinter),
    chooseBuiltInPrinter: ask(bridge, 'chooseBuiltInPrinter', screenCalls.chooseBuiltInPrinter),
    inspectOrdinaryPrinter: ask(bridge, 'inspectOrdinaryPrinter', screenCalls.inspectOrdinaryPrinter),
    chooseOrdinaryPrinter: ask(bridge, 'chooseOrdinaryPrinter', screenCalls.chooseOrdinaryPrinter),
    clearOrdinaryPrinter: ask(bridge, 'clearOrdinaryPrinter', screenCalls.clearOrdinaryPrinter),
    printReceipt: ask(bridge, 'printReceipt', screenCalls.printReceipt),
    printFeeReceipt: ask(bridge, 'printFeeReceipt', screenCalls.printFeeReceipt),
    printSlip: ask(bridge, 'printSlip', screenCalls.printSlip),
    printDaySheet: ask(bridge, 'printDaySheet', screenCalls.printDaySheet),
    printTestPage: ask(bridge, 'printTestPage', screenCalls.printTestPage),
    printStatistics: ask(bridge, 'printStatistics', screenCalls.printStatistics),
    printTestCard: ask(bridge, 'printTestCard', screenCalls.printTestCard),
    confirmTestCard: ask(bridge, 'confirmTestCard', screenCalls.confirmTestCard),
    identifyPrinter: ask(bridge, 'identifyPrinter', screenCalls.identifyPrinter),
    fitRibbon: ask(bridge, 'fitRibbon', screenCalls.fitRibbon),
    removeRibbon: ask(bridge, 'removeRibbon', screenCalls.removeRibbon),
    destroyRibbon: ask(bridge, 'destroyRibbon', screenCalls.destroyRibbon),
  };
}

/**
 * The typed client of the core. Nothing it answers is unparsed; it never rejects. `changed` hears of the application as
 * every act that changes it answers it, before whoever acted does.
 */
export function createClient(bridge: Bridge, changed: (application: ApplicationView) => void): CoreClient {
  function act<Input extends z.ZodType>(
    name: string,
    declaration: CallDeclaration<Input, typeof applicationView>,
  ): (input: z.input<Input>) => Promise<Answer<ApplicationView>> {
    const asked = ask(bridge, name, declaration);
    return async (input) => {
      const answer = await asked(input);
      if (answer.ok) changed(answer.value);
      return answer;
    };
  }

  return {
    getState: ask(bridge, 'getState', screenCalls.getState),
    ...staffClient(bridge),
    ...kioskClient(bridge),
    ...policyClient(bridge),
    ...suspensionClient(bridge),
    ...recordSearchClient(bridge),
    ...productionClient(bridge),
    ...printerCalls(bridge),
    ...residentClient(bridge),
    suggestPassphrase: ask(bridge, 'suggestPassphrase', screenCalls.suggestPassphrase),
    judgePassphrase: ask(bridge, 'judgePassphrase', screenCalls.judgePassphrase),
    startApplication: act('startApplication', screenCalls.startApplication),
    openApplication: act('openApplication', screenCalls.openApplication),
    openByCard: act('openByCard', screenCalls.openByCard),
    putAside: ask(bridge, 'putAside', screenCalls.putAside),
    answer: act('answer', screenCalls.answer),
    printableCharacters: ask(bridge, 'printableCharacters', screenCalls.printableCharacters),
    chooseRoute: act('chooseRoute', screenCalls.chooseRoute),
    chooseLanguage: act('chooseLanguage', screenCalls.chooseLanguage),
    tickDocument: act('tickDocument', screenCalls.tickDocument),
    confirmDocuments: act('confirmDocuments', screenCalls.confirmDocuments),
    keepPhoto: act('keepPhoto', screenCalls.keepPhoto),
    retakePhoto: act('retakePhoto', screenCalls.retakePhoto),
    photo: ask(bridge, 'photo', screenCalls.photo),
    showReadBack: ask(bridge, 'showReadBack', screenCalls.showReadBack),
    settleFee: act('settleFee', screenCalls.settleFee),
    print: act('print', screenCalls.print),
    stopPrint: act('stopPrint', screenCalls.stopPrint),
    retryPrint: act('retryPrint', screenCalls.retryPrint),
    tellCard: act('tellCard', screenCalls.tellCard),
    identifyCard: act('identifyCard', screenCalls.identifyCard),
    destroyOldCard: act('destroyOldCard', screenCalls.destroyOldCard),
    handOver: ask(bridge, 'handOver', screenCalls.handOver),
    spoil: act('spoil', screenCalls.spoil),
    deny: act('deny', screenCalls.deny),
    takeBackDenial: act('takeBackDenial', screenCalls.takeBackDenial),
    endWithoutCard: ask(bridge, 'endWithoutCard', screenCalls.endWithoutCard),
  };
}

/** What is asked about staff. */
function staffClient(bridge: Bridge) {
  return {
    setUp: ask(bridge, 'setUp', screenCalls.setUp),
    signIn: ask(bridge, 'signIn', screenCalls.signIn),
    signOut: ask(bridge, 'signOut', screenCalls.signOut),
    lock: ask(bridge, 'lock', screenCalls.lock),
    setTextSize: ask(bridge, 'setTextSize', screenCalls.setTextSize),
    reportActivity: ask(bridge, 'reportActivity', screenCalls.reportActivity),
    changePassphrase: ask(bridge, 'changePassphrase', screenCalls.changePassphrase),
    approve: ask(bridge, 'approve', screenCalls.approve),
    withdrawApproval: ask(bridge, 'withdrawApproval', screenCalls.withdrawApproval),
    members: ask(bridge, 'members', screenCalls.members),
    addMember: ask(bridge, 'addMember', screenCalls.addMember),
    removeMember: ask(bridge, 'removeMember', screenCalls.removeMember),
    resetPassphrase: ask(bridge, 'resetPassphrase', screenCalls.resetPassphrase),
    confirmSupervisor: ask(bridge, 'confirmSupervisor', screenCalls.confirmSupervisor),
    letInAgain: ask(bridge, 'letInAgain', screenCalls.letInAgain),
    declineRecoveryCodes: ask(bridge, 'declineRecoveryCodes', screenCalls.declineRecoveryCodes),
    drawFirstRecoveryCode: ask(bridge, 'drawFirstRecoveryCode', screenCalls.drawFirstRecoveryCode),
    drawSecondRecoveryCode: ask(bridge, 'drawSecondRecoveryCode', screenCalls.drawSecondRecoveryCode),
    confirmRecoveryCode: ask(bridge, 'confirmRecoveryCode', screenCalls.confirmRecoveryCode),
    recoverStaff: ask(bridge, 'recoverStaff', screenCalls.recoverStaff),
  };
}

/** What is asked about residents who have the screen. */
function residentClient(bridge: Bridge) {
  return {
    giveToResident: ask(bridge, 'giveToResident', screenCalls.giveToResident),
    chooseLook: ask(bridge, 'chooseLook', screenCalls.chooseLook),
    finishAnswers: ask(bridge, 'finishAnswers', screenCalls.finishAnswers),
    forgetEnding: ask(bridge, 'forgetEnding', screenCalls.forgetEnding),
    leaveWithTicket: ask(bridge, 'leaveWithTicket', screenCalls.leaveWithTicket),
    leaveNow: ask(bridge, 'leaveNow', screenCalls.leaveNow),
    setResidentSetting: ask(bridge, 'setResidentSetting', screenCalls.setResidentSetting),
    setDisplayWidth: ask(bridge, 'setDisplayWidth', screenCalls.setDisplayWidth),
    acceptNotice: ask(bridge, 'acceptNotice', screenCalls.acceptNotice),
    readAcceptances: ask(bridge, 'readAcceptances', screenCalls.readAcceptances),
  };
}

/** What is asked about the kiosk: keys, wipes, holds, the ledger and what is counted. */
function kioskClient(bridge: Bridge) {
  return {
    decideCustody: ask(bridge, 'decideCustody', screenCalls.decideCustody),
    runDoctor: ask(bridge, 'runDoctor', screenCalls.runDoctor),
    lastExamination: ask(bridge, 'lastExamination', screenCalls.lastExamination),
    confirmDate: ask(bridge, 'confirmDate', screenCalls.confirmDate),
    confirmTray: ask(bridge, 'confirmTray', screenCalls.confirmTray),
    retryWipe: ask(bridge, 'retryWipe', screenCalls.retryWipe),
    closeWipe: ask(bridge, 'closeWipe', screenCalls.closeWipe),
    acceptMisfit: ask(bridge, 'acceptMisfit', screenCalls.acceptMisfit),
    setHold: ask(bridge, 'setHold', screenCalls.setHold),
    setHoldByPassphrase: ask(bridge, 'setHoldByPassphrase', screenCalls.setHoldByPassphrase),
    liftHold: ask(bridge, 'liftHold', screenCalls.liftHold),
    beginPractice: ask(bridge, 'beginPractice', screenCalls.beginPractice),
    endPractice: ask(bridge, 'endPractice', screenCalls.endPractice),
    resumeIntake: ask(bridge, 'resumeIntake', screenCalls.resumeIntake),
    verifyLedger: ask(bridge, 'verifyLedger', screenCalls.verifyLedger),
    readLedger: ask(bridge, 'readLedger', screenCalls.readLedger),
    exportLedger: ask(bridge, 'exportLedger', screenCalls.exportLedger),
    takeCheckpoint: ask(bridge, 'takeCheckpoint', screenCalls.takeCheckpoint),
    makeStatement: ask(bridge, 'makeStatement', screenCalls.makeStatement),
    saveStatement: ask(bridge, 'saveStatement', screenCalls.saveStatement),
    printStatement: ask(bridge, 'printStatement', screenCalls.printStatement),
    readStatistics: ask(bridge, 'readStatistics', screenCalls.readStatistics),
    exportStatistics: ask(bridge, 'exportStatistics', screenCalls.exportStatistics),
    openDay: ask(bridge, 'openDay', screenCalls.openDay),
    noteAddedBlanks: ask(bridge, 'noteAddedBlanks', screenCalls.noteAddedBlanks),
    dayFigures: ask(bridge, 'dayFigures', screenCalls.dayFigures),
    closeDay: ask(bridge, 'closeDay', screenCalls.closeDay),
    packUp: ask(bridge, 'packUp', screenCalls.packUp),
  };
}

/** What the section about suspending intake asks. */
function suspensionClient(bridge: Bridge) {
  return {
    suspendIntake: ask(bridge, 'suspendIntake', screenCalls.suspendIntake),
    endSuspension: ask(bridge, 'endSuspension', screenCalls.endSuspension),
    checkOrderOnStick: ask(bridge, 'checkOrderOnStick', screenCalls.checkOrderOnStick),
    carryOutOrder: ask(bridge, 'carryOutOrder', screenCalls.carryOutOrder),
  };
}

/** A search for somebody among all that the kiosk holds. */
function recordSearchClient(bridge: Bridge) {
  return {
    beginRecordSearch: ask(bridge, 'beginRecordSearch', screenCalls.beginRecordSearch),
    askForName: ask(bridge, 'askForName', screenCalls.askForName),
    searchRecords: ask(bridge, 'searchRecords', screenCalls.searchRecords),
    cancelRecordSearch: ask(bridge, 'cancelRecordSearch', screenCalls.cancelRecordSearch),
    saveRecordSearch: ask(bridge, 'saveRecordSearch', screenCalls.saveRecordSearch),
    printRecordSearch: ask(bridge, 'printRecordSearch', screenCalls.printRecordSearch),
    endRecordSearch: ask(bridge, 'endRecordSearch', screenCalls.endRecordSearch),
  };
}

/** Producing a held application. */
function productionClient(bridge: Bridge) {
  return {
    checkRecipient: ask(bridge, 'checkRecipient', screenCalls.checkRecipient),
    produceRecord: ask(bridge, 'produceRecord', screenCalls.produceRecord),
    acknowledgeProduction: ask(bridge, 'acknowledgeProduction', screenCalls.acknowledgeProduction),
  };
}

/** What the section about the policy asks. */
function policyClient(bridge: Bridge) {
  return {
    policyInForce: ask(bridge, 'policyInForce', screenCalls.policyInForce),
    checkPolicyOnStick: ask(bridge, 'checkPolicyOnStick', screenCalls.checkPolicyOnStick),
    installPolicy: ask(bridge, 'installPolicy', screenCalls.installPolicy),
    installOlderPolicy: ask(bridge, 'installOlderPolicy', screenCalls.installOlderPolicy),
  };
}
