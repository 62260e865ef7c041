import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PrinterTrouble, printerTroubles, troublesIn } from './trouble.ts';

const idle = { state: 'idle', accepting: true } as const;

describe('the troubles of a printer', () => {
  it.each<[string, PrinterTrouble]>([
    ['media-empty-error', 'media-empty'],
    ['media-empty-warning', 'media-empty'],
    ['media-needed', 'media-empty'],
    ['media-jam-report', 'media-jam'],
    ['cover-open', 'cover-open'],
    ['door-open-error', 'cover-open'],
    ['marker-supply-empty-error', 'ribbon-empty'],
    ['output-area-full-warning', 'tray-full'],
    ['offline-report', 'offline'],
    ['connecting-to-device', 'offline'],
    ['paused', 'paused'],
  ])('are read from %s, whatever its ending says', (reason, trouble) => {
    expect(troublesIn({ ...idle, reasons: [reason] })).toEqual([trouble]);
  });

  it('are none when the printer says none, or what nobody here can mend', () => {
    for (const reasons of [
      [],
      ['none'],
      ['marker-supply-low-warning'],
      ['spool-area-full', 'x'.repeat(900)],
    ]) {
      expect(troublesIn({ ...idle, reasons })).toEqual([]);
    }
  });

  it('are told also where a printer only says that it stands, or takes nothing', () => {
    expect(troublesIn({ state: 'stopped', reasons: ['none'], accepting: true })).toEqual(['stopped']);
    expect(troublesIn({ ...idle, reasons: [], accepting: false })).toEqual(['rejecting']);
    const both = troublesIn({ state: 'stopped', reasons: ['paused', 'cover-open-error'], accepting: false });
    expect(both).toEqual(['cover-open', 'paused', 'rejecting']);
  });

  it('come once each, in one order, whatever a printer sends', () => {
    const reasons = fc.array(fc.oneof(fc.string(), fc.constantFrom('media-empty', 'offline-x', 'door-open')));
    fc.assert(
      fc.property(reasons, fc.boolean(), (said, accepting) => {
        const found = troublesIn({ state: 'stopped', reasons: said, accepting });
        expect(found.length).toBeGreaterThan(0);
        expect(found).toEqual(printerTroubles.filter((each) => found.includes(each)));
        expect(troublesIn({ state: 'stopped', reasons: said.toReversed(), accepting })).toEqual(found);
      }),
    );
  });
});
