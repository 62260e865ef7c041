import { z } from 'zod';
import { spoilReasons } from '../../application/lifecycle.ts';
import { feeSettlements } from '../../application/route.ts';
import { call } from '../declare.ts';
import { denialReasons } from '../denial.ts';
import { applicationView } from './application-view.ts';

const nothing = z.object({});

/** Calls from the screen to the core, from the read-back to the end: the card is printed and handed over, or refused. */
export const issuanceCalls = {
  /** The card as it is now has come onto the screen, for the resident to read. */
  showReadBack: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),
  /**
   * The fee that is due is paid, no more and no less, or waived for a reason that nobody keeps. Null: neither, it was marked
   * by mistake, or what was received is given back.
   */
  settleFee: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ settled: z.enum(feeSettlements).nullable() }),
    output: applicationView,
  }),
  /** The resident confirmed the read-back; the card goes to the queue. Not before the read-back could be read. */
  print: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** Stops the card that is under way; then the screen asks whether one came out. */
  stopPrint: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** After a worker failed the screen asks whether a card came out: this is the clerk's answer. */
  tellCard: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ found: z.boolean() }),
    output: applicationView,
  }),
  /** Prints again: after a failure without a card, or after a spoiled card whose details were right. */
  retryPrint: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** Names the card in hand: opens the hand-over if it is this application's card. */
  identifyCard: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ characters: z.string().max(64) }),
    output: applicationView,
  }),
  /** The clerk has cut the old card up, where the route takes it in. Not before the new card is named. */
  destroyOldCard: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** The resident holds the card and it is right. Issuance finishes here; the record is wiped. */
  handOver: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: nothing,
  }),
  spoil: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ reason: z.enum(spoilReasons) }),
    output: applicationView,
  }),
  /** Refuses the card. The application goes on until it is ended as denied, or this is taken back. */
  deny: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ reasons: denialReasons }),
    output: applicationView,
  }),
  takeBackDenial: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: nothing,
    output: applicationView,
  }),
  /** Ends the application without a card. The record is wiped all the same. */
  endWithoutCard: call({
    role: 'clerk-or-supervisor',
    moment: 'application-open',
    input: z.object({ outcome: z.enum(['denied', 'withdrawn']) }),
    output: nothing,
  }),
} as const;
