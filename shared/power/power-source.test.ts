import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooLowForCard, type PowerSupply, powerSource } from './power-source.ts';

const NOTHING: PowerSupply = {
  ...{ type: null, online: null, status: null, capacity: null, scope: null, present: null },
};
const battery = (capacity: string | null, more: Partial<PowerSupply> = {}): PowerSupply => ({
  ...NOTHING,
  ...{ type: 'Battery', status: 'Discharging', capacity, present: '1', ...more },
});
const UNKNOWN = { status: 'Unknown' } as const;
const charger = (online: string | null, type = 'Mains'): PowerSupply => ({ ...NOTHING, type, online });

describe('too little for a card', () => {
  it.each<readonly [string, readonly PowerSupply[] | null, boolean]>([
    ['19 percent is', [charger('0'), battery('19')], true],
    ['20 percent is not', [charger('0'), battery('20')], false],
    ['21 percent is not', [charger('0'), battery('21')], false],
    ['nothing at all is', [charger('0'), battery('0')], true],
    ['no charge that is plugged in is', [charger('1'), battery('3', { status: 'Charging' })], false],
    ['also where the charger gives too little', [charger('1'), battery('3')], false],
    ['also by USB, beside an empty port', [charger('0', 'USB'), charger('1', 'USB'), battery('3')], false],
    ['a charger that nobody lists is one', [battery('3', { status: 'Charging' })], false],
    ['an unplugged battery that says nothing is', [charger('0'), battery('3', UNKNOWN)], true],
    ['the fuller of two batteries counts', [charger('0'), battery('5', UNKNOWN), battery('80')], false],
    ['two low ones are', [charger('0'), battery('5', UNKNOWN), battery('19')], true],
    ['one beside one that tells nothing is not', [charger('0'), battery('5'), battery(null)], false],
    ['one beside an empty place is', [charger('0'), battery('5'), battery(null, { present: '0' })], true],
    ['a mouse’s is not', [charger('0'), battery('5', { scope: 'Device' })], false],
    ['an uninterruptible supply’s is', [battery('5', { type: 'UPS' })], true],
    ['no battery is not', [charger('1')], false],
    ['nothing in the folder is not', [], false],
    ['a folder that can’t be listed is not', null, false],
    ['a battery that can’t be read is not', [{ ...NOTHING, type: 'Battery' }], false],
    ['nor one that can’t say whether it drains', [battery('5', { status: null })], false],
    ['nor one with words for a charge', [battery('low')], false],
  ])('%s', (_name, supplies, isLow) => expect(isTooLowForCard(supplies)).toBe(isLow));

  it('is never said of a computer that something charges, nor of one without a battery', () => {
    const words = ['0', '1', '19', '80', 'Discharging', 'Unknown', 'Full', 'Device', '?'] as const;
    const text = fc.option(fc.constantFrom(...words));
    const supply = fc.record({
      ...{ online: text, status: text, capacity: text, scope: text, present: text },
      type: fc.option(fc.constantFrom('Battery', 'UPS', 'Mains', 'USB')),
    });
    fc.assert(
      fc.property(fc.array(supply, { maxLength: 4 }), (supplies) => {
        expect(isTooLowForCard([...supplies, charger('1')])).toBe(false);
        const without = supplies.filter(({ type }) => type !== 'Battery' && type !== 'UPS');
        expect(powerSource(without)).toEqual({ kind: 'mains' });
      }),
    );
  });
});
