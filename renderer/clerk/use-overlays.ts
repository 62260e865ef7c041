import { useState } from 'react';
import type { ApplicationView } from '../../shared/contract/screen.ts';
import { type LetterField, useLetterField } from '../letters/use-letter-field.ts';
import { useKeys } from '../parts/keys/use-keys.ts';
import type { WizardStep } from './steps.ts';
import type { WizardDialog } from './wizard-context.ts';

/** What may lie over the step at hand. */
interface Overlays {
  readonly covered: boolean;
  readonly dialog: WizardDialog | null;
  setDialog(dialog: WizardDialog | null): void;
  readonly letters: LetterField;
  /** A dialog or the table of letters is open. */
  readonly dialogOpen: boolean;
  toggleCover(): void;
}

/** See `Overlays`; and the keys that work on every step. */
export function useOverlays(
  step: WizardStep,
  { denial }: Pick<ApplicationView, 'denial'>,
  ways: {
    putAside(): unknown;
    readonly giveScreen: (() => unknown) | null;
    /** The step has something for the applicant to read. */
    readonly hasToShow: boolean;
  },
): Overlays {
  const isDenied = denial !== null;
  const [covered, setCovered] = useState(false);
  const [dialog, setDialog] = useState<WizardDialog | null>(null);
  const letters = useLetterField(step === 'answers' && !covered && !isDenied);
  const dialogOpen = dialog !== null || letters.field !== null;
  const askToEnd = (): void => setDialog('end');
  // What lies over the step tells of somebody as well, and is see-through around its edge: the cover takes it away.
  const toggleCover = (): void => {
    letters.close();
    setDialog(null);
    setCovered((now) => dialogOpen || !now);
  };
  // A refusal that stands is ended or taken back on its own screen.
  const show = (): void => setDialog('show-applicant');
  const { putAside, giveScreen, hasToShow } = ways;
  const mayAct = !dialogOpen && !isDenied;
  useKeys({ F4: askToEnd, F5: letters.open, F6: putAside }, mayAct);
  useKeys(giveScreen === null ? {} : { F11: giveScreen }, mayAct && !covered);
  useKeys(hasToShow ? { F3: show } : {}, mayAct && !covered);
  useKeys({ F9: toggleCover });
  return { covered, dialog, setDialog, letters, dialogOpen, toggleCover };
}
