import face from '../../kiosk/faces/drawn-face.svg';
import type { FixtureCamera } from '../fixtures/fixture.ts';

const WIDTH = 1280;
const HEIGHT = 960;
const FRAMES_PER_SECOND = 5;

/** The drawn face, as the evaluation's cameras have it. */
export async function drawnFace(): Promise<HTMLImageElement> {
  const image = new Image(WIDTH, HEIGHT);
  image.src = face;
  await image.decode();
  return image;
}

/** As the list of devices has it. */
const DRAWN_CAMERA: MediaDeviceInfo = {
  ...{ deviceId: 'drawn', groupId: 'drawn', kind: 'videoinput', label: 'Drawn face' },
  toJSON: () => ({}),
};

/** What the browser says of a camera that gives no picture. */
const REFUSALS = {
  none: 'NotFoundError',
  denied: 'NotAllowedError',
  'in-use': 'NotReadableError',
  broken: 'InvalidStateError',
} as const;

/** Puts a drawn face in the place of the machine's camera, which is never asked for; or what is wrong with it. */
export function replaceCamera(camera: FixtureCamera): void {
  const devices = camera === 'none' ? [] : [DRAWN_CAMERA];
  navigator.mediaDevices.enumerateDevices = async () => devices;
  navigator.mediaDevices.getUserMedia = async () => {
    if (camera === 'starting') return new Promise(() => undefined);
    if (camera === 'no-frame') Object.defineProperty(HTMLVideoElement.prototype, 'videoWidth', { value: 0 });
    if (camera !== 'drawn' && camera !== 'unplugged' && camera !== 'no-frame')
      throw new DOMException(`${camera} in this fixture`, REFUSALS[camera]);
    const stream = await drawnStream();
    if (camera === 'unplugged') for (const track of stream.getTracks()) unplug(track);
    return stream;
  };
}

/** Once somebody listens to it. */
function unplug(track: MediaStreamTrack): void {
  setTimeout(() => track.dispatchEvent(new Event('ended')));
}

async function drawnStream(): Promise<MediaStream> {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const image = await drawnFace();
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('no canvas to draw the camera on');
  const stream = canvas.captureStream(FRAMES_PER_SECOND);
  const [track] = stream.getVideoTracks();
  // A canvas that nobody draws on sends no frames.
  const timer = setInterval(() => {
    if (track?.readyState === 'ended') clearInterval(timer);
    else context.drawImage(image, 0, 0, WIDTH, HEIGHT);
  }, 1000 / FRAMES_PER_SECOND);
  return stream;
}
