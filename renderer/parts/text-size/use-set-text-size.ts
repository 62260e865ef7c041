import { useLingui } from '@lingui/react/macro';
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { TextSize } from '../../../shared/contract/text-size.ts';
import { useCore, useStaffView } from '../../core-client/core.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { announce } from '../announcer.tsx';

/** Asks for another size of text, as a function of the last one asked for: a second press may come before the answer. */
export function useSetTextSize(): (next: (size: TextSize) => TextSize) => Promise<void> {
  const { t } = useLingui();
  const { client } = useCore();
  const known = useStaffView(({ textSize }) => textSize) ?? 100;
  const wanted = useRef(known);
  useLayoutEffect(() => {
    wanted.current = known;
  }, [known]);
  return useCallback(
    async (next) => {
      const textSize = next(wanted.current);
      wanted.current = textSize;
      const answer = await client.setTextSize({ textSize });
      announce(
        answer.ok
          ? t({
              message: `Text size ${textSize}%`,
              comment:
                'Said by screen readers after the text size was changed. {textSize} is a number, like 125.',
            })
          : refusalInWords(answer.error),
      );
    },
    [client, t],
  );
}
