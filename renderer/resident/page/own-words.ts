import type { AnswerWords } from '../../application/answers/answer-form.ts';
import { ownFaultAloud } from '../../wording/resident/fault-aloud.ts';
import {
  ownDoubtInWords,
  ownDrawingProblemInWords,
  ownProblemInWords,
} from '../../wording/resident/problem.ts';

/** What a resident is told at a field. */
export const OWN_WORDS: AnswerWords = {
  problem: ownProblemInWords,
  doubt: ownDoubtInWords,
  drawing: ownDrawingProblemInWords,
  aloud: ownFaultAloud,
};
