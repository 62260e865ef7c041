import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useId } from 'react';
import { languageFacts } from '../../../shared/residents/language.ts';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { Problem } from '../../parts/problem.tsx';
import fieldStyles from '../../parts/text-field/text-field.module.css';
import { refusalInWords } from '../../wording/refusal.ts';
import { useWizard } from '../wizard-context.ts';

/** In which language the applicant reads, each by its own name: they may point at it. It is kept with the application. */
export function LanguageChoice(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const { application, policy } = useWizard();
  const status = useStaffView((now) => now);
  const act = useAct();
  const id = useId();
  const { language } = application.answers;
  const offered = status === null ? [language] : offeredLanguages(policy, status);
  const choices = offered.includes(language) ? offered : [...offered, language];
  const choose = (wanted: string): void => {
    const found = choices.find((each) => each === wanted);
    if (found !== undefined) void act.run(() => client.chooseLanguage({ language: found }));
  };
  return (
    <div>
      <label htmlFor={id}>
        {t({
          message: 'Applicant’s language',
          comment: 'Label of a list of languages, each by its own name.',
        })}
      </label>{' '}
      <select
        id={id}
        className={fieldStyles.input}
        value={language}
        onChange={(event) => choose(event.target.value)}
      >
        {choices.map((each) => (
          <option key={each} value={each} lang={each}>
            {languageFacts[each].ownName}
          </option>
        ))}
      </select>
      {act.refusal === null ? null : <Problem>{refusalInWords(act.refusal)}</Problem>}
    </div>
  );
}
