import type { OpenedApplication } from '../../../shared/contract/application/application-snapshot.ts';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId, Ticket } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { ToldOpen } from '../endings/endings.ts';
import type { ResidentGate } from '../residents/resident-gate.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { Occupant } from './occupants.ts';
import { applicationIn, recordOf } from './open-record.ts';

type BeginCalls = Pick<Handlers<typeof keeperCalls>, 'create' | 'open' | 'putAside'>;

type Wanted = Parameters<BeginCalls['open']>[0];

const notNow = { kind: 'not-now' } as const;
const notAllowed = { kind: 'not-allowed' } as const;

/** What beginning an application, and leaving it, needs of the kiosk. */
export interface BeginPort {
  readonly vault: ApplicationReader & {
    findByTicket(which: Ticket): ApplicationRow | null;
    addMade(application: ApplicationId, sealed: Uint8Array): void;
  };
  readonly intake: {
    unsafe(): Promise<Refusal | null>;
    admit(): Result<CustodyKind, Refusal>;
  };
  readonly startScreen: { mayBegin(occupant: Occupant): boolean };
  readonly sessionReplacement: {
    putAside(occupant: Occupant, application: ApplicationId, told: ToldOpen): Promise<void>;
  };
  readonly residentGate: ResidentGate;
  /** A record with nothing in it, and its key. @throws where the disk does not take it. */
  newRecord(where: CustodyKind): Result<ApplicationRow, Refusal>;
}

/** How an application gets into a session, and by which card it is found. */
export interface OpenPorts {
  open(occupant: Occupant, row: ApplicationRow): Answer<OpenedApplication>;
  findByCard(hash: string): readonly ApplicationRow[];
  /** The end of the session that put it aside, while that is under way. */
  departureOf(application: ApplicationId): Promise<void> | null;
}

/** Begins an application, opens one that was put aside, and puts one aside. */
export function beginCalls(port: BeginPort, applications: OpenPorts, occupant: Occupant): BeginCalls {
  const { vault, intake, startScreen, sessionReplacement, residentGate } = port;

  function find(which: Wanted): Result<ApplicationRow, Refusal> {
    if (which.by === 'ticket') {
      const row = vault.findByTicket(which.ticket);
      return row === null ? err({ kind: 'no-such-ticket' }) : ok(row);
    }
    const [row, another] = applications.findByCard(which.hash);
    // Two cards with the same last four: the clerk scans the whole number.
    return row === undefined || another !== undefined ? err({ kind: 'no-such-card' }) : ok(row);
  }

  /** Whoever reads the screen of an application that a clerk opens is somebody else, however it comes onto it. */
  function openHere(row: ApplicationRow): Answer<OpenedApplication> {
    const opened = applications.open(occupant, row);
    if (opened.ok) residentGate.opened();
    return opened;
  }

  return {
    async create() {
      if (!residentGate.mayCreate()) return err(notAllowed);
      const unsafe = await intake.unsafe();
      if (unsafe !== null) return err(unsafe);
      const where = intake.admit();
      if (!where.ok) return where;
      if (!startScreen.mayBegin(occupant)) return err(notNow);
      const created = port.newRecord(where.value);
      if (!created.ok) return created;
      const opened = applications.open(occupant, created.value);
      if (opened.ok) residentGate.created();
      return opened;
    },
    async open(which) {
      if (!startScreen.mayBegin(occupant)) return err(notNow);
      if (!residentGate.mayOpen(which.by === 'ticket' ? which.ticket : null)) return err(notAllowed);
      const wanted = find(which);
      if (!wanted.ok) return wanted;
      const departure = applications.departureOf(wanted.value.id);
      if (departure === null) return openHere(wanted.value);
      // Put aside a moment ago: one application, one process tree. Meanwhile anything may have come of it, and of this session.
      await departure;
      if (!startScreen.mayBegin(occupant)) return err(notNow);
      if (!residentGate.mayOpen(which.by === 'ticket' ? which.ticket : null)) return err(notAllowed);
      const found = find(which);
      if (!found.ok) return found;
      return openHere(found.value);
    },
    putAside({ fingerprints }) {
      const application = applicationIn(occupant);
      if (fingerprints !== null) vault.addMade(application, fingerprints);
      const { ticket } = recordOf(vault, application).row;
      occupant.leaving = true;
      void sessionReplacement.putAside(occupant, application, { kind: 'put-aside', ticket });
      return ok({});
    },
  };
}
