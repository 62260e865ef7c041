import { z } from 'zod';
import { call } from '../declare.ts';
import { slipOrder } from '../denial.ts';
import { ribbonId } from '../ids.ts';
import { receiptPaper, statisticsPaper } from '../paper.ts';
import { residentLanguage } from '../residents/resident-acts.ts';
import { certificatePin, inspection, localQueue, printerAddress } from './printer.ts';

const nothing = z.object({});
/** The number under which the status tells how far the paper has come. */
const paperNumber = z.object({ number: z.number().int().min(1) });

/** Which used ribbon two people have destroyed. */
export const destroyingRibbon = z.object({ ribbon: ribbonId });

/** Acts of staff on the printer and its ribbon; part of `supervisionCalls`. */
export const printerActs = {
  /** Looks at what is at an address. Nothing is changed and nothing is printed. */
  inspectPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ address: printerAddress }),
    output: inspection,
  }),
  /** The queues of the print server on this machine. */
  listQueues: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: z.object({ queues: z.array(localQueue) }),
  }),
  /** From now on cards are printed there. Looked at anew: what a page says about a printer counts for nothing. */
  choosePrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ address: printerAddress, pin: certificatePin.nullable() }),
    output: nothing,
  }),
  /** Back to the built-in printer, which a release doesn't have. */
  chooseBuiltInPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /** The same two for the ordinary printer: A4 or Letter instead of a card. */
  inspectOrdinaryPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ address: printerAddress }),
    output: inspection,
  }),
  chooseOrdinaryPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ address: printerAddress, pin: certificatePin.nullable() }),
    output: nothing,
  }),
  /** From now on papers are on the screen only. */
  clearOrdinaryPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /**
   * Prints the receipt that this session shows, on the ordinary printer. The words are the page's own, because it
   * has the language; so they are few, and the session must never have had an application.
   */
  printReceipt: call({
    role: 'clerk-or-supervisor',
    moment: 'no-application',
    input: z.object({ paper: receiptPaper }),
    output: paperNumber,
  }),
  /**
   * Prints the receipt for the fee of the card that was handed over last. The keeper words it, and from the second page on
   * it says that it is a copy. In which language, the clerk says: the applicant's session is gone, and with it their choice.
   */
  printFeeReceipt: call({
    role: 'clerk-or-supervisor',
    moment: 'no-application',
    input: z.object({ language: residentLanguage }),
    output: paperNumber,
  }),
  /** Prints a slip for the applicant of this session, on the ordinary printer. The keeper words it. */
  printSlip: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: slipOrder,
    output: paperNumber,
  }),
  /** Prints the day sheet that was made last: of this number, as on the screen. The keeper words it. */
  printDaySheet: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: z.object({ sequence: z.number().int().min(1) }),
    output: paperNumber,
  }),
  /** Prints a page on the ordinary printer that shows how it prints. The keeper words it. */
  printTestPage: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: paperNumber,
  }),
  printStatistics: call({
    role: 'supervisor',
    moment: 'no-application',
    input: z.object({ paper: statisticsPaper }),
    output: paperNumber,
  }),
  /** Prints a card of an invented person; how far it has come stands in the status. */
  printTestCard: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /**
   * Whoever set the printer up holds its test card, and color, both sides, their order and the size are right. Once for
   * each queue that is chosen: until then it issues nothing, because no answer of a queue tells any of that.
   */
  confirmTestCard: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  identifyPrinter: call({
    role: 'supervisor-or-it',
    moment: 'no-application',
    input: nothing,
    output: nothing,
  }),
  /** A new ribbon is in the printer, also in the middle of a card: that is when one runs out. Its random identifier is made by the keeper. */
  fitRibbon: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  /** The ribbon is out of the printer and locked away: it shows every card that was made with it. */
  removeRibbon: call({ role: 'staff', moment: 'always', input: nothing, output: nothing }),
  /** Two people have destroyed a used ribbon. */
  destroyRibbon: call({
    role: 'two-supervisors',
    moment: 'always',
    input: destroyingRibbon,
    output: nothing,
  }),
} as const;
