import { expect, type Page } from '@playwright/test';

/** One way to look at a screen. */
export interface Look {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'high-contrast';
}

/** The least screen of a clerk, the usual one, a large one, and the usual one magnified to 200 %. */
const SIZES = [
  [1024, 768],
  [1280, 800],
  [1920, 1080],
  [640, 400],
] as const;

const LOOKS: readonly Look[] = (['light', 'high-contrast'] as const).flatMap((theme) =>
  SIZES.map(([width, height]) => ({ width, height, theme })),
);

/** The same for a state in every run, and another for its neighbors: over all states each look has its turn. */
function placeOf(state: string): number {
  let sum = 0;
  for (const character of state) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % LOOKS.length;
}

/** How a state is looked at: once, or in every way where COUNTERFOIL_A11Y asks for all. */
export function looksAt(state: string): readonly Look[] {
  return process.env.COUNTERFOIL_A11Y === 'all' ? LOOKS : [oneLookAt(state)];
}

/** The look whose turn it is at this state. */
export function oneLookAt(state: string): Look {
  const look = LOOKS[placeOf(state)];
  if (look === undefined) throw new Error('there are no looks');
  return look;
}

export function lookInWords({ width, height, theme }: Look): string {
  return `${width} × ${height}, ${theme}`;
}

function sizeOf(page: Page): Promise<{ width: number; height: number }> {
  return page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
}

/** Looks at the page in each of these ways, and leaves it as it was. */
export async function lookInTurn(
  page: Page,
  looks: readonly Look[],
  at: (look: Look) => Promise<void>,
): Promise<void> {
  const before = await sizeOf(page);
  try {
    for (const look of looks) {
      const size = { width: look.width, height: look.height };
      await page.setViewportSize(size);
      // A page that stayed as it was would pass every look at another size.
      await expect.poll(() => sizeOf(page), `the page is ${lookInWords(look)}`).toEqual(size);
      // A color on its way to another one is neither of them.
      await page.emulateMedia({
        contrast: look.theme === 'light' ? 'no-preference' : 'more',
        reducedMotion: 'reduce',
      });
      await at(look);
    }
  } finally {
    await page.emulateMedia({ contrast: null, reducedMotion: null });
    await page.setViewportSize(before);
  }
}
