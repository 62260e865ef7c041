import type { KioskKnowledge } from '../../contract/doctor/kiosk-knowledge.ts';
import { declareCheck } from '../check.ts';
import { type Finding, notRun, pass, together, warn } from '../finding.ts';

export const printer = declareCheck({
  id: 'printer',
  title: 'Printers and media',
  why: 'Without its printer a kiosk takes in applications that nobody can finish.',
  goLive: { kind: 'advice' },
  remedies: {
    queue: 'Set up the queue of the system, and print its test page.',
    choose: 'Choose a card printer on the Printers page of the kiosk.',
    confirm: 'Print a test card on the Printers page of the kiosk, look at both sides, and confirm it.',
    mend: 'Do what the start screen of the kiosk says about the printer.',
    reach: 'Look at the printer, its power and its cable. The Printers page of the kiosk says what is wrong.',
  },
});

export interface PrinterFacts {
  /** What the settings name; which printers staff chose is in the vault, which the kiosk alone opens. */
  readonly configured: 'built-in' | 'queue-of-system';
  /** The addresses that the settings name for cards and for papers, for whoever chooses a printer; null: they name none. */
  readonly cardPrinter: string | null;
  readonly ordinaryPrinter: string | null;
  /** USB devices that say that they are printers; null: this computer doesn’t tell. */
  readonly usbPrinters: number | null;
  /** What the kiosk itself says; null: it is not the one that asks. */
  readonly known: Pick<KioskKnowledge, 'cardPrinter' | 'ordinaryPrinter'> | null;
  /** Whether this kiosk may show cards in the place of printing them. */
  readonly isEvaluation: boolean;
}

export function judgePrinter(facts: PrinterFacts): Finding {
  const { configured, known, isEvaluation } = facts;
  if (configured === 'queue-of-system')
    return warn('A print queue of the system is set, as for demonstrations.', printer.remedies.queue);
  if (known === null) return bySettings(facts);
  return together(judgeCardPrinter(known.cardPrinter, isEvaluation), ordinaryPrinter(known));
}

/** Nothing is sent, so no printer is asked what it has loaded; and whatever is at a USB port may be any printer. */
function bySettings({ cardPrinter, ordinaryPrinter: forPapers, usbPrinters }: PrinterFacts): Finding {
  const named = [
    ...(cardPrinter === null ? [] : [`${cardPrinter} for cards`]),
    ...(forPapers === null ? [] : [`${forPapers} for papers`]),
  ];
  const settings =
    named.length === 0 ? 'The settings name no printer.' : `The settings name ${named.join(' and ')}.`;
  const atUsb = usbPrinters === null || usbPrinters === 0 ? '' : ` ${usbPrinters} at a USB port.`;
  return notRun(
    `${settings}${atUsb} The Computer and Printers pages of the kiosk tell which ones are chosen, how they are and what they have loaded.`,
  );
}

type CardPrinter = KioskKnowledge['cardPrinter'];

function judgeCardPrinter(chosen: CardPrinter, isEvaluation: boolean): Finding {
  switch (chosen.driver) {
    case 'virtual':
      return isEvaluation
        ? pass('The built-in printer is chosen, which shows cards and makes none.')
        : warn('No card printer is chosen.', printer.remedies.choose);
    case 'os':
      return warn('A print queue of the system is chosen, as for demonstrations.', printer.remedies.queue);
    case 'ipp':
      return chosen.awaitsTestCard
        ? together(
            warn('Nobody has confirmed the test card of the print queue.', printer.remedies.confirm),
            judgeCondition(chosen),
          )
        : judgeCondition(chosen);
  }
}

/** As the kiosk has seen the printer, which it watches all day. */
function judgeCondition({ name, address, media, condition }: CardPrinter): Finding {
  const size = media === null ? '' : `, of the size ${media.name}`;
  const which = `Cards go to ${name ?? 'a printer'} at ${address ?? 'no address'}${size}.`;
  switch (condition.kind) {
    case 'unknown':
      return notRun(`${which} The kiosk has had no answer from it since it started.`);
    case 'ready':
      return pass(`${which} It is ready.`);
    case 'working':
      return pass(`${which} It is at work.`);
    case 'trouble':
      return warn(`${which} It waits: ${condition.troubles.join(', ')}.`, printer.remedies.mend);
    case 'refused':
      return warn(`${which} It is not used: ${condition.why.kind}.`, printer.remedies.reach);
  }
}

/** It is told, and judged by nobody: papers are on the screen as well, and the printer is asked only when one is printed. */
function ordinaryPrinter({ ordinaryPrinter: chosen }: Pick<KioskKnowledge, 'ordinaryPrinter'>): Finding {
  return pass(
    chosen === null
      ? 'No printer for papers is chosen: they are on the screen alone.'
      : `Papers go to ${chosen.name} at ${chosen.address}, of the size ${chosen.media.name}. It is asked when one is printed, and not before.`,
  );
}
