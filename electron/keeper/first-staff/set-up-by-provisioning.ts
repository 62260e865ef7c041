import { ok, type Result, unreachable } from '../../../shared/result.ts';
import type { FirstStaff } from '../../lib/provisioning/first-staff-file.ts';
import { onDisk, type Unwritable } from '../custody/file-failure.ts';
import type { SetUpFailure, StaffOfKiosk } from '../staff/first-members.ts';
import type { KioskCreation } from '../staff/set-up-calls.ts';
import type { FirstStaffStep } from './first-staff-at-start.ts';
import { eraseTaken, take } from './waiting-file.ts';

/** What setting a kiosk up by its provisioning needs. */
export interface ProvisioningPort {
  readonly dataFolder: string;
  readonly staff: {
    setUpByOthers(staff: StaffOfKiosk, writeKiosk: () => void): Promise<Result<null, SetUpFailure>>;
  };
  readonly kioskCreation: KioskCreation;
  readonly outbox: { flush(): void };
}

/**
 * Does what a start does with first staff. A kiosk is set up with the people that its program has signed for it; each has a
 * passphrase that others know, so the first that they can do is to choose another one. The file goes whatever a power cut
 * leaves: taken, then used in one transaction, then overwritten.
 */
export async function beginWithFirstStaff(
  port: ProvisioningPort,
  step: FirstStaffStep,
): Promise<Result<null, Unwritable>> {
  switch (step.kind) {
    case 'none':
      return ok(null);
    case 'forget':
      return forget(port.dataFolder);
    case 'set-up': {
      const taken = step.as === 'taken' ? ok(null) : taking(port.dataFolder);
      if (!taken.ok) return taken;
      await setUp(port, step.people);
      return forget(port.dataFolder);
    }
    default:
      return unreachable(step);
  }
}

async function setUp(
  { staff, kioskCreation, outbox }: ProvisioningPort,
  { manifest: { kiosk: kioskName }, roster }: FirstStaff,
): Promise<void> {
  const people = roster.staff.map(({ name, role, firstPassphrase: passphrase }) => ({
    name,
    role,
    passphrase,
  }));
  const done = await staff.setUpByOthers({ kioskName, people }, () => kioskCreation.insertKiosk(kioskName));
  if (!done.ok) throw new Error(`first staff were judged, and are refused: ${done.error.kind}`);
  outbox.flush();
  kioskCreation.makeRoomAhead();
}

function taking(dataFolder: string): Result<null, Unwritable> {
  return onDisk<null, never>(() => {
    take(dataFolder);
    return ok(null);
  });
}

function forget(dataFolder: string): Result<null, Unwritable> {
  return onDisk<null, never>(() => {
    eraseTaken(dataFolder);
    return ok(null);
  });
}
