import { expect, it } from 'vitest';
import { namedCamera } from './named-camera.ts';

const camera = (deviceId: string, label: string) => ({ kind: 'videoinput', deviceId, label }) as const;
const DEVICES = [
  camera('a', 'Integrated Camera (5986:2113)'),
  { kind: 'audioinput', deviceId: 'm', label: 'HD Pro Webcam C920' },
  camera('b', 'HD Pro Webcam C920 (046d:082d)'),
  camera('c', 'HD Pro Webcam C920'),
] as const;

it.each([
  ['Integrated', 'a'],
  ['046d:082d', 'b'],
  [' hd pro WEBCAM c920 ', 'c'],
  ['webcam', 'b'],
])('a camera is found by its name or a part of it: %s', (name, deviceId) => {
  expect(namedCamera(DEVICES, name)?.deviceId).toBe(deviceId);
});

it('no other camera is taken in its place', () => {
  expect(namedCamera(DEVICES, 'Brio')).toBeNull();
  expect(namedCamera([camera('a', '')], 'Brio')).toBeNull();
  expect(namedCamera([], 'Brio')).toBeNull();
});
