import { useCallback, useLayoutEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ResidentLook } from '../../../shared/residents/look.ts';
import { type ResidentTextSize, textScale } from '../../../shared/residents/text-height.ts';
import { type ResidentTheme, themeColors } from '../../../shared/residents/themes.ts';
import { type PageSettings, residentPage } from './resident-page.ts';

/** The settings, and the way to other ones. */
export interface ChangeableSettings {
  /** As the page is drawn with them. */
  readonly settings: ResidentLook;
  change(changed: Partial<PageSettings>): void;
}

/** Draws the page with these lengths and colors, dialogs too, and says how to take them off again. */
function draw(
  textSize: ResidentTextSize,
  theme: ResidentTheme,
  displayMillimeters: number | null,
): () => void {
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

/**
 * Settings of this page; staff screens have their own. `first`: how it looks as long as nobody chose otherwise on it.
 * `displayMillimeters`: how wide the display is; null: not measured.
 */
export function usePageSettings(first: ResidentLook, displayMillimeters: number | null): ChangeableSettings {
  const chosen = useStore(residentPage, (page) => page.settings);
  const settings = useMemo(() => ({ ...first, ...chosen }), [first, chosen]);
  const { textSize, theme } = settings;
  // Before the next painting, so that nothing is seen in another size.
  useLayoutEffect(() => draw(textSize, theme, displayMillimeters), [textSize, theme, displayMillimeters]);
  const change = useCallback(
    (changed: Partial<PageSettings>) =>
      residentPage.setState((page) => ({ settings: { ...page.settings, ...changed } })),
    [],
  );
  return useMemo(() => ({ settings, change }), [settings, change]);
}
