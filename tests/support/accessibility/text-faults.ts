import type { Page } from '@playwright/test';
import { contrastOf, contrastRanges } from '../../../shared/residents/themes.test-support.ts';
import type { ResidentTheme } from '../../../shared/residents/themes.ts';
import { type RenderedText, renderedTexts } from './rendered-text.ts';

/** Colors are rounded to eight bits. */
const SLACK = 0.02;
/** A line's box reaches out of what it is written in by so much, and no letter of it is lost. */
const REACH_EM = 0.35;

interface Color {
  readonly parts: readonly number[];
  /** 1: nothing is seen through it. */
  readonly alpha: number;
}

/** Reads a computed color: `rgb(20, 33, 61)`, `rgba(0, 0, 0, 0)`, or `color(srgb 0.1 0.2 0.3 / 0.45)`. */
function colorOf(computed: string): Color {
  const [red, green, blue, alpha = 1] = (computed.match(/-?[\d.]+(e-\d+)?/g) ?? []).map(Number);
  if (red === undefined || green === undefined || blue === undefined)
    throw new Error(`no color is ${computed}`);
  const scale = computed.startsWith('color(') ? 255 : 1;
  return { parts: [red, green, blue].map((part) => part * scale), alpha };
}

function over(upper: Color, lower: Color): Color {
  const parts = upper.parts.map(
    (part, at) => part * upper.alpha + (lower.parts[at] ?? 0) * (1 - upper.alpha),
  );
  return { parts, alpha: 1 };
}

function asHex({ parts }: Color): string {
  return `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

const WHITE: Color = { parts: [255, 255, 255], alpha: 1 };

/** Of its letters, and of what they stand on, as #rrggbb. */
function colorsOf({ color, layers, opacity }: RenderedText): { letters: string; ground: string } {
  const ground = layers.map(colorOf).reduceRight((below, layer) => over(layer, below), WHITE);
  const { parts, alpha } = colorOf(color);
  return { letters: asHex(over({ parts, alpha: alpha * opacity }, ground)), ground: asHex(ground) };
}

function isCut({ lines, ports, fontSize }: RenderedText): boolean {
  const reach = fontSize * REACH_EM;
  return ports.some((port) =>
    lines.some(
      (line) =>
        (port.cutsDown && (line.top < port.top - reach || line.bottom > port.bottom + reach)) ||
        (port.cutsAcross && (line.left < port.left - 1 || line.right > port.right + 1)),
    ),
  );
}

/**
 * What is wrong with the texts of a resident's screen as they are drawn: a contrast that is not in the range of the theme,
 * and what is cut off at an edge.
 */
export async function textFaults(page: Page, theme: ResidentTheme): Promise<readonly string[]> {
  const [least, most] = contrastRanges[theme];
  const texts = await renderedTexts(page);
  if (texts.length === 0) return ['no text was found on the screen'];
  return texts.flatMap((each) => {
    const { letters, ground } = colorsOf(each);
    const ratio = contrastOf(letters, ground);
    const isInRange = ratio >= least - SLACK && ratio <= most + SLACK;
    return [
      ...(isInRange ? [] : [`${ratio.toFixed(2)}:1, ${letters} on ${ground}: ${each.text}`]),
      ...(isCut(each) ? [`cut off: ${each.text}`] : []),
    ];
  });
}
