import { hash, type KeyObject } from 'node:crypto';
import type { Recipient } from '../../../shared/contract/command/production.ts';
import type { Answer, Handlers, OutputOf } from '../../../shared/contract/declare.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { fingerprint } from '../../../shared/ledger/checkpoint.ts';
import type { RecipientFault } from '../../../shared/production/faults.ts';
import type { ProductionManifest, UnsignedManifest } from '../../../shared/production/manifest.ts';
import { PROGRAM_VERSION } from '../../../shared/program-version.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readRecipient, recipientHash } from '../../lib/recipient/read-recipient.ts';
import { exportName } from '../disk/export-names.ts';
import type { KioskIdentity } from '../kiosk/kiosk-row.ts';
import type { LedgerPosition } from '../ledger/verdict.ts';
import type { ActTime, EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, type ApprovableHandlers, actorOf, secondOf } from '../staff/actor.ts';
import { covers } from '../staff/approvals.ts';
import {
  asHeld,
  findHeld,
  type HeldRecord,
  type HeldRecordPort,
  isStillHeld,
  openHeld,
} from './held-record.ts';
import { makeManifest } from './make-manifest.ts';
import { recipientOnDrive } from './recipient-on-drive.ts';
import { type SealPort, sealHeld } from './seal-held.ts';
import { tellUnfinished, type UnfinishedPort } from './unfinished-productions.ts';
import { writeProduction } from './write-production.ts';

type ProductionCalls = Pick<Handlers<typeof keeperCalls>, 'checkRecipient' | 'acknowledgeProduction'> &
  Pick<ApprovableHandlers, 'produceRecord'>;

/** What producing a held application needs of the kiosk. */
export interface ProductionPort extends ActorsPort, HeldRecordPort, SealPort, UnfinishedPort {
  readonly kiosk: { isPracticing(): boolean; read(): KioskIdentity | null };
  readonly ledger: { head(): LedgerPosition | undefined };
  readonly outbox: EntryRecorder & { now(): ActTime; waiting(): number };
  readonly facts: { readonly build: ProductionManifest['build'] };
  /** Where a drive is, or nowhere. */
  readonly exportFolder: string | null;
  signingKey(): KeyObject;
  readonly screens: { refresh(): void };
}

/** One production, as two people agreed on it. */
interface Agreed {
  readonly by: MemberId;
  readonly second: MemberId;
  readonly recipient: Recipient;
  /** One for the ledger, the manifest and the screen, of the key that it is sealed to. */
  readonly recipientHash: string;
  readonly kiosk: KioskIdentity;
  /** Epoch milliseconds. */
  readonly utc: number;
}

/** The one way out for a person: one application that a legal hold keeps, by two people, sealed (docs/decisions/0068). */
export function productionCalls(port: ProductionPort): ProductionCalls {
  return {
    checkRecipient({ typed }) {
      if (typed !== null) return shown(readRecipient(typed));
      const folder = port.exportFolder;
      return folder === null ? err({ kind: 'no-export-folder' }) : shown(recipientOnDrive(folder));
    },
    async produceRecord({ ticket, recipient }, approval) {
      const found = findHeld(port, ticket);
      if (!found.ok) return found;
      const about = asHeld(found.value);
      if (!covers(approval, { act: 'produceRecord', ticket, recipient, about }))
        return err({ kind: 'not-allowed' });
      // Nobody in practice is somebody whom an order is about.
      if (port.kiosk.isPracticing()) return err({ kind: 'in-practice' });
      const folder = port.exportFolder;
      if (folder === null) return err({ kind: 'no-export-folder' });
      const checked = readRecipient(recipient);
      if (!checked.ok) return err({ kind: 'recipient-refused', why: checked.error });
      // Nobody leaves before the ledger has the entry that tells of it.
      if (port.outbox.waiting() > 0) return err({ kind: 'not-written' });
      const held = openHeld(port, found.value);
      if (!held.ok) return held;
      const kiosk = port.kiosk.read();
      if (kiosk === null) throw new Error('a kiosk that was never set up holds somebody');
      const { utc } = port.outbox.now();
      const agreed = {
        ...{ by: actorOf(port, approval).member, second: secondOf(approval).member },
        ...{ recipient, recipientHash: recipientHash(recipient), kiosk, utc },
      };
      const sealed = await sealHeld(port, held.value, agreed);
      if (sealed === null) return err({ kind: 'record-unreadable' });
      // Two people may have lifted the hold meanwhile.
      if (port.closing.aborted || !isStillHeld(port, held.value)) return err({ kind: 'not-held' });
      const sha256 = hash('sha256', sealed, 'hex');
      const file = exportName('record', kiosk.identifier, sha256.slice(0, 12), 'age');
      const contents = { file, bytes: sealed.byteLength, sha256 };
      const written = writeProduction(folder, file, sealed, () => record(port, held.value, agreed, contents));
      if (!written.ok) {
        tellUnfinished(port);
        port.screens.refresh();
        return err(
          written.error === 'not-recorded'
            ? { kind: 'not-written' }
            : { kind: 'drive-refused', why: written.error },
        );
      }
      port.unfinishedProductions.remove(sha256);
      const { manifest } = written.value;
      return ok({ ticket, file, manifest, sha256, fingerprint: fingerprint(agreed.recipientHash) });
    },
    acknowledgeProduction({ package: hash }) {
      if (!port.unfinishedProductions.all().some((each) => each.package === hash))
        return err({ kind: 'not-now' });
      // Of one whose row could not be taken away, as it turned out whole, nobody was told yet.
      tellUnfinished(port);
      port.unfinishedProductions.remove(hash);
      port.screens.refresh();
      return ok({});
    },
  };
}

function shown(
  read: Result<Recipient, RecipientFault>,
): Answer<OutputOf<typeof keeperCalls, 'checkRecipient'>> {
  if (!read.ok) return err({ kind: 'recipient-refused', why: read.error });
  return ok({ recipient: read.value, fingerprint: fingerprint(recipientHash(read.value)) });
}

/** Tells the ledger, and answers the manifest, which has the place of that entry; null: the ledger does not take it now. */
function record(
  port: ProductionPort,
  { row, hold }: HeldRecord,
  { by, second, recipient, recipientHash: whose, kiosk, utc: began }: Agreed,
  contents: UnsignedManifest['package'],
): string | null {
  port.outbox.record(({ utc }) => {
    // Should the kiosk stop from here on, the next start finds it.
    port.unfinishedProductions.begin({ package: contents.sha256, file: contents.file, utc });
    return {
      kind: 'record-produced',
      ...{ utc, by, second, recipient: whose, package: contents.sha256 },
    };
  });
  if (port.outbox.waiting() > 0) return null;
  const head = port.ledger.head();
  if (head === undefined) throw new Error('a ledger without entries in a kiosk that holds somebody');
  return makeManifest(port.signingKey(), {
    format: 'counterfoil production 1',
    ...{ kiosk: kiosk.identifier, kioskName: kiosk.name, build: port.facts.build, program: PROGRAM_VERSION },
    ...{ produced: new Date(began).toISOString(), by, second, hold },
    ...{ ticket: row.ticket, day: row.day, recipient, recipientHash: whose },
    package: contents,
    ledger: { sequence: head.sequence, hash: head.hash },
  });
}
