import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import type { ScreenEvent } from '../../../shared/contract/screen.ts';
import { createLivePreview, type DrawnOf } from './live-preview.ts';
import type { PreviewDrawing } from './preview.ts';
import { GOOD, recordWith, TODAY } from './record.test-support.ts';
import type { ApplicationRecord } from './record.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A preview of one record, and how often it was drawn and told. */
function previewOf(record: ApplicationRecord, status: DrawnOf['status'] = { today: TODAY }) {
  const draw = vi.fn<PreviewDrawing['draw']>(async () => ({
    kind: 'drawn',
    front: new Uint8Array(64).fill(1),
    back: new Uint8Array(64).fill(2),
  }));
  const told: ScreenEvent[] = [];
  const preview = createLivePreview(
    { record, status },
    () => Promise.resolve({ draw, reads: () => true, forget: () => undefined }),
    (event) => told.push(event),
    (_where, error) => {
      throw error;
    },
  );
  return { preview, draw, told };
}

it('is drawn once, when nothing has changed for a moment', async () => {
  const { preview, draw, told } = previewOf(recordWith());
  for (let key = 0; key < 5; key += 1) {
    preview.schedule();
    await vi.advanceTimersByTimeAsync(40);
  }
  expect(draw).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20);
  expect(draw).toHaveBeenCalledOnce();
  expect(told).toMatchObject([{ kind: 'preview', preview: { kind: 'drawn' } }]);
});

it('is not drawn of an application that is being ended: its search knows what was made until then', async () => {
  const record = recordWith({ answers: GOOD });
  const { preview, draw } = previewOf(record);
  preview.schedule();
  record.finishing = true;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(draw).not.toHaveBeenCalled();
  expect(record.made).toEqual([]);
});

it('answers what was drawn already, until something changes that the card is drawn of', async () => {
  const record = recordWith({ answers: GOOD });
  const status = { today: TODAY };
  const { preview, draw, told } = previewOf(record, status);
  expect(await preview.isDrawable()).toBe(true);
  preview.schedule();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await preview.isDrawable()).toBe(true);
  preview.schedule();
  await vi.advanceTimersByTimeAsync(1_000);
  // A status is read anew each time: the same day is another object.
  status.today = { ...TODAY };
  expect(await preview.isDrawable()).toBe(true);
  expect(draw).toHaveBeenCalledOnce();
  expect(told).toHaveLength(1);

  const changes: readonly (() => unknown)[] = [
    () => Object.assign(record, { answers: { ...GOOD, name: 'Ottoline' } }),
    () => Object.assign(record, { photo: new Uint8Array(9) }),
    () => Object.assign(record, { photo: null }),
    () => Object.assign(record, { cardNumber: createCardNumber((count) => new Uint8Array(count)) }),
    () => Object.assign(status, { today: { ...TODAY, day: TODAY.day + 1 } }),
  ];
  for (const [index, change] of changes.entries()) {
    change();
    await preview.isDrawable();
    expect(draw).toHaveBeenCalledTimes(index + 2);
  }
});

it('is drawn anew by the next who asks, where drawing failed', async () => {
  const { preview, draw } = previewOf(recordWith());
  draw.mockRejectedValueOnce(new Error('a photo that was accepted cannot be drawn'));
  await expect(preview.isDrawable()).rejects.toThrow('cannot be drawn');
  expect(await preview.isDrawable()).toBe(true);
});
