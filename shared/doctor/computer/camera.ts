import { namedCamera } from '../../settings/named-camera.ts';
import { SETTINGS_FILE } from '../../settings/settings-place.ts';
import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';

export const camera = declareCheck({
  id: 'camera',
  title: 'Camera',
  why: 'Without a camera nobody gets past the photo.',
  // A camera with a driver of its own may be one: the photo step shows it.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  remedies: {
    attach: 'Attach a camera that needs no driver of its own (UVC). `ls /dev/video*` shows it.',
    name: `Attach the camera that the settings name, or correct \`camera\` in \`${SETTINGS_FILE}\`. \`cat /sys/class/video4linux/*/name\` lists names.`,
    permit:
      'Run `udevadm trigger --action=change --subsystem-match=video4linux` as root: a rule of the package gives cameras to the kiosk’s account.',
  },
});

/** A device below /dev that is called videoN. A camera has several; a decoder and a made-up camera are called so too. */
export interface VideoDevice {
  readonly path: string;
  /** `uvcvideo` of a USB camera; null: no device of the computer is behind it, as with v4l2loopback. */
  readonly driver: string | null;
  /** The number of it among those of its camera: `0` gives pictures, the next one may only describe them. */
  readonly index: string | null;
  /** What a browser may call it; empty: its driver doesn't tell. */
  readonly labels: readonly string[];
  readonly isAccessible: boolean;
}

export interface CameraFacts {
  /** Null: /dev can't be listed. */
  readonly devices: readonly VideoDevice[] | null;
  readonly account: string;
  /** The camera that the settings name, or a part of its name; null: the first one is taken. */
  readonly wanted: string | null;
}

export function judgeCamera({ devices, account, wanted }: CameraFacts): Finding {
  if (devices === null) return notRun('/dev can’t be listed.');
  if (devices.length === 0) return fail('There is no camera.', camera.remedies.attach);
  if (wanted !== null && namedCamera(labelled(devices), wanted) === null)
    return fail(`The settings name “${wanted}”. ${namesOf(devices)}`, camera.remedies.name);
  const fitting = wanted === null ? devices : devices.filter((device) => isNamed(device, wanted));
  const cameras = fitting.filter(isUsbCamera);
  const [first] = cameras;
  if (first === undefined) {
    const paths = fitting.map(({ path }) => path).join(', ');
    return notRun(`Whether ${paths} is a camera can’t be told by its driver. The photo step shows it.`);
  }
  const usable = cameras.filter(({ isAccessible }) => isAccessible);
  if (usable.length === 0) return fail(`${account} may not use ${first.path}.`, camera.remedies.permit);
  // To ask for a picture would turn it on.
  return pass(`${usable.map(({ path }) => path).join(', ')} can be used. No picture was taken.`);
}

function isUsbCamera({ driver, index }: VideoDevice): boolean {
  return driver === 'uvcvideo' && index === '0';
}

function labelled(devices: readonly VideoDevice[]): readonly { readonly label: string }[] {
  return devices.flatMap(({ labels }) => labels.map((label) => ({ label })));
}

function isNamed(device: VideoDevice, wanted: string): boolean {
  return namedCamera(labelled([device]), wanted) !== null;
}

function namesOf(devices: readonly VideoDevice[]): string {
  const names = [...new Set(labelled(devices).map(({ label }) => label))];
  return names.length === 0 ? 'No driver here tells a name.' : `Here are ${names.join(', ')}.`;
}
