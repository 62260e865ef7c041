import { randomBytes } from 'node:crypto';
import { type ApplicationEvent, advance, stateText } from '../../../shared/application/lifecycle.ts';
import { queueEvent } from '../../../shared/application/queue-event.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import { type ApplicationId, applicationId, jobId } from '../../../shared/contract/ids.ts';
import type { keeperCalls, OpenedApplication } from '../../../shared/contract/keeper.ts';
import { err, ok } from '../../../shared/result.ts';
import { mayIssueOn } from '../printing/may-issue.ts';
import { shownAfterAnswer } from '../printing/shown-after-answer.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { type Desk, type Occupant, occupantOf } from './desk.ts';
import { findByCard } from './find-by-card.ts';
import { mayStore } from './may-store.ts';
import { clipboardRefusal, mayTakeIn, sealFailureAsRefusal } from './may-take-in.ts';
import { moveOn, recordOf } from './open-record.ts';
import { earlierJobs } from './print-side.ts';
import { recordAct } from './record-act.ts';
import { tellPrint } from './tell-print.ts';
import { putAside } from './turn-over.ts';

type ApplicationCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'create'
  | 'open'
  | 'putAside'
  | 'store'
  | 'storeWindows'
  | 'windows'
  | 'move'
  | 'lookUpKey'
  | 'print'
  | 'stopPrint'
  | 'spoil'
>;

const notNow = { kind: 'not-now' } as const;

/** The clerk's answer to the question whether a card came out. */
function isAboutCard(event: ApplicationEvent['kind']): boolean {
  return event === 'clerk-found-card' || event === 'clerk-found-no-card';
}

