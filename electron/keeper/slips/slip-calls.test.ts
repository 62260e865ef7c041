import { describe, expect, it } from 'vitest';
import type { ApplicationStateText } from '../../../shared/application/application-state.ts';
import type { Denial, SlipOrder } from '../../../shared/contract/denial.ts';
import type { SlipPaper } from '../../../shared/contract/paper.ts';
import { ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { slipCalls } from './slip-calls.ts';
import { applicationOnScreen, TODAY } from './slips.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });
const DENIAL: Denial = { reasons: ['residency-not-proven'], day: TODAY, code: 'ABC' };
const SLIP: Extract<SlipOrder, { kind: 'denial' }> = {
  kind: 'denial',
  language: 'es',
  ways: [['passport', 'utility-bill']],
};
const PICK_UP: SlipOrder = { kind: 'pick-up', language: 'es' };

interface Kept {
  readonly state?: ApplicationStateText;
  readonly denial?: Denial | null;
  readonly isPracticing?: boolean;
  readonly hasPrinter?: boolean;
  readonly isShown?: boolean;
  /** Another paper is under way. */
  readonly isBusy?: boolean;
}

/** Asks for a slip. `printed`: what went to the printer. */
async function ask(order: SlipOrder, kept: Kept = {}) {
  const printed: SlipPaper[] = [];
  const { occupant, port, stands } = applicationOnScreen();
  if (kept.state !== undefined) stands(kept.state);
  const calls = slipCalls(
    {
      ...port,
      kiosk: { ...port.kiosk, isPracticing: () => kept.isPracticing ?? false },
      denials: { of: () => (kept.denial === undefined ? DENIAL : kept.denial) },
      printer: { ordinary: () => (kept.hasPrinter === false ? null : ORDINARY_PRINTER) },
      papers: {
        print(_printer, paper) {
          printed.push(paper);
          return kept.isBusy === true ? null : 1;
        },
      },
      pool: { shown: () => (kept.isShown === false ? null : occupant.session) },
    },
    occupant,
  );
  return { answer: await calls.printSlip(order), printed };
}

const wordsOf = (papers: readonly SlipPaper[]): string => JSON.stringify(papers);

describe('the slip of a refusal', () => {
  it('has its reasons in the resident’s language, from the policy alone', async () => {
    const { answer, printed } = await ask(SLIP);
    expect(answer).toEqual({ ok: true, value: { number: 1 } });
    expect(wordsOf(printed)).toContain('no demuestran que usted vive en Harbor City');
  });

  it.each<[string, SlipOrder]>([
    ['a language that the policy has no reasons in', { ...SLIP, language: 'vi' }],
    ['a language that there is not', { ...SLIP, language: 'tlh' }],
    ['kinds that there are not', { ...SLIP, ways: [['no-such-kind']] }],
    ['kinds in another order', { ...SLIP, ways: [['utility-bill', 'passport']] }],
    ['too few of them', { ...SLIP, ways: [['utility-bill']] }],
    ['too many', { ...SLIP, ways: [['passport', 'lease-or-rent-receipt', 'utility-bill']] }],
    [
      'one way that is right and one that is not',
      { ...SLIP, ways: [['passport', 'utility-bill'], ['passport']] },
    ],
  ])('says nothing with %s', async (_, order) => {
    expect(await ask(order)).toEqual({ answer: refused('not-now'), printed: [] });
  });

  it.each<[string, Kept, string]>([
    ['where nothing is refused', { denial: null }, 'not-now'],
    ['where its session is not on the screen', { isShown: false }, 'not-now'],
    ['where there is no ordinary printer', { hasPrinter: false }, 'no-ordinary-printer'],
  ])('is not printed %s', async (_, kept, kind) => {
    expect(await ask(SLIP, kept)).toEqual({ answer: refused(kind), printed: [] });
  });

  it('waits for nobody: while another paper is under way it is refused', async () => {
    expect((await ask(SLIP, { isBusy: true })).answer).toEqual(refused('printer-in-use'));
  });
});

describe('the slip with a ticket', () => {
  it.each<[ApplicationStateText, boolean]>([
    ['draft', false],
    ['ready', false],
    ['queued', true],
    ['printing', true],
    ['printed', true],
    ['spoiled-smudged', false],
    ['handed-over', false],
  ])('is for whoever waits for a card: %s, %s', async (state, isPrinted) => {
    const { answer, printed } = await ask(PICK_UP, { state, denial: null });
    expect(answer).toEqual(isPrinted ? { ok: true, value: { number: 1 } } : refused('not-now'));
    expect(printed).toHaveLength(isPrinted ? 1 : 0);
  });

  it('says in practice that it is practice', async () => {
    const real = await ask(PICK_UP, { state: 'printed' });
    const practice = await ask(PICK_UP, { state: 'printed', isPracticing: true });
    expect(wordsOf(practice.printed)).not.toBe(wordsOf(real.printed));
    expect(practice.printed[0]?.heading).toContain(' · ');
  });
});
