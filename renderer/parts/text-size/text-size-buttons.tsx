import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { neighborOf } from '../../../shared/contract/text-size.ts';
import { useStaffView } from '../../core-client/core.tsx';
import { ActionButton } from '../action-button.tsx';
import styles from './text-size-buttons.module.css';
import { useSetTextSize } from './use-set-text-size.ts';

/** The size of text, with the keys that set it from anywhere. Nothing before the kiosk has said which one it is. */
export function TextSizeButtons(): ReactNode {
  const size = useStaffView(({ textSize }) => textSize);
  const setTextSize = useSetTextSize();
  if (size === null) return null;
  return (
    <div className={styles.sizes}>
      <span data-text-size={size}>
        <Trans comment="A line beside buttons. {size} is a number, like 125.">Text size {size}%</Trans>
      </span>
      <ActionButton
        kind="quiet"
        shortcut="Ctrl+Plus"
        ariaDisabled={neighborOf(size, 1) === size}
        onPress={() => void setTextSize((now) => neighborOf(now, 1))}
      >
        <Trans comment="Button: the size of the text.">Larger text</Trans>
      </ActionButton>
      <ActionButton
        kind="quiet"
        shortcut="Ctrl+Minus"
        ariaDisabled={neighborOf(size, -1) === size}
        onPress={() => void setTextSize((now) => neighborOf(now, -1))}
      >
        <Trans comment="Button: the size of the text.">Smaller text</Trans>
      </ActionButton>
      <ActionButton
        kind="quiet"
        shortcut="Ctrl+0"
        ariaDisabled={size === 100}
        onPress={() => void setTextSize(() => 100)}
      >
        <Trans comment="Button: the size of the text.">Normal text</Trans>
      </ActionButton>
    </div>
  );
}
