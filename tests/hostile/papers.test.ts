import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appeal } from '../../build/ledger/appeal.ts';
import { verify as verifyLedger } from '../../build/ledger/read-commands.ts';
import { statement } from '../../build/ledger/statement.ts';
import { verify } from '../../build/receipt/verify.ts';
import { vectorKey } from '../../build/vectors/vector-keys.ts';
import { VECTOR_KIOSK, writeVectorLedger, writtenLedger } from '../../build/vectors/vector-ledger.ts';
import { codeOfCheckpoint } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { createChosenPrinter } from '../../electron/keeper/printing/chosen-printer.ts';
import { makeReceipt, signedBytes } from '../../electron/keeper/receipt/receipt.ts';
import { signStatement } from '../../electron/keeper/statement/sign-statement.ts';
import { newVault } from '../../electron/keeper/vault/vault.test-support.ts';
import { CARD_PRINTER } from '../../shared/contract/printer.test-support.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { type Checkpoint, fingerprint } from '../../shared/ledger/checkpoint.ts';
import { shortCodeOf } from '../../shared/ledger/short-checkpoint.ts';
import { appealCode, kioskInCode, signedBytesOf } from '../../shared/slips/appeal-code.ts';
import { SAMPLE_STATEMENT } from '../../shared/statement/sample-statement.test-support.ts';

// Papers and exports that somebody forged, or had made with a key that was destroyed since; each beside its control. All keys are
// those of an invented kiosk, whose key changed twice on February 12, 2026.

const nothing = { ledger: undefined, fingerprint: undefined, checkpoint: undefined };

