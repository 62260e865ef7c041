import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';

export const camera = declareCheck({
  id: 'camera',
  title: 'Camera',
  why: 'Without a camera nobody gets past the photo.',
  goLive: { kind: 'stops' },
  remedies: {
    attach: 'Attach a camera that needs no driver of its own (UVC). `ls /dev/video*` shows it.',
    permit: 'Run `usermod -aG video {account}` as root, and start the kiosk anew.',
  },
});

/** A device below /dev that is called videoN. */
export interface VideoDevice {
  readonly path: string;
  readonly isAccessible: boolean;
}

export interface CameraFacts {
  /** Null: /dev can't be listed. */
  readonly devices: readonly VideoDevice[] | null;
  readonly account: string;
}

export function judgeCamera({ devices, account }: CameraFacts): Finding {
  if (devices === null) return notRun('/dev can’t be listed.');
  const [first] = devices;
  if (first === undefined) return fail('There is no camera.', camera.remedies.attach);
  const usable = devices.filter(({ isAccessible }) => isAccessible);
  if (usable.length === 0) {
    return fail(`${account} may not use ${first.path}.`, remedy(camera.remedies.permit, { account }));
  }
  // One camera has several of these; which of them gives pictures is not asked, because that would turn it on.
  return pass(`${usable.map(({ path }) => path).join(', ')} can be used. No picture was taken.`);
}
