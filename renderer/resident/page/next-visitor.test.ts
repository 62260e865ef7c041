import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { visitorId } from '../../../shared/contract/ids.ts';
import { screenStatusOf } from '../../../shared/contract/residents/screen-status.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { told } from '../../core-client/application-view.test-support.ts';
import { createCoreStore } from '../../core-client/store.ts';
import { followStaffsChoice, forgetEachVisitor } from './next-visitor.ts';
import { FIRST_PAGE, type ResidentPage } from './resident-page.ts';

const CHOSEN: ResidentPage = {
  flow: { place: { at: 'notice' }, isChanging: false },
  language: 'ar',
  settings: {
    textSize: 'largest',
    theme: 'high',
    keyFilter: { repeatDelay: null, doubleStrike: 500 },
    switchKeys: 'one-two',
  },
};

function stage() {
  const core = createCoreStore();
  const page = createStore<ResidentPage>()(() => FIRST_PAGE);
  forgetEachVisitor(core, page);
  const tell = (visitor: string, atScreen = true) =>
    core.setState({
      status: screenStatusOf({
        ...NOTHING_YET,
        residents: { ...NOTHING_YET.residents, atScreen, visitor: visitorId.parse(visitor.repeat(32)) },
      }),
    });
  tell('1');
  page.setState(CHOSEN, true);
  return { page, tell };
}

it('the next visitor finds the page as everybody does, also where the screen is staff’s meanwhile', () => {
  for (const atScreen of [true, false]) {
    const { page, tell } = stage();
    tell('2', atScreen);
    expect(page.getState()).toEqual(FIRST_PAGE);
  }
});

it('the same visitor finds it as they left it, also after the clerk had a look', () => {
  const { page, tell } = stage();
  tell('1', false);
  tell('1');
  expect(page.getState()).toEqual(CHOSEN);
});

it('what a page begins with is nobody’s to forget', () => {
  const core = createCoreStore();
  const page = createStore<ResidentPage>()(() => CHOSEN);
  forgetEachVisitor(core, page);
  core.setState({ status: screenStatusOf(NOTHING_YET) });
  expect(page.getState()).toEqual(CHOSEN);
});

it('what staff choose for an application is what its page speaks next', () => {
  const core = createCoreStore();
  const page = createStore<ResidentPage>()(() => CHOSEN);
  followStaffsChoice(core, page);
  const tell = (revision: number, language: ResidentLanguage, atScreen: boolean) => {
    const application = told(revision, 'draft');
    core.setState({
      status: screenStatusOf({ ...NOTHING_YET, residents: { ...NOTHING_YET.residents, atScreen } }),
      application: { ...application, answers: { ...application.answers, language } },
    });
    return page.getState().language;
  };
  // What its applicant chooses is on the page before the core has it, and an older answer takes nothing back.
  expect([tell(1, 'es', true), tell(2, 'fr', true), tell(3, 'fr', false)]).toEqual(['ar', 'ar', 'ar']);
  expect([tell(4, 'pl', false), tell(5, 'pl', true)]).toEqual(['pl', 'pl']);
  expect(page.getState()).toEqual({ ...CHOSEN, language: 'pl' });
});
