import type { Answer, Handlers, InputOf, OutputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { supervisionCalls as declared } from '../../../shared/contract/supervision.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type KeeperCalls = typeof keeperCalls;

/** Acts of staff that need no application: the core passes them on to the keeper as they come. */
export function supervisionCalls({ keeper }: ApplicantSession): Handlers<typeof declared> {
  const passOn =
    <Name extends keyof typeof declared>(name: Name) =>
    (input: InputOf<KeeperCalls, Name>): Promise<Answer<OutputOf<KeeperCalls, Name>>> =>
      keeper.call(name, input);
  return {
    setUp: passOn('setUp'),
    signIn: passOn('signIn'),
    signOut: passOn('signOut'),
    lock: passOn('lock'),
    setTextSize: passOn('setTextSize'),
    reportActivity: passOn('reportActivity'),
    changePassphrase: passOn('changePassphrase'),
    approve: passOn('approve'),
    withdrawApproval: passOn('withdrawApproval'),
    members: passOn('members'),
    addMember: passOn('addMember'),
    removeMember: passOn('removeMember'),
    resetPassphrase: passOn('resetPassphrase'),
    letInAgain: passOn('letInAgain'),
    declineRecoveryCodes: passOn('declineRecoveryCodes'),
    drawRecoveryCode: passOn('drawRecoveryCode'),
    confirmRecoveryCode: passOn('confirmRecoveryCode'),
    recoverStaff: passOn('recoverStaff'),
    decideCustody: passOn('decideCustody'),
    confirmDate: passOn('confirmDate'),
    confirmTray: passOn('confirmTray'),
    retryWipe: passOn('retryWipe'),
    closeWipe: passOn('closeWipe'),
    setHold: passOn('setHold'),
    liftHold: passOn('liftHold'),
    beginPractice: passOn('beginPractice'),
    endPractice: passOn('endPractice'),
    resumeIntake: passOn('resumeIntake'),
    verifyLedger: passOn('verifyLedger'),
    readLedger: passOn('readLedger'),
    exportLedger: passOn('exportLedger'),
    takeCheckpoint: passOn('takeCheckpoint'),
    policyInForce: passOn('policyInForce'),
    checkPolicyOnStick: passOn('checkPolicyOnStick'),
    installPolicy: passOn('installPolicy'),
    installOlderPolicy: passOn('installOlderPolicy'),
    beginRecordSearch: passOn('beginRecordSearch'),
    cancelRecordSearch: passOn('cancelRecordSearch'),
    saveRecordSearch: passOn('saveRecordSearch'),
    printRecordSearch: passOn('printRecordSearch'),
    endRecordSearch: passOn('endRecordSearch'),
    checkRecipient: passOn('checkRecipient'),
    produceRecord: passOn('produceRecord'),
    inspectPrinter: passOn('inspectPrinter'),
    listQueues: passOn('listQueues'),
    choosePrinter: passOn('choosePrinter'),
    chooseBuiltInPrinter: passOn('chooseBuiltInPrinter'),
    inspectOrdinaryPrinter: passOn('inspectOrdinaryPrinter'),
    chooseOrdinaryPrinter: passOn('chooseOrdinaryPrinter'),
    clearOrdinaryPrinter: passOn('clearOrdinaryPrinter'),
    printReceipt: passOn('printReceipt'),
    printFeeReceipt: passOn('printFeeReceipt'),
    printSlip: passOn('printSlip'),
    printDaySheet: passOn('printDaySheet'),
    printTestCard: passOn('printTestCard'),
    confirmTestCard: passOn('confirmTestCard'),
    identifyPrinter: passOn('identifyPrinter'),
    fitRibbon: passOn('fitRibbon'),
    removeRibbon: passOn('removeRibbon'),
    destroyRibbon: passOn('destroyRibbon'),
  };
}
