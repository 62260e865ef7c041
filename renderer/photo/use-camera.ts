import { useEffect, useState } from 'react';
import { type CameraTrouble, cameraTroubleOf } from './camera-trouble.ts';

export type Camera =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream }
  | { readonly kind: 'trouble'; readonly trouble: CameraTrouble };

const TRY_AGAIN_MILLISECONDS = 2000;

const WANTED_PICTURE: MediaStreamConstraints = {
  audio: false,
  video: { width: { ideal: 1280 }, height: { ideal: 960 }, frameRate: { ideal: 30 } },
};

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/**
 * The camera's stream while `wanted`. When there is none it says why and tries again by itself, at once
 * when a device comes or goes. The camera is switched off when the step is left.
 */
export function useCamera(wanted: boolean): { readonly camera: Camera; readonly tryAgain: () => void } {
  const [camera, setCamera] = useState<Camera>({ kind: 'starting' });
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!wanted) return undefined;
    let left = false;
    let live: MediaStream | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = (): void => {
      clearTimeout(timer);
      if (!left) setAttempt((count) => count + 1);
    };
    const fail = (trouble: CameraTrouble): void => {
      if (left) return;
      setCamera({ kind: 'trouble', trouble });
      // What was denied stays denied until somebody changes it; asking on and on would not.
      if (trouble !== 'denied') timer = setTimeout(again, TRY_AGAIN_MILLISECONDS);
    };
    const start = async (): Promise<void> => {
      try {
        // The session grants the camera only while this screen says that it is needed.
        await window.counterfoil.camera(true);
        const stream = await navigator.mediaDevices.getUserMedia(WANTED_PICTURE);
        if (left) {
          stop(stream);
          return;
        }
        live = stream;
        stream.getVideoTracks()[0]?.addEventListener('ended', () => {
          live = null;
          stop(stream);
          fail('unplugged');
        });
        setCamera({ kind: 'live', stream });
      } catch (error) {
        fail(cameraTroubleOf(error));
      }
    };
    const onDeviceChange = (): void => {
      if (live === null) again();
    };
    navigator.mediaDevices.addEventListener('devicechange', onDeviceChange);
    void start();
    return () => {
      left = true;
      void window.counterfoil.camera(false);
      clearTimeout(timer);
      navigator.mediaDevices.removeEventListener('devicechange', onDeviceChange);
      if (live !== null) stop(live);
      void window.counterfoil.camera(false);
    };
    // `attempt` starts it anew.
  }, [wanted, attempt]);

  return { camera, tryAgain: () => setAttempt((count) => count + 1) };
}
