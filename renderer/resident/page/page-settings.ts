import { useLayoutEffect, useMemo, useState } from 'react';
import { type ResidentTextSize, textScale } from '../../../shared/residents/text-height.ts';
import { type ResidentTheme, themeColors } from '../../../shared/residents/themes.ts';
import { type KeyFilterSettings, NO_KEY_FILTER } from '../../parts/key-filter/key-filter.ts';
import type { SwitchKeys } from '../../parts/switch-access/switch-keys.ts';

/** How a resident wants the screen. It is nowhere but in this page, and ends with it. */
export interface PageSettings {
  readonly textSize: ResidentTextSize;
  readonly theme: ResidentTheme;
  readonly keyFilter: KeyFilterSettings;
  /** The keys of two switches; null: none are used. */
  readonly switchKeys: SwitchKeys | null;
}

/** As every resident finds the screen. */
const FIRST_SETTINGS: PageSettings = {
  textSize: 'normal',
  theme: 'normal',
  keyFilter: NO_KEY_FILTER,
  switchKeys: null,
};

/** The settings, and the way to other ones. */
export interface ChangeableSettings {
  readonly settings: PageSettings;
  change(changed: Partial<PageSettings>): void;
  reset(): void;
}

/** Draws the page with these lengths and colors, dialogs too, and says how to take them off again. */
function draw(textSize: ResidentTextSize, theme: ResidentTheme, displayMillimeters: number | null): () => void {
  const { dataset, style } = document.documentElement;
  const scale = textScale(textSize, { displayMillimeters, screenPixels: window.screen.width });
  const colors = Object.entries(themeColors[theme]);
  style.setProperty('font-size', `${scale.fontSize}px`);
  style.setProperty('--mm', `${scale.pixelsPerMillimeter}px`);
  for (const [token, color] of colors) style.setProperty(token, color);
  dataset.resident = textSize;
  dataset.residentTheme = theme;
  return () => {
    for (const property of ['font-size', '--mm', ...colors.map(([token]) => token)])
      style.removeProperty(property);
    delete dataset.resident;
    delete dataset.residentTheme;
  };
}

/** Settings of this page; staff screens have their own. `displayMillimeters`: how wide the display is; null: not measured. */
export function usePageSettings(displayMillimeters: number | null): ChangeableSettings {
  const [settings, setSettings] = useState(FIRST_SETTINGS);
  // Before the next painting, so that nothing is seen in another size.
  const { textSize, theme } = settings;
  useLayoutEffect(() => draw(textSize, theme, displayMillimeters), [textSize, theme, displayMillimeters]);
  return useMemo(
    () => ({
      settings,
      change: (changed) => setSettings((now) => ({ ...now, ...changed })),
      reset: () => setSettings(FIRST_SETTINGS),
    }),
    [settings],
  );
}