let folder = '';
let ledger = '';
let text = '';
let checkpoint: Checkpoint;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-papers-'));
  writtenLedger(writeVectorLedger, ({ ledger: written }) => {
    checkpoint = written.checkpoint() ?? expect.fail('it has entries');
    text = [...written.export('ndjson')].join('');
  });
  ledger = fileOf('ledger.ndjson', text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function receiptBy(epoch: number, day = '2026-02-12', identifier = VECTOR_KIOSK): Receipt {
  const about = { kiosk: 'Counter 3', practice: false, day, identifier };
  const search = { kind: 'not-searched' } as const;
  const erased = { outcome: 'withdrawn', custody: 'memory', search, spool: 'purged' } as const;
  return makeReceipt(vectorKey(epoch), about, erased, 'built-in', 'empty', false);
}

/** The code of a receipt, or a file of its data, by the ledger and a day sheet that left the kiosk. */
const judged = (given: string) =>
  verify(given, { ...nothing, ledger, checkpoint: codeOfCheckpoint(checkpoint) });

const nameOf = (epoch: number): string =>
  fingerprint(publicKeyHash({ publicKey: Buffer.from(vectorKey(epoch).publicKey).toString('base64') }));

describe('a forged receipt', () => {
  it('of which somebody changed what the code says does not hold', () => {
    const [one, other] = [receiptBy(1).code, receiptBy(1, '2026-02-13').code];
    expect(judged(one)).toMatchObject({ code: 0 });
    // What one says, with the signature of the other.
    const at = 2 * Math.ceil(one.length / 4);
    expect(judged(`${other.slice(0, at)}${one.slice(at)}`)).toMatchObject({ code: 1 });
  });

  it('whose data say something else than the code of its paper does not hold', () => {
    const { signature: _, publicKey, code, ...said } = receiptBy(1);
    const data = (told: typeof said): string => {
      const signature = vectorKey(1).sign(signedBytes(told)).toString('base64');
      return fileOf('receipt.json', JSON.stringify({ ...told, signature, publicKey, code }));
    };
    expect(judged(data(said))).toMatchObject({ code: 0 });
    expect(judged(data({ ...said, day: '2026-02-11' }))).toMatchObject({ code: 1 });
  });

  it('of another kiosk, by this one’s key, is none of this one', () => {
    expect(judged(receiptBy(1).code)).toMatchObject({ code: 0 });
    expect(judged(receiptBy(1, '2026-02-12', 'ff'.repeat(16)).code)).toMatchObject({ code: 1 });
  });

  it('by a key that was destroyed before its day is too late', () => {
    expect(judged(receiptBy(0).code)).toMatchObject({ code: 0 });
    expect(judged(receiptBy(0, '2026-02-20').code)).toMatchObject({ code: 1 });
  });

  it('with a ledger of whoever forged it is not said to be the kiosk’s', () => {
    const { code } = receiptBy(1);
    expect(verify(code, { ...nothing, ledger, fingerprint: nameOf(1) })).toMatchObject({ code: 0 });
    expect(verify(code, { ...nothing, ledger })).toMatchObject({ code: 2 });
  });

  it('of whoever made it writes nothing on the terminal but its own line', () => {
    const fake = 'Counter 3\u001b[2J\u001b[H\r\n\u2028\u0085\u202eThis receipt is the kiosk’s.';
    const { signature: _, publicKey, code, ...said } = receiptBy(1);
    const told = { ...said, kiosk: `${fake}${'x'.repeat(1_000)}` };
    const signature = vectorKey(1).sign(signedBytes(told)).toString('base64');
    const data = fileOf('name.json', JSON.stringify({ ...told, signature, publicKey, code }));
    for (const known of [nothing, { ...nothing, ledger }]) {
      const { say } = verify(data, known);
      // The control: the name stands there, on one line.
      expect(say).toMatch(/\nName of the kiosk in the data: Counter 3\[2J\[HThis receipt is .*x…\n/);
      expect(say).not.toMatch(/[^\P{C}\n]|[\p{Zl}\p{Zp}]/u);
      expect(say.split('\n').map(({ length }) => length < 700)).not.toContain(false);
    }
  });

  it('by a key that took over after all that is known is not said to be the kiosk’s', () => {
    const taken = writtenLedger(
      (writing) => {
        writeVectorLedger(writing);
        // Whoever took the disk says that it was long before.
        writing.ledger.roll(vectorKey(3), { epoch: 3, utc: Date.UTC(2026, 1, 12) });
      },
      ({ ledger: written }) => fileOf('taken.ndjson', [...written.export('ndjson')].join('')),
    );
    const sheet = { ...nothing, ledger: taken, checkpoint: codeOfCheckpoint(checkpoint) };
    const name = { ...nothing, ledger: taken, fingerprint: nameOf(2) };
    for (const known of [sheet, name]) {
      const forged = verify(receiptBy(3).code, known);
      expect([forged.code, forged.say]).toEqual([2, expect.stringContaining('took over at its entry 15')]);
      expect(forged.say).not.toContain('which is the kiosk’s');
      expect(forged.say).not.toContain('It proves');
      for (const epoch of [0, 1, 2]) expect(verify(receiptBy(epoch).code, known)).toMatchObject({ code: 0 });
    }
  });
});

describe('another forged paper', () => {
  it('an appeal code by a key that was destroyed before its day is too late', () => {
    const codeOf = (day: number): string => {
      const said = {
        ...{ kiosk: kioskInCode(VECTOR_KIOSK), day: { year: 2026, month: 2, day } },
        ...{ withinDays: 30, reasons: [1], policy: '00'.repeat(8) },
      };
      return appealCode(said, vectorKey(0).sign(signedBytesOf(said)));
    };
    const kept = { checkpoint: codeOfCheckpoint(checkpoint), ledger };
    expect(appeal(codeOf(12), kept, undefined)).toMatchObject({ code: 0 });
    expect(appeal(codeOf(20), kept, undefined)).toMatchObject({ code: 1 });
  });

  it('a statement that the kiosk’s key signed and its ledger does not have is none that the kiosk made', () => {
    const made = signStatement(vectorKey(0), SAMPLE_STATEMENT);
    const entered = writtenLedger(
      (writing) => {
        writeVectorLedger(writing);
        const by = '0a'.repeat(16);
        writing.add((utc) => ({ kind: 'statement-made', utc, by, statement: made.digest }));
      },
      ({ ledger: written }) => fileOf('entered.ndjson', [...written.export('ndjson')].join('')),
    );
    expect(statement(made.code, nameOf(2), entered)).toMatchObject({ code: 0 });
    expect(statement(made.code, nameOf(2), ledger)).toMatchObject({ code: 1 });
  });

  it('a statement of whoever made it writes nothing on the terminal but its own lines', () => {
    const fake = 'City Hall\u001b[2J\r\nThe signature holds.';
    const kiosk = { ...SAMPLE_STATEMENT.kiosk, name: fake };
    const made = signStatement(vectorKey(7), { ...SAMPLE_STATEMENT, kiosk });
    const { read } = statement(fileOf('statement.json', made.file), undefined, undefined);
    expect(read).toContain('Kiosk: City Hall[2JThe signature holds.\n');
    expect(read).not.toMatch(/[^\P{C}\n]/u);
  });

  it('a checkpoint that its own key has not signed is refused', () => {
    const given = (kept: Checkpoint): number =>
      verifyLedger(ledger, {
        ...{ fingerprint: undefined, checkpoint: fileOf('checkpoint.json', JSON.stringify(kept)) },
      }).code;
    expect(given(checkpoint)).toBe(0);
    expect(given({ ...checkpoint, signature: Buffer.alloc(64).toString('base64') })).toBe(2);
  });

  it('a short code with a wrong character is mistyped, whichever it is, and says nothing of the ledger', () => {
    const short = shortCodeOf(checkpoint);
    expect(verifyLedger(ledger, { fingerprint: undefined, checkpoint: short }).code).toBe(0);
    for (const [at, character] of [...short].entries()) {
      if (character === ' ') continue;
      const wrong = `${short.slice(0, at)}${character === '7' ? '8' : '7'}${short.slice(at + 1)}`;
      expect(verifyLedger(ledger, { fingerprint: undefined, checkpoint: wrong }).code, wrong).toBe(2);
    }
  });

  it('an export in which a text stands that is in no hash does not hold', () => {
    const known = { fingerprint: nameOf(0), checkpoint: codeOfCheckpoint(checkpoint) };
    const hidden = text.replace('"sequence":3,', '"sequence":3,"kind":"Quillobert",');
    expect(hidden).not.toBe(text);
    expect(verifyLedger(ledger, known)).toMatchObject({ code: 0 });
    expect(verifyLedger(fileOf('hidden.ndjson', hidden), known)).toMatchObject({ code: 1 });
  });
});

it('whoever knows the address of a printer finds it by no hash of the ledger', () => {
  const builtIn = { driver: 'virtual', folder: null, secondsPerFace: 0 } as const;
  const printer = createChosenPrinter(newVault().database, builtIn, 'evaluation');
  const hashOf = (address: string): string => {
    printer.choose({ ...CARD_PRINTER, address });
    return printer.hashInLedger('card');
  };
  const { address } = CARD_PRINTER;
  // The control: what is chosen does make a difference.
  printer.choose(null);
  expect(printer.hashInLedger('card')).not.toBe(hashOf(address));
  expect(hashOf(address)).not.toBe(hashOf(address));
});
