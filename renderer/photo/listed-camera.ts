import { namedCamera } from '../../shared/settings/named-camera.ts';

/** A camera as the browser tells of it. */
export type ListedCamera = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/**
 * The camera among a browser's devices that is called so. Null: it is not plugged in. Labels are told only while the camera is
 * granted; without one nothing is found.
 */
export function listedCamera(devices: readonly ListedCamera[], name: string): ListedCamera | null {
  return namedCamera(
    devices.filter(({ kind }) => kind === 'videoinput'),
    name,
  );
}
