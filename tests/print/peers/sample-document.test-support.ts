/** A PDF with one CR80 page for each line, written by hand so that these tests need no drawing of ours. */
export function samplePdf(lines: readonly string[]): Buffer {
  const first = 4;
  const kids = lines.map((_line, at) => `${first + 2 * at} 0 R`).join(' ');
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${lines.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, at) => {
      const content = `BT /F 12 Tf 20 70 Td (${line}) Tj ET`;
      const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 242.646 153.014]/Contents ${first + 2 * at + 1} 0 R/Resources<</Font<</F 3 0 R>>>>>>`;
      return [page, `<</Length ${content.length}>>stream\n${content}\nendstream`];
    }),
  ];
  let text = '%PDF-1.4\n';
  const offsets = bodies.map((body, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj${body}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const count = bodies.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${count}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** PWG raster with so many pages of one pixel (PWG 5102.4): a sync word, then a header of 1796 bytes for each. */
export function sampleRaster(pages: number): Buffer {
  const header = Buffer.alloc(1796);
  header.write('PwgRaster', 0, 'latin1');
  for (const [at, value] of [
    // Resolution, width and height in pixels, bits per colour and pixel, bytes per line, sRGB, colours.
    [276, 300],
    [280, 300],
    [372, 1],
    [376, 1],
    [384, 8],
    [388, 24],
    [392, 3],
    [400, 19],
    [420, 3],
  ] as const) {
    header.writeUInt32BE(value, at);
  }
  // The line is not repeated; it repeats one pixel once.
  const line = Buffer.from([0, 0, 255, 0, 0]);
  return Buffer.concat([Buffer.from('RaS2'), ...Array.from({ length: pages }, () => [header, line]).flat()]);
}
