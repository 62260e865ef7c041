import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PERSON } from '../../electron/keeper/start/keeper.test-support.ts';
import { ending, handOver, openCounterWith, printAgain, printCard, untilSeen } from './counter.ts';
import { piecesOf } from './peers/pieces.ts';
import type { StreamingPrinter } from './peers/streaming-printer.ts';
import { lineTo, streamingPrinter } from './stage.ts';
import { strangerAt } from './stranger.ts';

// What a printer application on PAPPL has on its disk of the cards that were sent to it: spool, state and log.

/** Everything that the printer has written, by the name of its file. */
function written(printer: StreamingPrinter): readonly { readonly file: string; readonly bytes: Buffer }[] {
  return readdirSync(printer.folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ file: name, bytes: readFileSync(join(parentPath, name)) }));
}

const filesWith = (printer: StreamingPrinter, needles: readonly (Buffer | string)[]): readonly string[] =>
  written(printer)
    .filter(({ bytes }) => needles.some((needle) => bytes.includes(needle)))
    .map(({ file }) => file);

it('after cards, a card that was stopped and a power loss neither spool, state nor log has anything of a card', async () => {
  const printer = await streamingPrinter({ buffer: 4096, takesPdf: true });
  const { line, uri } = await lineTo(printer);
  const counter = await openCounterWith(`${uri}/card`);
  // The whole date: the digits of a year stand in a time of day that the printer notes, sooner or later.
  const born = ['1991-03-14', '14 MAR 1991'];
  const words: (Buffer | string)[] = [...PERSON.name.split(' '), PERSON.chosenName, ...born];
  const nothing = (): void => {
    const pieces = piecesOf(line.sent());
    expect(pieces.length).toBeGreaterThan(10);
    expect(filesWith(printer, [...words, ...pieces])).toEqual([]);
  };
  const number = async (): Promise<string> => {
    const { cardNumber } = await untilSeen(counter, 'a card number', (view) => view.cardNumber !== null);
    return (cardNumber ?? '').replaceAll(' ', '');
  };

  await printCard(counter);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  words.push(await number());
  await handOver(counter);
  nothing();

  printer.hold('media-jam', 1, 500);
  await printCard(counter, 2);
  await printer.waitForHold();
  await counter.page.does('stopPrint', {});
  expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
  await printer.waitForSheets(2);
  words.push(await number());
  nothing();
  printer.goOn();

  await printAgain(counter);
  await expect.poll(() => printer.sheets().length, { timeout: 120_000 }).toBe(3);
  expect(await ending(counter)).toEqual({ kind: 'in-tray' });
  await handOver(counter);
  printer.hold('media-jam', 1, 500);
  await printCard(counter, 3);
  await printer.waitForHold();
  words.push(await number());
  await printer.kill();
  expect(await ending(counter)).toMatchObject({ kind: 'doubt' });
  nothing();

  // The control: what it does spool is found, and what it writes down of a job as well.
  await printer.restart();
  const before = line.sent().length;
  printer.hold('nothing', 0, 0);
  const stranger = await (await strangerAt({ uri: `${uri}/card` }, { kind: 'pdf' })).send();
  await printer.waitForHold();
  const [spooled] = filesWith(printer, piecesOf(line.sent().subarray(before)));
  expect(spooled).toMatch(/\.pdf$/);
  // Its state is written when it comes to that, and not with the line of the log.
  await expect
    .poll(() => filesWith(printer, [stranger.name]), { timeout: 120_000 })
    .toEqual(expect.arrayContaining(['log', 'state']));
  printer.goOn();
  expect(await stranger.answer).toMatchObject({ ok: true });
});
