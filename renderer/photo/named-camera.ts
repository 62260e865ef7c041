/** A camera as the browser tells of it. */
export type ListedCamera = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/**
 * The camera whose label is this name, or else has it in it; capitals count for nothing. Null: it is not plugged in. Labels are told
 * only while the camera is granted; without one nothing is found.
 */
export function namedCamera(devices: readonly ListedCamera[], name: string): ListedCamera | null {
  const cameras = devices.filter(({ kind }) => kind === 'videoinput');
  const wanted = name.trim().toLowerCase();
  const labelled = (matches: (label: string) => boolean): ListedCamera | undefined =>
    cameras.find(({ label }) => matches(label.trim().toLowerCase()));
  return labelled((label) => label === wanted) ?? labelled((label) => label.includes(wanted)) ?? null;
}
