import { useEffect, useState } from 'react';

/** Looking starts Chromium's own capture service: not in the moment in which the next person may begin. */
const LOOK_AFTER_MILLISECONDS = 1_000;

async function isMissing(): Promise<boolean> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices.every(({ kind }) => kind !== 'videoinput');
}

/**
 * Whether this computer has no camera, looked up soon after this came on the screen and whenever a device comes or goes.
 * Opens none: whether it works is seen on the photo screen only.
 */
export function useCameraMissing(): boolean {
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      const now = await isMissing();
      if (!gone) setMissing(now);
    };
    const soon = window.setTimeout(() => void look(), LOOK_AFTER_MILLISECONDS);
    const onChange = (): void => void look();
    navigator.mediaDevices.addEventListener('devicechange', onChange);
    return () => {
      gone = true;
      window.clearTimeout(soon);
      navigator.mediaDevices.removeEventListener('devicechange', onChange);
    };
  }, []);
  return missing;
}
