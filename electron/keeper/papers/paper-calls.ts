import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Localized } from '../../../shared/programme/localized.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { err } from '../../../shared/result.ts';
import { feeReceiptOnPaper } from '../../../shared/slips/fee-receipt.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { OfferedFeeReceipt } from '../endings/endings.ts';
import type { PaperProgress } from './papers.ts';
import { type PaperWithoutSearch, type PrintPaperPort, printPaper } from './print-paper.ts';

type PaperCalls = Pick<
  Handlers<typeof keeperCalls>,
  'printReceipt' | 'printFeeReceipt' | 'printDaySheet' | 'printStatistics'
>;

/** What papers on the ordinary printer need of the kiosk. */
export interface PapersPort extends PrintPaperPort {
  readonly papers: PrintPaperPort['papers'] & { progress(): PaperProgress | null };
  readonly endings: {
    feeReceipt(): OfferedFeeReceipt | null;
    feeReceiptPrinted(paper: number): void;
  };
  readonly daySheets: { last(): DaySheet | null };
  readonly policies: { readonly inForce: { readonly rules: { readonly name: Localized } } };
}

/** The papers that staff print on the ordinary printer. */
export function paperCalls(port: PapersPort, occupant: Occupant): PaperCalls {
  const print = (paper: PaperWithoutSearch): Answer<{ number: number }> =>
    printPaper(port, occupant, () => paper);

  /** Whether this paper may be in somebody's hand: all but one of which the printer says that it did not print it. */
  function mayBeOut(number: number | null): boolean {
    const last = port.papers.progress();
    return number !== null && !(last?.number === number && last.ending?.kind === 'no-card');
  }

  /** Worded here, out of what the keeper knows: a page says which paper, and nothing that stands on it. */
  function printFeeReceipt(language: ResidentLanguage): Answer<{ number: number }> {
    const offered = port.endings.feeReceipt();
    if (offered === null) return err({ kind: 'not-now' });
    const { kiosk: kioskName, day, practice } = offered.receipt;
    const place = { programme: port.policies.inForce.rules.name, kioskName, day, practice };
    const isCopy = mayBeOut(offered.original);
    const printed = print(feeReceiptOnPaper(offered.fee, place, { language, isCopy }));
    if (printed.ok && !isCopy) port.endings.feeReceiptPrinted(printed.value.number);
    return printed;
  }

  return {
    printReceipt: ({ paper }) => print(paper),
    printFeeReceipt: ({ language }) => printFeeReceipt(language),
    printStatistics: ({ paper }) => print(paper),
    printDaySheet({ sequence }) {
      const sheet = port.daySheets.last();
      return sheet?.sequence === sequence ? print(sheet.paper) : err({ kind: 'not-now' });
    },
  };
}