/** Calls about the one application of a session. */
export function applicationCalls(desk: Desk, occupant: Occupant): ApplicationCalls {
  const current = (): ApplicationId => {
    if (occupant.application === null)
      throw new Error('the registrar let a call pass without an application');
    return occupant.application;
  };
  // By the wipe rows, not by what the screen shows of them: "start" waits until nothing is being erased.
  const mayBegin = (): boolean =>
    !occupant.used && desk.pool.shown() === occupant.session && !desk.wipes.busy();

  function occupy(row: ApplicationRow): Answer<OpenedApplication> {
    // The session that put it aside is still being ended: one application, one process tree.
    if (occupantOf(desk, row.id) !== null) return err(notNow);
    if (desk.holds.freezes(row.id)) return err({ kind: 'held' });
    const key = desk.custody.open(row.id);
    if (!key.ok) return err({ kind: key.error.kind === 'locked' ? 'custody-locked' : 'key-damaged' });
    occupant.application = row.id;
    occupant.used = true;
    desk.openNext = null;
    desk.endings.over();
    desk.broadcast();
    return ok({
      application: row.id,
      ticket: row.ticket,
      state: row.state,
      key: key.value,
      columns: { answers: row.answers, photo: row.photo, card: row.card, tray: row.tray },
      stage: row.stage,
      troubles: [...desk.jobs.troubles(row.id)],
      ending: row.ending,
      began: row.began,
      policy: desk.policies.of(row.policy).rules,
    });
  }

  return {
    async create() {
      const unsafe = await clipboardRefusal(desk);
      if (unsafe !== null) return err(unsafe);
      const custody = mayTakeIn(desk);
      if (!custody.ok) return custody;
      if (!mayBegin()) return err(notNow);
      const id = applicationId.parse(randomBytes(16).toString('hex'));
      // The key first: a key without a record is scrubbed at the next start, a record without a key would be
      // told as a forgotten application.
      const created = desk.custody.create(id, custody.value);
      if (!created.ok) return err(sealFailureAsRefusal(created.error));
      try {
        const { now, today } = desk.clock;
        desk.vault.create({
          ...{ id, day: dayText(today()), now: now(), elapsed: desk.time.now().elapsed },
          policy: desk.policies.inForce.hash,
        });
      } catch (error) {
        desk.custody.destroy(id);
        throw error;
      }
      return occupy(recordOf(desk, id).row);
    },
    open(which) {
      if (!mayBegin()) return err(notNow);
      if (which.by === 'ticket') {
        const row = desk.vault.findByTicket(which.ticket);
        return row === null ? err({ kind: 'no-such-ticket' }) : occupy(row);
      }
      const [row, another] = findByCard(desk, which.hash);
      // Two cards with the same last four: the clerk scans the whole number.
      return row === undefined || another !== undefined ? err({ kind: 'no-such-card' }) : occupy(row);
    },
    putAside() {
      const { ticket } = recordOf(desk, current()).row;
      occupant.leaving = true;
      void putAside(desk, occupant, current(), { kind: 'put-aside', ticket });
      return ok({});
    },
    store({ column, sealed }) {
      if (!mayStore(column, recordOf(desk, current()).state)) return err(notNow);
      // A card carries the day it was made and the day it ends.
      if (column === 'card' && desk.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      desk.vault.store(current(), column, sealed);
      return ok({});
    },
    storeWindows({ sealed }) {
      desk.vault.addMade(current(), sealed);
      return ok({});
    },
    windows: () => ok({ sealed: [...desk.vault.made(current())] }),
    move({ event }) {
      const { row } = recordOf(desk, current());
      const named: ApplicationEvent =
        event === 'clerk-checked'
          ? { kind: event, photo: row.photo === null ? 'none' : 'taken' }
          : { kind: event };
      const moved = desk.vault.database.transaction(() => {
        const next = moveOn(desk, current(), named);
        if (next.ok && isAboutCard(event)) {
          const { stage, ending } = shownAfterAnswer(event === 'clerk-found-card');
          desk.vault.setStage(current(), stage, ending);
        }
        return next;
      })();
      if (moved.ok && isAboutCard(event)) tellPrint(desk, current());
      return moved.ok ? ok({ state: stateText(moved.value) }) : moved;
    },
    lookUpKey: () => ok({ key: desk.cardLookUp.key() }),
    async print({ full, lastFour, lookUp }) {
      const application = current();
      const printer = desk.printer.now();
      if (!mayIssueOn(desk.about.build, printer.driver)) return err({ kind: 'no-printer' });
      if (desk.printer.awaitsTestCard()) {
        return err({ kind: 'printer-refused', why: { kind: 'test-card-unconfirmed' } });
      }
      if (desk.time.doubt() !== null) return err({ kind: 'date-unconfirmed' });
      const event = queueEvent(recordOf(desk, application).state);
      if (event === null) return err(notNow);
      // The worker of the card before has told its last, and may still let the printer forget its job: cut off
      // there, nobody has heard of that job's end, and the clerk is asked about it anew.
      await desk.jobs.letClearUp(application);
      if (!(await desk.jobs.endWorker(application)).ok) return err(notNow);
      const { row } = recordOf(desk, application);
      if (row.card === null || row.photo === null) return err({ kind: 'photo-missing' });
      const key = desk.custody.open(application);
      if (!key.ok) throw new Error('an open application has no key');
      const job = jobId.parse(randomBytes(16).toString('hex'));
      // All or nothing: a disk that is full in between must not leave a card queued that nobody prints.
      const moved = desk.vault.database.transaction(() => {
        const next = moveOn(desk, application, event);
        if (!next.ok) return next;
        desk.vault.setLookUp(application, lookUp);
        desk.vault.beginJob(application, job);
        // The built-in printer keeps nothing once its worker is gone: there is nothing to purge.
        if (printer.driver !== 'virtual') desk.jobRows.begin({ name: job, application, printer });
        return next;
      })();
      if (!moved.ok) return moved;
      desk.cardLookUp.remember(application, { full, lastFour });
      tellPrint(desk, application);
      const earlier = earlierJobs(desk, application, job);
      desk.jobs.start({
        job,
        application,
        printer,
        earlier,
        key: key.value,
        card: row.card,
        photo: row.photo,
      });
      return ok({ job, state: stateText(moved.value) });
    },
    stopPrint: () => (desk.jobs.stop(current()) ? ok({}) : err(notNow)),
    spoil({ reason }) {
      const application = current();
      const event = { kind: 'clerk-spoiled', reason } as const;
      const next = advance(recordOf(desk, application).state, event);
      if (!next.ok) return err(notNow);
      recordAct(desk, () => {
        desk.vault.setState(application, next.value);
        desk.vault.setStage(application, null);
        desk.vault.store(application, 'tray', null);
        return { kind: 'spoiled', day: desk.clock.today(), reason };
      });
      tellPrint(desk, application);
      desk.broadcast();
      return ok({ state: stateText(next.value) });
    },
  };
}
