import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '../parts/dialog.tsx';
import { insertAtCursor } from '../parts/text-field/insert-text.ts';
import { LetterTable } from './letter-table.tsx';
import { useLetters } from './use-letters.ts';

/**
 * Every letter that the card can be printed with, to be put into a field. It keeps nothing: what was looked for goes with
 * it. `field`: null while it is closed.
 */
export function LetterDialog(props: { field: HTMLInputElement | null; onClose: () => void }): ReactNode {
  const { field, onClose } = props;
  const { t } = useLingui();
  const letters = useLetters(field !== null);
  const label = field?.labels?.[0]?.textContent ?? '';
  const choose = (letter: string): void => {
    // First, for an open dialog takes the focus back; at once, for fast hands type on meanwhile.
    flushSync(onClose);
    if (field === null) return;
    field.focus();
    insertAtCursor(field, letter);
  };
  return (
    <Dialog
      isOpen={field !== null}
      wide
      heading={t({
        message: `Letters for “${label}”`,
        comment: 'Heading. {label} is the label of the field that the letter goes into.',
      })}
      onClose={onClose}
    >
      <LetterTable letters={letters} onChoose={choose} onClose={onClose} />
    </Dialog>
  );
}
