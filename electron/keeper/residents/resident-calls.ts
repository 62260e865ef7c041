import type { Handlers } from '../../../shared/contract/declare.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import { err } from '../../../shared/result.ts';

type ResidentCalls = Pick<
  Handlers<typeof keeperCalls>,
  | 'chooseLanguage'
  | 'giveToResident'
  | 'finishAnswers'
  | 'leaveNow'
  | 'setResidentSetting'
  | 'setDisplayWidth'
  | 'acceptNotice'
>;

const notNow = () => err({ kind: 'not-now' } as const);

export function residentCalls(): ResidentCalls {
  return {
    chooseLanguage: notNow,
    giveToResident: notNow,
    finishAnswers: notNow,
    leaveNow: notNow,
    setResidentSetting: notNow,
    setDisplayWidth: notNow,
    acceptNotice: notNow,
  };
}
