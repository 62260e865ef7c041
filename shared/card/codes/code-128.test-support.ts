/** The 107 patterns of ISO/IEC 15417, table 1: widths of bars and spaces in turn. 103 to 105 start, 106 stops. */
const PATTERNS = (
  '212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 ' +
  '113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 ' +
  '212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 ' +
  '113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 ' +
  '314111 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 ' +
  '241211 221114 413111 241112 134111 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 ' +
  '214121 412121 111143 111341 131141 114113 114311 411113 411311 113141 114131 311141 411131 211412 211214 ' +
  '211232 2331112'
).split(' ');

const START = { A: 103, B: 104, C: 105 };
const STOP = 106;
const SHIFT_TO_B = 100;
const SHIFT_TO_C = 99;

/** The lengths of equal neighbours: the widths of bars and spaces. */
export function widthsOf(row: readonly boolean[]): readonly number[] {
  const widths: number[] = [];
  for (const [index, isDark] of row.entries()) {
    if (index === 0 || isDark !== row[index - 1]) widths.push(0);
    widths.push((widths.pop() ?? 0) + 1);
  }
  return widths;
}

function symbolsOf(row: readonly boolean[]): readonly number[] {
  const widths = widthsOf(row).join('');
  const symbols: number[] = [];
  for (let at = 0; at < widths.length - 7; at += 6) symbols.push(PATTERNS.indexOf(widths.slice(at, at + 6)));
  symbols.push(PATTERNS.indexOf(widths.slice(-7)));
  return symbols;
}

/** A reader of Code 128 sets B and C, written from the standard. Throws at whatever a scanner would refuse. */
export function readCode128(row: readonly boolean[]): string {
  const symbols = symbolsOf(row);
  const [start = -1, ...rest] = symbols;
  const stop = rest.pop();
  const check = rest.pop();
  if (stop !== STOP || (start !== START.B && start !== START.C))
    throw new Error(`no start or stop: ${symbols}`);
  const sum = rest.reduce((total, symbol, index) => total + symbol * (index + 1), start);
  if (sum % 103 !== check) throw new Error('the check symbol is wrong');
  let set = start === START.C ? 'C' : 'B';
  let text = '';
  for (const symbol of rest) {
    if (symbol < 0) throw new Error('an unknown pattern');
    if (set === 'C' && symbol === SHIFT_TO_B) set = 'B';
    else if (set === 'B' && symbol === SHIFT_TO_C) set = 'C';
    else text += set === 'C' ? String(symbol).padStart(2, '0') : String.fromCharCode(symbol + 32);
  }
  return text;
}
