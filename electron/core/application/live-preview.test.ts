import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ScreenEvent } from '../../../shared/contract/screen.ts';
import { createLivePreview } from './live-preview.ts';
import type { PreviewDrawing } from './preview.ts';
import type { ApplicationRecord } from './record.ts';
import { GOOD, recordWith, TODAY } from './record.test-support.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A preview of one record, and how often it was drawn and told. */
function previewOf(record: ApplicationRecord) {
  const draw = vi.fn<PreviewDrawing['draw']>(() => ({
    kind: 'drawn',
    front: new Uint8Array(64).fill(1),
    back: new Uint8Array(64).fill(2),
  }));
  const told: ScreenEvent[] = [];
  const preview = createLivePreview(
    { record, status: { today: TODAY } },
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
