import { expect, it } from 'vitest';
import { presetVerdict } from './preset-certificate.ts';

const address = 'ipps://192.0.2.17:631/ipp/print';
const [pin, other] = ['ab'.repeat(32), 'cd'.repeat(32)];

it('a certificate is judged by the settings where they name one of this printer', () => {
  expect(presetVerdict({ address, certificate: pin }, { address, pin })).toBe('theirs');
  expect(presetVerdict({ address, certificate: other }, { address, pin })).toBe('another');
  // Without any it answers in clear, whatever it is.
  expect(presetVerdict({ address, certificate: null }, { address, pin })).toBe('another');
});

it('and by a person where they do not', () => {
  expect(presetVerdict({ address, certificate: pin }, null)).toBe('unknown');
  expect(presetVerdict({ address, certificate: pin }, { address, pin: null })).toBe('unknown');
  const elsewhere = 'ipps://192.0.2.18:631/ipp/print';
  expect(presetVerdict({ address: elsewhere, certificate: pin }, { address, pin })).toBe('unknown');
});
