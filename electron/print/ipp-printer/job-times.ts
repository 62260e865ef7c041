import type { Patience } from './time-limits.ts';

/** When a job last moved, and when its printer was last heard of, silent or in trouble: what ends the patience. */
export interface JobTimes {
  /** The printer has answered to the document, and so it has moved. Counts once, however often it is said. */
  documentAnswered(): void;
  /**
   * A look came back, with an answer or without one. What is told of it afterwards was at this moment, however long the
   * questions take that follow from it. More bytes than at the look before are a move.
   */
  polled(bytesTaken: number): void;
  /** The printer answered the look. */
  heard(): void;
  /** How far the printer says that the job is: another word than at the look before is a move. */
  said(progress: string): void;
  /** The printer did not answer the look. */
  unheard(): void;
  /** Nobody knows whether the job moves: it gets its whole time again. */
  mayHaveMoved(): void;
  /** Whether the printer is in a trouble that somebody could mend. */
  troubled(isMendable: boolean): void;
  /** The printer was not heard of for longer than it may be silent. */
  isSilentTooLong(): boolean;
  /** The last that is known of the printer is that it did not answer. */
  isUnheard(): boolean;
  /** Some look at the job was not answered. */
  wasUnheard(): boolean;
  /** The job stood still for too long, or took too long as a whole. */
  isTooLong(): boolean;
}

/** The times of a job that is followed from now on. `now`: milliseconds of a clock that nobody sets. */
export function createJobTimes(
  now: () => number,
  patience: Pick<Patience, 'silence' | 'trouble' | 'standstill' | 'whole'>,
): JobTimes {
  const since = now();
  let moment = since;
  let lastMove = since;
  let lastAnswer = since;
  let lastSilence = Number.NEGATIVE_INFINITY;
  let lastTrouble = Number.NEGATIVE_INFINITY;
  let isTroubled = false;
  let isDocumentAnswered = false;
  let lastTaken = 0;
  let lastSaid = '';
  return {
    documentAnswered() {
      if (isDocumentAnswered) return;
      isDocumentAnswered = true;
      lastAnswer = lastMove = now();
    },
    polled(bytesTaken) {
      moment = now();
      if (bytesTaken !== lastTaken) lastMove = moment;
      lastTaken = bytesTaken;
    },
    heard() {
      lastAnswer = moment;
    },
    said(progress) {
      if (progress !== lastSaid) lastMove = moment;
      lastSaid = progress;
    },
    unheard() {
      lastSilence = moment;
    },
    mayHaveMoved() {
      lastMove = moment;
    },
    troubled(isMendable) {
      isTroubled = isMendable;
      if (isMendable) lastTrouble = moment;
    },
    isSilentTooLong: () => moment - lastAnswer > patience.silence,
    isUnheard: () => lastSilence > lastAnswer,
    wasUnheard: () => lastSilence > Number.NEGATIVE_INFINITY,
    isTooLong() {
      // Once a trouble is mended the printer gets its whole time to move again.
      const standsStill = isTroubled
        ? moment - lastMove > patience.trouble
        : moment - Math.max(lastMove, lastTrouble) > patience.standstill;
      return standsStill || moment - since > patience.whole;
    },
  };
}
