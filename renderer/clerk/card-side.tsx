import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { answerFields } from '../../shared/application/answers.ts';
import type { Preview } from '../../shared/contract/screen.ts';
import { unreachable } from '../../shared/result.ts';
import { useCoreView } from '../core-client/core.tsx';
import { CardFace } from '../parts/card-face.tsx';
import { Notice } from '../parts/notice.tsx';
import { codePointName } from '../wording/problem.ts';
import { fieldInWords } from '../wording/fields.ts';
import styles from './card-side.module.css';

function fieldName(field: string): string {
  const known = answerFields.find((each) => each === field);
  return known === undefined ? field : fieldInWords(known);
}

function NotDrawable({ preview }: { preview: Exclude<Preview, { kind: 'drawn' }> }): ReactNode {
  const field = fieldName(preview.field);
  switch (preview.kind) {
    case 'uncovered': {
      const { character } = preview;
      const code = codePointName(character.codePointAt(0) ?? 0);
      return (
        <Trans>
          {field}: no font of this kiosk can print the character ‘{character}’ ({code}). Please ask the person for another
          spelling.
        </Trans>
      );
    }
    case 'does-not-fit':
      return <Trans>{field}: this does not fit on the card. Please shorten it with the person.</Trans>;
    default:
      return unreachable(preview);
  }
}

/** Right of the perforation: the card as it will be printed, and what is held now. */
export function CardSide({ covered, issued }: { covered: boolean; issued: number }): ReactNode {
  const { t } = useLingui();
  const preview = useCoreView((view) => view.preview);
  const drawn = preview?.kind === 'drawn' ? preview : null;
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        <Trans>The card</Trans>
      </h2>
      {covered ? (
        <p className={styles.cover} data-covered>
          <Trans>Covered. F9 shows the card again.</Trans>
        </p>
      ) : (
        <div className={styles.faces} data-preview={preview?.kind ?? 'none'}>
          <CardFace png={drawn?.front ?? null} description={t`Front of the card`} />
          <CardFace png={drawn?.back ?? null} description={t`Back of the card`} />
        </div>
      )}
      {preview === null || preview.kind === 'drawn' ? null : (
        <Notice kind="warn" role="status">
          <p>
            <NotDrawable preview={preview} />
          </p>
        </Notice>
      )}
      <dl className={styles.held}>
        <dt>
          <Trans>Held now</Trans>
        </dt>
        <dd>
          <Trans>this one, until hand-over</Trans>
        </dd>
        <dt>
          <Trans>Today</Trans>
        </dt>
        <dd>
          <Plural value={issued} one="# issued" other="# issued" />
        </dd>
      </dl>
    </div>
  );
}
