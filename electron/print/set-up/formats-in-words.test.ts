import { expect, it } from 'vitest';
import { printerRefusal } from '../../../shared/contract/printing/printer.ts';
import { NOTHING_SAID } from '../../lib/ipp/samples.test-support.ts';
import { formatsInWords } from './formats-in-words.ts';

const pwg = { resolutions: [{ x: 118, y: 118, unit: 'dpcm' as const }], types: ['rgb_8'], sheetBack: '' };

it('says what a printer offers, in its own words', () => {
  const said = { ...NOTHING_SAID, documentFormats: ['image/urf', 'image/pwg-raster'], pwg };
  expect(formatsInWords(said)).toBe('image/urf, image/pwg-raster; rgb_8; 118x118 dpcm');
  expect(formatsInWords(NOTHING_SAID)).toBe('–; –; –');
});

it('fits the contract whatever a printer says', () => {
  const words = Array.from({ length: 200 }, (_, index) => `type/${index}${'x'.repeat(index)}`);
  const hostile = ['<script>', '\u202eevil', 'x'.repeat(5000), ...words];
  const offers = formatsInWords({
    ...NOTHING_SAID,
    documentFormats: hostile,
    pwg: { ...pwg, types: hostile },
  });
  expect(printerRefusal.safeParse({ kind: 'no-format', offers }).success).toBe(true);
  expect(offers).not.toMatch(/script|evil/);
});

it('is not missed in what an earlier version kept', () => {
  expect(printerRefusal.parse({ kind: 'no-format' })).toEqual({ kind: 'no-format', offers: '–' });
});
