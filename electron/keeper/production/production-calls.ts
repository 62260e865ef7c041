import { hash } from 'node:crypto';
import type { Recipient } from '../../../shared/contract/command/production.ts';
import type { Answer, Handlers, OutputOf } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import type { RecipientFault } from '../../../shared/production/faults.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRecipient, recipientHash } from '../../lib/recipient/read-recipient.ts';
import { driveAt } from '../disk/drive-at.ts';
import { exportName, hashInName } from '../disk/export-names.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import { asHeld, type HeldRecord, type HeldRecords } from './held-record.ts';
import type { ProductionEntries } from './production-entries.ts';
import { recipientOnDrive } from './recipient-on-drive.ts';
import type { NotSealed, SealedFor } from './seal-held.ts';
import { writeProduction } from './write-production.ts';

type ProductionCalls = Pick<Handlers<typeof keeperCalls>, 'checkRecipient'> &
  Pick<ApprovableHandlers, 'produceRecord'>;

/** What producing a held application needs of the kiosk. */
export interface ProductionPort extends ActorsPort {
  readonly heldRecords: HeldRecords;
  /** See `sealHeld`. */
  sealHeld(held: HeldRecord, about: SealedFor): Promise<Result<Uint8Array, NotSealed>>;
  readonly productionEntries: ProductionEntries;
  readonly kiosk: { isPracticing(): boolean; read(): KioskIdentity | null };
  /** Where a drive is, or nowhere. */
  readonly exportFolder: string | null;
  readonly screens: { refresh(): void };
  /** Aborted when the keeper begins to stop. */
  readonly closing: AbortSignal;
}

/** The one way out for a person: one application that a legal hold keeps, by two people, sealed (docs/decisions/0068). */
export function productionCalls(port: ProductionPort): ProductionCalls {
  const { heldRecords, productionEntries } = port;
  return {
    checkRecipient({ typed }) {
      if (typed !== null) return shown(readRecipient(typed));
      const folder = driveAt(port.exportFolder);
      return folder === null ? err({ kind: 'no-export-folder' }) : shown(recipientOnDrive(folder));
    },
    async produceRecord({ ticket, recipient }, approval) {
      const found = heldRecords.find(ticket);
      if (!found.ok) return found;
      const about = asHeld(found.value);
      if (!covers(approval, { act: 'produceRecord', ticket, recipient, about }))
        return err({ kind: 'not-allowed' });
      // Nobody in practice is somebody whom an order is about.
      if (port.kiosk.isPracticing()) return err({ kind: 'in-practice' });
      if (driveAt(port.exportFolder) === null) return err({ kind: 'no-export-folder' });
      const checked = readRecipient(recipient);
      if (!checked.ok) return err({ kind: 'recipient-refused', why: checked.error });
      // Nobody leaves before the ledger has the entry that tells of it.
      const utc = productionEntries.begin();
      if (utc === null) return err({ kind: 'not-written' });
      const held = heldRecords.open(found.value);
      if (!held.ok) return held;
      const kiosk = port.kiosk.read();
      if (kiosk === null) throw new Error('a kiosk that was never set up holds somebody');
      const agreed = {
        ...{ by: actorOf(port, approval).member, second: secondOf(approval).member },
        ...{ recipient, recipientHash: recipientHash(recipient), kiosk, utc },
      };
      const sealed = await port.sealHeld(held.value, agreed);
      if (!sealed.ok) return sealed;
      // Nothing begins to leave a kiosk that stops.
      if (port.closing.aborted) return err({ kind: 'record-not-sealed' });
      // Two people may have lifted the hold meanwhile.
      if (!heldRecords.isStillHeld(held.value)) return err({ kind: 'not-held' });
      // Somebody may have taken the drive: its folder may still be there, on the kiosk's own disk.
      const folder = driveAt(port.exportFolder);
      if (folder === null) return err({ kind: 'no-export-folder' });
      const sha256 = hash('sha256', sealed.value, 'hex');
      const file = exportName('record', kiosk.identifier, hashInName(sha256), 'age');
      const contents = { file, bytes: sealed.value.byteLength, sha256 };
      const written = writeProduction(folder, file, sealed.value, () =>
        productionEntries.enter(held.value, agreed, contents),
      );
      if (!written.ok) {
        productionEntries.tellUnfinished();
        port.screens.refresh();
        return err(
          written.error === 'not-recorded'
            ? { kind: 'not-written' }
            : { kind: 'drive-refused', why: written.error },
        );
      }
      productionEntries.finish(sha256);
      const { manifest } = written.value;
      return ok({ ticket, file, manifest, sha256, fingerprint: fingerprint(agreed.recipientHash) });
    },
  };
}

function shown(
  read: Result<Recipient, RecipientFault>,
): Answer<OutputOf<typeof keeperCalls, 'checkRecipient'>> {
  if (!read.ok) return err({ kind: 'recipient-refused', why: read.error });
  return ok({ recipient: read.value, fingerprint: fingerprint(recipientHash(read.value)) });
}
