import { z } from 'zod';
import { blanksDifferences, drawerDifferences } from '../../ledger/reasons.ts';
import { call } from '../declare.ts';
import { daySheetPaper } from '../paper.ts';
import { saveFaults } from '../refusals.ts';
import { calendarDate } from '../status.ts';

const nothing = z.object({});
const figure = z.number().int().min(0);

/** More blanks than any office keeps: a number that is longer was mistyped. */
export const MOST_BLANKS = 99_999;
export const blanksCounted = figure.max(MOST_BLANKS);

/** More than any drawer holds, in the smallest unit of the currency. */
export const MOST_CENTS = 99_999_999;

/** What the fees of a day come to in the drawer, as far as their number tells it. */
export const expectedFees = z.object({
  leastCents: figure,
  mostCents: figure,
  currency: z.string(),
});
export type ExpectedFees = z.infer<typeof expectedFees>;

/** The figures of the day that is open, as of now. Counts of the ledger and of staff; no amount of anybody. */
export const dayFigures = z.object({
  /** The day that it was opened on, and the moment: an act of staff, so exact. */
  counterDay: calendarDate,
  opened: z.number().int(),
  /** Which opening of that day it is, from 1: the figures are of the time since this one. */
  opening: z.number().int().min(1),
  /** It was not closed on its own day. */
  isLate: z.boolean(),
  blanks: z.object({
    atOpening: figure,
    added: figure,
    issued: figure,
    spoiled: figure,
    /** Cards of applications that ended with nobody there, at most. */
    unaccounted: figure,
    testCards: figure,
    /** Printed for applications that are still open, or whose erasure waits for its printer. */
    waiting: figure,
    /** The same when the day was opened: counted among this day's cards, or still waiting, and no blank of this day. */
    printedBefore: figure,
    /** What is left by all of that. Below zero: more were used than were counted and added, so one of these counts is wrong. */
    expected: z.number().int(),
  }),
  fees: z.object({
    paid: figure,
    waived: figure,
    /** Null: no fees, or other ones since the day was opened. */
    expected: expectedFees.nullable(),
  }),
  /** Erasures that were proven since it was opened, whenever they began. */
  erased: figure,
  /** There was practice since it was opened: its cards are in no figure. */
  practiced: z.boolean(),
});
export type DayFigures = z.infer<typeof dayFigures>;

/**
 * What became of a health record on the drive. `no-drive`: none is there, or none is set. In the data folder there is one all the
 * same.
 */
export const savedHealth = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), file: z.string() }),
  z.object({ kind: z.literal('not-saved'), why: z.enum(['no-drive', ...saveFaults]) }),
]);
export type SavedHealth = z.infer<typeof savedHealth>;

/**
 * A day sheet as the keeper words it. `sequence`: the last entry that its code speaks for. `health`: of the record that is written
 * beside it.
 */
export const daySheet = z.object({
  sequence: z.number().int().min(1),
  paper: daySheetPaper,
  health: savedHealth,
});
export type DaySheet = z.infer<typeof daySheet>;

const supervisor = { role: 'supervisor', moment: 'no-application' } as const;

/** Acts of a supervisor on the counter's day; part of `supervisionCalls`. */
export const dayActs = {
  /** Blank cards in the printer and in stock were counted; also ends that the kiosk is packed up. */
  openDay: call({ ...supervisor, input: z.object({ blanks: blanksCounted }), output: nothing }),
  /** All the blank cards that came in since the day was opened: a second number takes the place of the first. */
  noteAddedBlanks: call({ ...supervisor, input: z.object({ added: blanksCounted }), output: nothing }),
  dayFigures: call({ ...supervisor, input: nothing, output: dayFigures }),
  /**
   * Closes the day. `expected`, `paid`: the blanks and the paid fees that the screen said. What is in the drawer is compared and forgotten: the ledger
   * and the sheet are told whether it fits (docs/decisions/0064). Null: it was not counted.
   */
  closeDay: call({
    ...supervisor,
    input: z.object({
      blanks: blanksCounted,
      expected: z.number().int(),
      paid: figure,
      blanksDifference: z.enum(blanksDifferences),
      drawerCents: figure.max(MOST_CENTS).nullable(),
      drawerDifference: z.enum(drawerDifferences),
    }),
    /** `sheet` null: the ledger does not have the closing yet; a day sheet that is made later is this day's. */
    output: z.object({ sheet: daySheet.nullable() }),
  }),
  /** Ends everything that is open and not held. `applications`: how many the question said. */
  packUp: call({ ...supervisor, input: z.object({ applications: figure }), output: nothing }),
} as const;
