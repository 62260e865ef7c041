import { expect, test } from 'vitest';
import { kioskUse } from './kiosk-use.ts';

test('only a release on the production runtime is for residents; its code on any other is a rehearsal', () => {
  expect(kioskUse({ build: 'release', runtime: 'production' })).toBe('residents');
  expect(kioskUse({ build: 'release', runtime: 'evaluation' })).toBe('rehearsal');
  expect(kioskUse({ build: 'evaluation', runtime: 'evaluation' })).toBe('evaluation');
  expect(kioskUse({ build: 'evaluation', runtime: 'production' })).toBe('evaluation');
});
