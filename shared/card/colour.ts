/** Red, green and blue from 0 to 255. */
type Channels = readonly [number, number, number];

function channelsOf(colour: string): Channels {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu.exec(colour);
  if (match === null) throw new Error(`not a #RRGGBB colour: ${colour}`);
  const [, red = '', green = '', blue = ''] = match;
  return [Number.parseInt(red, 16), Number.parseInt(green, 16), Number.parseInt(blue, 16)];
}

/** A colour thinned with white: `share` 1 is the colour itself, 0 is white. Opaque, because card ribbons have no alpha. */
export function thin(colour: string, share: number): string {
  const channels = channelsOf(colour).map((channel) => Math.round(255 - (255 - channel) * share));
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast ratio of two colours by WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** White or black, whichever reads better on the given colour: a programme may choose any accent. */
export function readableOn(colour: string): '#FFFFFF' | '#000000' {
  return contrast(colour, '#FFFFFF') >= contrast(colour, '#000000') ? '#FFFFFF' : '#000000';
}
