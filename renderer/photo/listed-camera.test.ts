import { expect, it } from 'vitest';
import { listedCamera } from './listed-camera.ts';

const device = (kind: MediaDeviceKind, deviceId: string) => ({ kind, deviceId, label: 'HD Pro Webcam C920' });

it('what is called so and is no camera is passed over', () => {
  const devices = [device('audioinput', 'microphone'), device('videoinput', 'camera')];
  expect(listedCamera(devices, 'c920')?.deviceId).toBe('camera');
  expect(listedCamera(devices.slice(0, 1), 'c920')).toBeNull();
});
