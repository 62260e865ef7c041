import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { Inspection, PrinterRole } from '../../../shared/contract/printing/printer.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import { err, ok } from '../../../shared/result.ts';
import { REAL_PRINTER, THIS_MORNING, USED_RIBBON } from '../fixtures/fixture.ts';
import { type FixtureKiosk, QUEUES } from './fixture-kiosk.ts';

type PrinterActs = Pick<
  Handlers<typeof screenCalls>,
  | 'inspectPrinter'
  | 'listQueues'
  | 'choosePrinter'
  | 'chooseBuiltInPrinter'
  | 'inspectOrdinaryPrinter'
  | 'chooseOrdinaryPrinter'
  | 'clearOrdinaryPrinter'
  | 'printReceipt'
  | 'printFeeReceipt'
  | 'printSlip'
  | 'printDaySheet'
  | 'printTestPage'
  | 'printStatistics'
  | 'printTestCard'
  | 'confirmTestCard'
  | 'identifyPrinter'
  | 'fitRibbon'
  | 'removeRibbon'
  | 'destroyRibbon'
>;

const IN_TRAY = { stage: 'in-tray', troubles: [], ending: { kind: 'in-tray' } } as const;

/** Nothing answers where an address ends in .9, so that this can be looked at as well. */
function inspect(address: string, role: PrinterRole): Answer<Inspection> {
  if (/\.9(:|\/|$)/.test(address)) return err({ kind: 'printer-refused', why: { kind: 'unreachable' } });
  const { name, format, media, sides, scaling } = role === 'card' ? CARD_PRINTER : ORDINARY_PRINTER;
  const isQueue = address.includes('localhost');
  return ok({
    ...{ role, address, name, makeAndModel: 'Invented Card Printer 300', isQueue },
    ...{
      tells: isQueue ? 'transfers' : 'cards',
      certificate: address.startsWith('ipps') ? 'c4'.repeat(32) : null,
    },
    ...{ media, sides, scaling, format, troubles: [], missing: [] },
  });
}

/** Calls about printers and ribbons. */
export function printerActs(kiosk: FixtureKiosk): PrinterActs {
  const { changeStatus, status } = kiosk;
  let papers = 0;

  function printPaper(): Answer<{ number: number }> {
    const { ordinaryPrinter } = status();
    if (ordinaryPrinter === null) return err({ kind: 'no-ordinary-printer' });
    papers += 1;
    const paper = { ...IN_TRAY, troubles: [], number: papers };
    changeStatus({ ordinaryPrinter: { ...ordinaryPrinter, paper } });
    return ok({ number: papers });
  }

  return {
    inspectPrinter: ({ address }) => inspect(address, 'card'),
    listQueues: () => ok({ queues: [...QUEUES] }),
    choosePrinter: ({ address }) => changeStatus({ printer: { ...REAL_PRINTER, address } }),
    chooseBuiltInPrinter: () => changeStatus({ printer: NOTHING_YET.printer }),
    inspectOrdinaryPrinter: ({ address }) => inspect(address, 'ordinary'),
    chooseOrdinaryPrinter: ({ address }) =>
      changeStatus({
        ordinaryPrinter: { name: ORDINARY_PRINTER.name, address, media: ORDINARY_PRINTER.media, paper: null },
      }),
    clearOrdinaryPrinter: () => changeStatus({ ordinaryPrinter: null }),
    printReceipt: printPaper,
    printFeeReceipt: printPaper,
    printSlip: printPaper,
    printDaySheet: printPaper,
    printTestPage: printPaper,
    printStatistics: printPaper,
    printTestCard: () =>
      changeStatus({ printer: { ...status().printer, testCard: { ...IN_TRAY, troubles: [] } } }),
    confirmTestCard: () => changeStatus({ printer: { ...status().printer, awaitsTestCard: false } }),
    identifyPrinter: () => ok({}),
    fitRibbon: () =>
      changeStatus({
        ribbons: { ...status().ribbons, fitted: { ribbon: USED_RIBBON, since: THIS_MORNING } },
      }),
    removeRibbon() {
      const { fitted, held } = status().ribbons;
      if (fitted === null) return err({ kind: 'no-such-ribbon' });
      const removed = { ribbon: fitted.ribbon, removed: THIS_MORNING };
      return changeStatus({ ribbons: { fitted: null, held: [...held, removed] } });
    },
    destroyRibbon: ({ ribbon }) =>
      changeStatus({
        ribbons: {
          ...status().ribbons,
          held: status().ribbons.held.filter((each) => each.ribbon !== ribbon),
        },
      }),
  };
}
