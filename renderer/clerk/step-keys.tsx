import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../shared/result.ts';
import { useAreAnswersComplete } from '../application/answers/use-typed-answers.ts';
import { useHasCameraTrouble } from './photo/camera-at-hand.ts';
import type { WizardStep } from './steps.ts';
import { useWizard } from './wizard-context.ts';

function PrintKeys(): ReactNode {
  const { application, printing, printer, stopping } = useWizard();
  // What comes next has buttons, and the focus lies on the one that is meant.
  if (application.state === 'spoiled') return null;
  switch (printing.kind) {
    case 'under-way':
      return printer.tells === 'cards' && !stopping ? (
        <Trans comment="At the bottom of the screen while a card is printed: the next step, giving the card to the applicant, opens by itself.">
          Handoff opens by itself
        </Trans>
      ) : (
        <Trans comment="At the bottom of the screen while a card is printed: the kiosk asks whether a card came out.">
          The kiosk will ask you
        </Trans>
      );
    case 'question':
      return (
        <Trans comment="Keys at the bottom of the screen: what each means. Key names stay as they are.">
          <kbd>F12</kbd> card found · <kbd>F8</kbd> no card
        </Trans>
      );
    case 'none-seen':
      return (
        <Trans comment="Keys at the bottom of the screen: what each means. Key names stay as they are.">
          <kbd>F7</kbd> reprint · <kbd>F12</kbd> card found
        </Trans>
      );
    case 'no-card':
      return application.cardSent ? (
        <Trans comment="Keys at the bottom of the screen: what each means. Key names stay as they are.">
          <kbd>F7</kbd> try again · <kbd>F12</kbd> card found
        </Trans>
      ) : (
        <Trans comment="Key at the bottom of the screen: what it means. The key’s name stays as it is.">
          <kbd>F7</kbd> try again
        </Trans>
      );
    default:
      return unreachable(printing);
  }
}

function PhotoKeys(): ReactNode {
  const { application } = useWizard();
  const hasTrouble = useHasCameraTrouble();
  if (application.hasPhoto)
    return (
      <Trans comment="Keys at the bottom of the screen, below a photo that was taken before: what each does.">
        <kbd>Enter</kbd> keep photo · <kbd>R</kbd> retake photo · <kbd>Esc</kbd> back
      </Trans>
    );
  return hasTrouble ? (
    <Trans comment="Keys at the bottom of the screen while the camera gives no picture: what each does.">
      <kbd>F2</kbd> try again · <kbd>Esc</kbd> back
    </Trans>
  ) : (
    <Trans comment="Keys at the bottom of the screen: what each does. Space is the space bar.">
      <kbd>Space</kbd> take photo · <kbd>Esc</kbd> back
    </Trans>
  );
}

function CheckKeys(): ReactNode {
  const areAnswersComplete = useAreAnswersComplete();
  return areAnswersComplete ? (
    <Trans comment="Keys at the bottom of the screen: what each does. Key names stay as they are.">
      <kbd>Enter</kbd> print · <kbd>R</kbd> retake photo · <kbd>Esc</kbd> back
    </Trans>
  ) : (
    <Trans comment="Keys at the bottom of the review screen, where a card detail keeps the card from being printed: what each does.">
      <kbd>R</kbd> retake photo · <kbd>Esc</kbd> back
    </Trans>
  );
}

/** The keys of a step, in its own order of use. */
export function StepKeys({ step }: { step: WizardStep }): ReactNode {
  const { isReopened, held } = useWizard();
  // A kept photo that was opened once more has a key of its own, besides the two that go back.
  if (isReopened && step !== 'photo')
    return (
      <Trans comment="Keys at the bottom of the screen, after a clerk opened an earlier step.">
        <kbd>Enter</kbd> or <kbd>Esc</kbd> keeps the change and goes back
      </Trans>
    );
  switch (step) {
    case 'answers':
      return (
        <Trans comment="Keys at the bottom of the screen: what each does. Next required is the next field that must be filled in.">
          <kbd>Enter</kbd> next required · <kbd>Tab</kbd> next field
        </Trans>
      );
    case 'caretaker':
      return (
        <Trans comment="Keys at the bottom of the caretaker screen: the space bar checks a box.">
          <kbd>Space</kbd> check · <kbd>Enter</kbd> next · <kbd>Esc</kbd> back
        </Trans>
      );
    case 'documents':
      return (
        <Trans comment="Keys at the bottom of the documents screen: type letters to find a document, the space bar checks its box.">
          Type to find · <kbd>Space</kbd> check · <kbd>Enter</kbd> next
        </Trans>
      );
    case 'photo':
      return <PhotoKeys />;
    case 'check':
      return <CheckKeys />;
    case 'print':
      return <PrintKeys />;
    case 'hand-over':
      return held ? (
        <Trans comment="Key at the bottom of the handoff screen while a legal hold keeps the card from being handed over.">
          <kbd>F8</kbd> something is wrong
        </Trans>
      ) : (
        <Trans comment="Keys at the bottom of the screen: what each means. Key names stay as they are.">
          <kbd>F12</kbd> card handed over · <kbd>F8</kbd> something is wrong
        </Trans>
      );
    default:
      return unreachable(step);
  }
}
