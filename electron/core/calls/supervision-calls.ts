import type { Answer, Handlers, InputOf, OutputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { residentActs } from '../../../shared/contract/residents/resident-acts.ts';
import type { supervisionCalls as declared } from '../../../shared/contract/supervision.ts';
import type { ApplicantSession } from '../applicant-session.ts';

type KeeperCalls = typeof keeperCalls;

/** A call of the screen, as it is answered by the keeper's of the same name. */
type PassOn = <Name extends keyof typeof declared>(
  name: Name,
) => (input: InputOf<KeeperCalls, Name>) => Promise<Answer<OutputOf<KeeperCalls, Name>>>;

/** Acts of staff that need no application: the core passes them on to the keeper as they come. */
export function supervisionCalls({
  keeper,
}: ApplicantSession): Omit<Handlers<typeof declared>, keyof typeof residentActs> {
  const passOn: PassOn = (name) => (input) => keeper.call(name, input);
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
    confirmSupervisor: passOn('confirmSupervisor'),
    letInAgain: passOn('letInAgain'),
    declineRecoveryCodes: passOn('declineRecoveryCodes'),
    drawFirstRecoveryCode: passOn('drawFirstRecoveryCode'),
    drawSecondRecoveryCode: passOn('drawSecondRecoveryCode'),
    confirmRecoveryCode: passOn('confirmRecoveryCode'),
    recoverStaff: passOn('recoverStaff'),
    decideCustody: passOn('decideCustody'),
    runDoctor: passOn('runDoctor'),
    lastExamination: passOn('lastExamination'),
    confirmDate: passOn('confirmDate'),
    confirmTray: passOn('confirmTray'),
    retryWipe: passOn('retryWipe'),
    closeWipe: passOn('closeWipe'),
    acceptMisfit: passOn('acceptMisfit'),
    beginPractice: passOn('beginPractice'),
    endPractice: passOn('endPractice'),
    suspendIntake: passOn('suspendIntake'),
    endSuspension: passOn('endSuspension'),
    checkOrderOnStick: passOn('checkOrderOnStick'),
    carryOutOrder: passOn('carryOutOrder'),
    verifyLedger: passOn('verifyLedger'),
    readLedger: passOn('readLedger'),
    exportLedger: passOn('exportLedger'),
    takeCheckpoint: passOn('takeCheckpoint'),
    readStatistics: passOn('readStatistics'),
    exportStatistics: passOn('exportStatistics'),
    openDay: passOn('openDay'),
    noteAddedBlanks: passOn('noteAddedBlanks'),
    dayFigures: passOn('dayFigures'),
    closeDay: passOn('closeDay'),
    packUp: passOn('packUp'),
    policyInForce: passOn('policyInForce'),
    checkPolicyOnStick: passOn('checkPolicyOnStick'),
    installPolicy: passOn('installPolicy'),
    installOlderPolicy: passOn('installOlderPolicy'),
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
    printTestPage: passOn('printTestPage'),
    printStatistics: passOn('printStatistics'),
    printTestCard: passOn('printTestCard'),
    confirmTestCard: passOn('confirmTestCard'),
    identifyPrinter: passOn('identifyPrinter'),
    fitRibbon: passOn('fitRibbon'),
    removeRibbon: passOn('removeRibbon'),
    destroyRibbon: passOn('destroyRibbon'),
    ...legalProcess(passOn),
  };
}

/** Those about legal holds, name searches, productions and custody statements. */
function legalProcess(passOn: PassOn) {
  return {
    setHold: passOn('setHold'),
    setHoldByPassphrase: passOn('setHoldByPassphrase'),
    liftHold: passOn('liftHold'),
    resumeIntake: passOn('resumeIntake'),
    beginRecordSearch: passOn('beginRecordSearch'),
    cancelRecordSearch: passOn('cancelRecordSearch'),
    saveRecordSearch: passOn('saveRecordSearch'),
    printRecordSearch: passOn('printRecordSearch'),
    endRecordSearch: passOn('endRecordSearch'),
    checkRecipient: passOn('checkRecipient'),
    produceRecord: passOn('produceRecord'),
    acknowledgeProduction: passOn('acknowledgeProduction'),
    makeStatement: passOn('makeStatement'),
    saveStatement: passOn('saveStatement'),
    printStatement: passOn('printStatement'),
  };
}
