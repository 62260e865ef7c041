import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';

/** Application n of a test. */
export function id(number: number): ApplicationId {
  return applicationId.parse(number.toString(16).padStart(32, '0'));
}

/** The device key of a test, which a process of its own must know as well. */
export const testDeviceKey = new Uint8Array(32).fill(0xd7);
