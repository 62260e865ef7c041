import { namedCamera } from '../../settings/named-camera.ts';
import { SETTINGS_FILE } from '../../settings/settings-place.ts';
import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';

export const camera = declareCheck({
  id: 'camera',
  title: 'Camera',
  why: 'Without a camera nobody gets past the photo.',
  goLive: { kind: 'stops' },
  remedies: {
    attach: 'Attach a camera that needs no driver of its own (UVC). `ls /dev/video*` shows it.',
    name: `Attach the camera that the settings name, or correct \`camera\` in \`${SETTINGS_FILE}\`. \`v4l2-ctl --list-devices\` lists names.`,
    permit: 'Run `usermod -aG video {account}` as root, and start the kiosk anew.',
  },
});

/** A device below /dev that is called videoN. */
export interface VideoDevice {
  readonly path: string;
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
  const [first] = devices;
  if (first === undefined) return fail('There is no camera.', camera.remedies.attach);
  const usable = devices.filter(({ isAccessible }) => isAccessible);
  if (usable.length === 0) {
    return fail(`${account} may not use ${first.path}.`, remedy(camera.remedies.permit, { account }));
  }
  const labels = usable.flatMap((device) => device.labels.map((label) => ({ label })));
  if (wanted !== null && namedCamera(labels, wanted) === null) {
    const others = labels.map(({ label }) => label);
    return warn(
      `The settings name “${wanted}”. ${others.length === 0 ? 'No driver here tells a name.' : `Here are ${[...new Set(others)].join(', ')}.`}`,
      camera.remedies.name,
    );
  }
  // One camera has several of these; which of them gives pictures is not asked, because that would turn it on.
  return pass(`${usable.map(({ path }) => path).join(', ')} can be used. No picture was taken.`);
}
