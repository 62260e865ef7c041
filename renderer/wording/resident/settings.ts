import { t } from '@lingui/core/macro';
import type { ResidentTextSize } from '../../../shared/residents/text-height.ts';
import type { ResidentTheme } from '../../../shared/residents/themes.ts';
import { unreachable } from '../../../shared/result.ts';

/** A size of text, by its name. */
export function residentTextSizeInWords(size: ResidentTextSize): string {
  switch (size) {
    case 'small':
      return t({ message: 'Small', comment: 'Size of text, one of four, on a resident’s screen.' });
    case 'normal':
      return t({
        message: 'Medium',
        comment: 'Size of text, one of four, on a resident’s screen: as it is to begin with.',
      });
    case 'large':
      return t({ message: 'Large', comment: 'Size of text, one of four, on a resident’s screen.' });
    case 'largest':
      return t({ message: 'Very large', comment: 'Size of text, one of four, on a resident’s screen.' });
    default:
      return unreachable(size);
  }
}

/** The colors of a screen, by their name. */
export function residentThemeInWords(theme: ResidentTheme): string {
  switch (theme) {
    case 'normal':
      return t({
        message: 'Normal colors',
        comment: 'Colors of a resident’s screen, one of three: as it is to begin with.',
      });
    case 'high':
      return t({
        message: 'More contrast: black and white',
        comment: 'Colors of a resident’s screen, one of three.',
      });
    case 'low':
      return t({
        message: 'Less contrast: soft colors',
        comment: 'Colors of a resident’s screen, one of three, for eyes that bright screens hurt.',
      });
    default:
      return unreachable(theme);
  }
}
