import { beforeAll, expect, test } from 'vitest';
import type { SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import { speakEnglish } from '../english.test-support.ts';
import { openUnderInWords } from './suspension.ts';

beforeAll(speakEnglish);

const NOON = Date.UTC(2026, 10, 24, 17);

const suspension = (change: Partial<SuspensionStatus>): SuspensionStatus => ({
  ...{ source: 'order', by: 'Marisol Tidewater', decided: NOON, serial: 4, since: NOON },
  ...{ begins: null, ends: null, open: 'finish', notice: { en: 'Not today.' }, ...change },
});

test('nobody reads that open applications can be finished while another suspension erases them', () => {
  const ofOrder = suspension({});
  const byHand = suspension({ source: 'staff', serial: null, open: 'wipe' });
  const announced = { ...byHand, since: null, begins: NOON + 1 };
  expect(openUnderInWords(ofOrder, [ofOrder])).toBe('Open applications can be finished.');
  expect(openUnderInWords(ofOrder, [ofOrder, byHand])).toBeNull();
  expect(openUnderInWords(byHand, [ofOrder, byHand])).toContain('ended and erased');
  // What is only announced erases nothing yet.
  expect(openUnderInWords(ofOrder, [ofOrder, announced])).toBe('Open applications can be finished.');
});
