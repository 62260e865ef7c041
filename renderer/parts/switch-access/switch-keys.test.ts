import { expect, it } from 'vitest';
import { switchActOf } from './switch-keys.ts';

const press = { key: ' ', repeat: false, ctrlKey: false, altKey: false, metaKey: false };

it('knows the switches by their keys, and a held one acts once', () => {
  expect(switchActOf('space-enter', press)).toBe('move');
  expect(switchActOf('space-enter', { ...press, key: 'Enter' })).toBe('select');
  expect(switchActOf('space-enter', { ...press, repeat: true })).toBe('held');
  expect(switchActOf('space-enter', { ...press, key: '1' })).toBeNull();
  expect(switchActOf('one-two', { ...press, key: '2' })).toBe('select');
  expect(switchActOf('f7-f8', { ...press, key: 'F7' })).toBe('move');
});

it('leaves keys with a modifier to what they are for', () => {
  expect(switchActOf('space-enter', { ...press, ctrlKey: true })).toBeNull();
});
