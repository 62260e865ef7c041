import { expect, it } from 'vitest';
import { namedCamera } from './named-camera.ts';

const CAMERAS = [
  { id: 'a', label: 'Integrated Camera (5986:2113)' },
  { id: 'b', label: 'HD Pro Webcam C920 (046d:082d)' },
  { id: 'c', label: 'HD Pro Webcam C920' },
];

it.each([
  ['Integrated', 'a'],
  ['046d:082d', 'b'],
  [' hd pro WEBCAM c920 ', 'c'],
  ['webcam', 'b'],
])('a camera is found by its name or a part of it: %s', (name, id) => {
  expect(namedCamera(CAMERAS, name)?.id).toBe(id);
});

it('no other camera is taken in its place', () => {
  expect(namedCamera(CAMERAS, 'Brio')).toBeNull();
  expect(namedCamera([{ label: '' }], 'Brio')).toBeNull();
  expect(namedCamera([], 'Brio')).toBeNull();
});
