import { expect, it, test } from 'vitest';
import { type KeyFilterSettings, NO_KEY_FILTER } from '../../../shared/residents/hands.ts';
import { createKeyFilter } from './key-filter.ts';

function filterWith(change: Partial<KeyFilterSettings>) {
  return createKeyFilter<string>(() => ({ ...NO_KEY_FILTER, ...change }));
}

test('a held key repeats only after the delay', () => {
  const filter = filterWith({ repeatDelay: 2_000 });
  expect(filter.down('a', 1_000)).toBe('pass');
  expect(filter.down('a', 1_500)).toBe('ignore');
  expect(filter.down('a', 2_999)).toBe('ignore');
  expect(filter.down('a', 3_000)).toBe('pass');
  expect(filter.down('a', 3_033)).toBe('pass');
});

test('or never', () => {
  const filter = filterWith({ repeatDelay: null });
  expect(filter.down('a', 0)).toBe('pass');
  expect(filter.down('a', 60_000)).toBe('ignore');
  expect(filter.up('a', 60_001)).toBe('pass');
  expect(filter.down('a', 60_002)).toBe('pass');
});

test('the same key again is ignored for a while after it was let go', () => {
  const filter = filterWith({ doubleStrike: 500 });
  expect([filter.down('a', 0), filter.up('a', 80)]).toEqual(['pass', 'pass']);
  expect([filter.down('a', 579), filter.up('a', 600)]).toEqual(['ignore', 'ignore']);
  // The shaking goes on: it is still the same stroke.
  expect([filter.down('a', 1_099), filter.up('a', 1_100)]).toEqual(['ignore', 'ignore']);
  expect([filter.down('a', 1_600), filter.up('a', 1_700)]).toEqual(['pass', 'pass']);
});

test('a long press is let go late: what counts is from then on', () => {
  const filter = filterWith({ doubleStrike: 500, repeatDelay: null });
  filter.down('a', 0);
  filter.up('a', 3_000);
  expect(filter.down('a', 3_100)).toBe('ignore');
});

test('another key between is another stroke', () => {
  const filter = filterWith({ doubleStrike: 500 });
  for (const key of ['a', 'n', 'a'])
    expect([filter.down(key, 0), filter.up(key, 1)]).toEqual(['pass', 'pass']);
});

test('an ignored press that is held on stays ignored', () => {
  const filter = filterWith({ doubleStrike: 500, repeatDelay: 500 });
  filter.down('a', 0);
  filter.up('a', 50);
  expect(filter.down('a', 100)).toBe('ignore');
  expect(filter.down('a', 5_000)).toBe('ignore');
  expect(filter.up('a', 5_001)).toBe('ignore');
});

test('a change counts from the next press on', () => {
  let doubleStrike: KeyFilterSettings['doubleStrike'] = 0;
  const filter = createKeyFilter<string>(() => ({ ...NO_KEY_FILTER, doubleStrike }));
  filter.down('a', 0);
  filter.up('a', 1);
  expect(filter.down('a', 2)).toBe('pass');
  filter.up('a', 3);
  doubleStrike = 500;
  expect(filter.down('a', 4)).toBe('ignore');
});

it('holds nothing of a window that lost the keyboard', () => {
  const filter = filterWith({ repeatDelay: null });
  filter.down('a', 0);
  filter.forget();
  expect(filter.down('a', 10)).toBe('pass');
});
