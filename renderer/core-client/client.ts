import { z } from 'zod';
import type { Answer, CallDeclaration, Client } from '../../shared/contract/declare.ts';
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

/** The typed client of the core. Nothing it answers is unparsed; it never rejects. */
export function createClient(bridge: Bridge): CoreClient {
  return {
    getState: ask(bridge, 'getState', screenCalls.getState),
    setUp: ask(bridge, 'setUp', screenCalls.setUp),
    signIn: ask(bridge, 'signIn', screenCalls.signIn),
    signOut: ask(bridge, 'signOut', screenCalls.signOut),
    lock: ask(bridge, 'lock', screenCalls.lock),
    reportActivity: ask(bridge, 'reportActivity', screenCalls.reportActivity),
    changePassphrase: ask(bridge, 'changePassphrase', screenCalls.changePassphrase),
    approve: ask(bridge, 'approve', screenCalls.approve),
    withdrawApproval: ask(bridge, 'withdrawApproval', screenCalls.withdrawApproval),
    members: ask(bridge, 'members', screenCalls.members),
    addMember: ask(bridge, 'addMember', screenCalls.addMember),
    removeMember: ask(bridge, 'removeMember', screenCalls.removeMember),
    resetPassphrase: ask(bridge, 'resetPassphrase', screenCalls.resetPassphrase),
    letInAgain: ask(bridge, 'letInAgain', screenCalls.letInAgain),
    decideCustody: ask(bridge, 'decideCustody', screenCalls.decideCustody),
    confirmDate: ask(bridge, 'confirmDate', screenCalls.confirmDate),
    confirmTray: ask(bridge, 'confirmTray', screenCalls.confirmTray),
    retryWipe: ask(bridge, 'retryWipe', screenCalls.retryWipe),
    closeWipe: ask(bridge, 'closeWipe', screenCalls.closeWipe),
    setHold: ask(bridge, 'setHold', screenCalls.setHold),
    liftHold: ask(bridge, 'liftHold', screenCalls.liftHold),
    resumeIntake: ask(bridge, 'resumeIntake', screenCalls.resumeIntake),
    verifyLedger: ask(bridge, 'verifyLedger', screenCalls.verifyLedger),
    exportLedger: ask(bridge, 'exportLedger', screenCalls.exportLedger),
    takeCheckpoint: ask(bridge, 'takeCheckpoint', screenCalls.takeCheckpoint),
    inspectPrinter: ask(bridge, 'inspectPrinter', screenCalls.inspectPrinter),
    listQueues: ask(bridge, 'listQueues', screenCalls.listQueues),
    choosePrinter: ask(bridge, 'choosePrinter', screenCalls.choosePrinter),
    chooseBuiltInPrinter: ask(bridge, 'chooseBuiltInPrinter', screenCalls.chooseBuiltInPrinter),
    inspectOrdinaryPrinter: ask(bridge, 'inspectOrdinaryPrinter', screenCalls.inspectOrdinaryPrinter),
    chooseOrdinaryPrinter: ask(bridge, 'chooseOrdinaryPrinter', screenCalls.chooseOrdinaryPrinter),
    clearOrdinaryPrinter: ask(bridge, 'clearOrdinaryPrinter', screenCalls.clearOrdinaryPrinter),
    printReceipt: ask(bridge, 'printReceipt', screenCalls.printReceipt),
    printDaySheet: ask(bridge, 'printDaySheet', screenCalls.printDaySheet),
    printTestCard: ask(bridge, 'printTestCard', screenCalls.printTestCard),
    confirmTestCard: ask(bridge, 'confirmTestCard', screenCalls.confirmTestCard),
    identifyPrinter: ask(bridge, 'identifyPrinter', screenCalls.identifyPrinter),
    fitRibbon: ask(bridge, 'fitRibbon', screenCalls.fitRibbon),
    removeRibbon: ask(bridge, 'removeRibbon', screenCalls.removeRibbon),
    destroyRibbon: ask(bridge, 'destroyRibbon', screenCalls.destroyRibbon),
    suggestPassphrase: ask(bridge, 'suggestPassphrase', screenCalls.suggestPassphrase),
    judgePassphrase: ask(bridge, 'judgePassphrase', screenCalls.judgePassphrase),
    startApplication: ask(bridge, 'startApplication', screenCalls.startApplication),
    openApplication: ask(bridge, 'openApplication', screenCalls.openApplication),
    openByCard: ask(bridge, 'openByCard', screenCalls.openByCard),
    putAside: ask(bridge, 'putAside', screenCalls.putAside),
    answer: ask(bridge, 'answer', screenCalls.answer),
    tickDocument: ask(bridge, 'tickDocument', screenCalls.tickDocument),
    confirmDocuments: ask(bridge, 'confirmDocuments', screenCalls.confirmDocuments),
    keepPhoto: ask(bridge, 'keepPhoto', screenCalls.keepPhoto),
    retakePhoto: ask(bridge, 'retakePhoto', screenCalls.retakePhoto),
    photo: ask(bridge, 'photo', screenCalls.photo),
    print: ask(bridge, 'print', screenCalls.print),
    stopPrint: ask(bridge, 'stopPrint', screenCalls.stopPrint),
    retryPrint: ask(bridge, 'retryPrint', screenCalls.retryPrint),
    tellCard: ask(bridge, 'tellCard', screenCalls.tellCard),
    identifyCard: ask(bridge, 'identifyCard', screenCalls.identifyCard),
    handOver: ask(bridge, 'handOver', screenCalls.handOver),
    spoil: ask(bridge, 'spoil', screenCalls.spoil),
    endWithoutCard: ask(bridge, 'endWithoutCard', screenCalls.endWithoutCard),
  };
}
