import { type CameraTrouble, cameraTroubleOf } from './camera-trouble.ts';
import { listedCamera } from './listed-camera.ts';

export type Camera =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

/** A camera that is wanted: it starts, says what is wrong, and tries again by itself. */
export interface CameraFeed {
  tryAgain(): void;
  /** Switches the camera off. Nothing is told after it. */
  close(): void;
}

const TRY_AGAIN_MILLISECONDS = 2000;

const WANTED_PICTURE = {
  ...{ width: { ideal: 1280 }, height: { ideal: 960 }, frameRate: { ideal: 30 } },
} as const satisfies MediaTrackConstraints;

/** The picture of the camera with this name; with no name, of the first one. Null: it is not plugged in. */
async function streamOf(name: string | null): Promise<MediaStream | null> {
  const { mediaDevices } = navigator;
  if (name === null) return mediaDevices.getUserMedia({ audio: false, video: WANTED_PICTURE });
  const found = listedCamera(await mediaDevices.enumerateDevices(), name);
  if (found === null) return null;
  return mediaDevices.getUserMedia({
    audio: false,
    // Exact: in the place of one that goes away meanwhile no other one is taken.
    video: { ...WANTED_PICTURE, deviceId: { exact: found.deviceId } },
  });
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Opens the camera with this name, or the first one, and tells every change, until it is closed. */
export function openCamera(name: string | null, tell: (camera: Camera) => void): CameraFeed {
  let closed = false;
  let live: MediaStream | null = null;
  let starting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fail = (trouble: CameraTrouble): void => {
    live = null;
    if (closed) return;
    tell({ kind: 'trouble', trouble });
    clearTimeout(timer);
    // What was denied stays denied until somebody changes it; asking on and on would not help.
    if (trouble !== 'denied') timer = setTimeout(() => void start(), TRY_AGAIN_MILLISECONDS);
  };
  const start = async (): Promise<void> => {
    if (closed || starting || live !== null) return;
    starting = true;
    clearTimeout(timer);
    try {
      // The session grants the camera only while this screen says that it is needed.
      await window.counterfoil.camera(true);
      const stream = await streamOf(name);
      if (stream === null) return fail('not-this-one');
      if (closed) {
        stop(stream);
        return;
      }
      live = stream;
      for (const track of stream.getVideoTracks()) {
        track.addEventListener('ended', () => {
          stop(stream);
          fail('unplugged');
        });
      }
      tell({ kind: 'live', stream });
    } catch (error) {
      fail(cameraTroubleOf(error));
    } finally {
      starting = false;
    }
  };
  const onDeviceChange = (): void => void start();

  navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
  void start();
  return {
    tryAgain: () => void start(),
    close() {
      closed = true;
      clearTimeout(timer);
      navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
      if (live !== null) stop(live);
      void window.counterfoil.camera(false);
    },
  };
}
