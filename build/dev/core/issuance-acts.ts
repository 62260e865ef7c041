import { checkAnswers } from '../../../shared/application/answers.ts';
import { readCardNaming } from '../../../shared/card/number/card-naming.ts';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { PrintStage } from '../../../shared/contract/printing/printer.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { OLD_CARD_DESTROYED } from '../../../shared/programme/documents/shown-documents.ts';
import { feeDue } from '../../../shared/programme/fee.ts';
import { err, ok } from '../../../shared/result.ts';
import { denialFor } from '../fixtures/denial.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type IssuanceActs = Pick<
  Handlers<typeof screenCalls>,
  | 'showReadBack'
  | 'settleFee'
  | 'print'
  | 'stopPrint'
  | 'tellCard'
  | 'retryPrint'
  | 'identifyCard'
  | 'destroyOldCard'
  | 'handOver'
  | 'spoil'
  | 'deny'
  | 'takeBackDenial'
  | 'endWithoutCard'
>;

const SECONDS_PER_STAGE = 1.5;
const STAGES: readonly PrintStage[] = ['sent', 'front', 'back', 'in-tray'];
const CARD_NUMBER = 'K7Q2 9MXT 6K';

/** Whether this names the one card that there is. */
export function isCard(characters: string): boolean {
  const naming = readCardNaming(characters);
  const number = CARD_NUMBER.replaceAll(' ', '');
  return (
    (naming.kind === 'whole' && naming.characters === number) ||
    (naming.kind === 'last-four' && naming.characters === number.slice(-4))
  );
}

/** Calls from the read-back to the end. */
export function issuanceActs(kiosk: FixtureKiosk): IssuanceActs {
  const { change, move } = kiosk;
  let underWay: ReturnType<typeof setTimeout> | undefined;

  /** The card goes its way, a stage at a time, unless it is stopped. */
  function goOn(stages: readonly PrintStage[]): void {
    underWay = setTimeout(() => {
      const [stage, ...later] = stages;
      if (stage === undefined) return;
      if (stage === 'sent') move({ kind: 'printer-started' }, { printStage: stage });
      else if (stage === 'in-tray')
        move({ kind: 'printer-finished' }, { printStage: stage, printEnding: { kind: stage } });
      else change({ printStage: stage });
      goOn(later);
    }, SECONDS_PER_STAGE * 1000);
  }

  function sendToPrinter(queued: Answer<ApplicationView>): Answer<ApplicationView> {
    if (queued.ok) goOn(STAGES);
    return queued;
  }

  const waiting = {
    cardNumber: CARD_NUMBER,
    cardSent: true,
    printStage: 'waiting',
    printEnding: null,
    cardIdentified: false,
  } as const;

  return {
    showReadBack: () => ok({}),
    settleFee({ settled }) {
      const now = kiosk.application();
      if (now === null) return err({ kind: 'not-now' });
      if (settled === null)
        return move({ kind: 'clerk-settled-fee' }, { answers: { ...now.answers, fee: null } });
      const { today } = kiosk.status();
      const valid = checkAnswers(now.answers, kiosk.policy.fields, today);
      if (!valid.ok) return err({ kind: 'answers-incomplete' });
      const cents = feeDue(kiosk.policy, valid.value, now.answers.route, today);
      if (cents === 0) return err({ kind: 'not-now' });
      return move({ kind: 'clerk-settled-fee' }, { answers: { ...now.answers, fee: { settled, cents } } });
    },
    print() {
      const read = move({ kind: 'clerk-read-back' });
      return read.ok ? sendToPrinter(move({ kind: 'clerk-queued' }, waiting)) : read;
    },
    stopPrint() {
      clearTimeout(underWay);
      return move(
        { kind: 'printer-lost' },
        { printStage: 'failed', printEnding: { kind: 'doubt', doubt: 'canceled' } },
      );
    },
    tellCard: ({ found }) =>
      found
        ? move({ kind: 'clerk-found-card' }, { printStage: 'in-tray', printEnding: { kind: 'in-tray' } })
        : move({ kind: 'clerk-found-no-card' }, { printStage: 'failed', printEnding: null }),
    retryPrint: () =>
      sendToPrinter(
        move(
          { kind: kiosk.application()?.state === 'spoiled' ? 'clerk-reprinted' : 'clerk-retried' },
          waiting,
        ),
      ),
    identifyCard({ characters }) {
      const isNamed = isCard(characters);
      const identified = change({ cardIdentified: isNamed });
      return isNamed ? identified : err({ kind: 'no-such-card' });
    },
    destroyOldCard() {
      const now = kiosk.application();
      if (now?.cardIdentified !== true) return err({ kind: 'not-now' });
      const documents = [...now.answers.documents, OLD_CARD_DESTROYED];
      return change({ answers: { ...now.answers, documents } });
    },
    handOver() {
      if (kiosk.application()?.cardIdentified !== true) return err({ kind: 'not-now' });
      kiosk.endSession('start-ended');
      return ok({});
    },
    spoil: ({ reason }) => move({ kind: 'clerk-spoiled', reason }),
    deny: ({ reasons }) => change({ denial: denialFor(reasons) }),
    takeBackDenial: () => change({ denial: null }),
    endWithoutCard() {
      kiosk.endSession('start-ended');
      return ok({});
    },
  };
}
