import type { Session } from 'electron';

/** The camera is the only thing that may ever be granted, and only while the photo screen says so. */
export interface CameraGate {
  wanted: boolean;
}

/** Denies every permission but video capture for our own page on the photo screen. */
export function guardPermissions(session: Session, gate: CameraGate): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const videoOnly = types.length > 0 && types.every((type) => type === 'video');
    answer(
      permission === 'media' && gate.wanted && videoOnly && details.requestingUrl.startsWith('app://kiosk/'),
    );
  });
  // The check handler gates labels and `permissions.query`; without it they would leak the devices.
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      permission === 'media' && gate.wanted && origin.startsWith('app://kiosk'),
  );
  session.setDevicePermissionHandler(() => false);
}
