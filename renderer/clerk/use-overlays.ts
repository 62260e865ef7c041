import { useCallback, useState } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import { type LetterField, useLetterField } from '../letters/use-letter-field.ts';
import { useKeys } from '../parts/keys/use-keys.ts';
import type { WizardStep } from './steps.ts';
import type { WizardDialog } from './wizard-context.ts';

/** What may lie over the step at hand. */
interface Overlays {
  readonly covered: boolean;
  readonly dialog: WizardDialog | null;
  openDialog(dialog: WizardDialog): void;
  /** Of the one that is open now: called later, when another has come, it closes nothing. */
  closeDialog(): void;
  readonly letters: LetterField;
  /** A dialog or the table of letters is open. */
  readonly dialogOpen: boolean;
  toggleCover(): void;
}

/** See `Overlays`; and the keys that work on every step. */
export function useOverlays(
  step: WizardStep,
  { denial, state }: Pick<ApplicationView, 'denial' | 'state'>,
  ways: {
    putAside(): unknown;
    readonly giveScreen: (() => unknown) | null;
    /** The step has something for the applicant to read. */
    readonly hasToShow: boolean;
  },
): Overlays {
  const isOver = isEnding(state);
  // What stands there then has no keys but its own.
  const hasOwnKeys = denial !== null || isOver;
  const [covered, setCovered] = useState(false);
  // A value of its own for each opening: the same dialog may come again.
  const [opened, setOpened] = useState<{ readonly dialog: WizardDialog } | null>(null);
  const dialog = isOver ? null : (opened?.dialog ?? null);
  const openDialog = useCallback((next: WizardDialog) => setOpened({ dialog: next }), []);
  // The act of a dialog that the cover took away ends later, and would close whichever came since.
  const closeDialog = (): void => setOpened((now) => (now === opened ? null : now));
  const letterField = useLetterField(step === 'answers' && !covered && !hasOwnKeys);
  const letters = isOver ? { ...letterField, field: null } : letterField;
  const dialogOpen = dialog !== null || letters.field !== null;
  const askToEnd = (): void => openDialog('end');
  // What lies over the step tells of somebody as well, and is see-through around its edge: the cover takes it away.
  const toggleCover = (): void => {
    letters.close();
    setOpened(null);
    setCovered((now) => dialogOpen || !now);
  };
  // A refusal that stands is ended or taken back on its own screen.
  const show = (): void => openDialog('show-applicant');
  const { putAside, giveScreen, hasToShow } = ways;
  const mayAct = !dialogOpen && !hasOwnKeys;
  useKeys({ F4: askToEnd, F5: letters.open, F6: putAside }, mayAct);
  useKeys(giveScreen === null ? {} : { F11: giveScreen }, mayAct && !covered);
  useKeys(hasToShow ? { F3: show } : {}, mayAct && !covered);
  useKeys({ F9: toggleCover });
  return { covered, dialog, openDialog, closeDialog, letters, dialogOpen, toggleCover };
}
