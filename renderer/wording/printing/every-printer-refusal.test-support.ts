import { type PrinterRefusal, printerRefusal } from '../../../shared/contract/printing/printer.ts';

/** One of each, with something in every field. */
export const EVERY_PRINTER_REFUSAL: readonly PrinterRefusal[] = printerRefusal.options.map(({ shape }) => {
  const kind = shape.kind.value;
  switch (kind) {
    case 'spool':
      return { kind, reasons: [{ kind: 'keeps-files' }, { kind: 'page-log' }] };
    case 'no-format':
      return { kind, offers: 'image/urf; –; –' };
    case 'job-refused':
      return { kind, status: 0x0506 };
    case 'size-refused-behind':
      return {
        kind,
        asked: { name: 'asked', widthHundredths: 5400, heightHundredths: 8600 },
        own: { name: 'own', widthHundredths: 5398, heightHundredths: 8560 },
        address: 'ipp://192.0.2.17:631/ipp/print',
      };
    default:
      return { kind };
  }
});
