import { createHash } from 'node:crypto';
import type { ResidentText } from './resident-text.ts';

/** What a text about erasing, keeping, refusals, appeals or deadlines has, in English. */
const PROMISING =
  /eras|\bkeep|\bkept\b|legal hold|destroy|encrypt|\bproof\b|search|your application|denied|appeal|memory|\bcop(?:y|ied)\b|remember|removed|lock|has nothing/i;

/**
 * Whether a text says what becomes of somebody's details, or by when something must be done. On a slip every sentence
 * does: it says what the city keeps, what can be done, and until when.
 */
export function isPromise({ id, english }: Pick<ResidentText, 'id' | 'english'>): boolean {
  return PROMISING.test(english) || (id.startsWith('slip.') && english.endsWith('.'));
}

/** Names a text as it was compared: in English and in each language, in their order. */
export function comparedAs(inEachLanguage: readonly ResidentText[]): string {
  const said = inEachLanguage.flatMap(({ english, translation }) => [english, translation]);
  return createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 8);
}

/**
 * These texts, each as it was compared: by the id of its English in the catalog or its place on a slip. One that is worded
 * anew, in English or in a language, stands here only after somebody has compared it in every language, sentence by
 * sentence, and found that none claims more.
 */
export const PROMISES: Readonly<Record<string, string>> = {
  '0C-Yim': 'acedb509',
  '2Hza30': '0aa29b92',
  '2T1RYN': 'ea5825bd',
  '2mLAgb': 'b171339b',
  '3cOXHP': 'a6c1111e',
  '71YXef': '61b2d73d',
  '9BSKTz': '158bbdc2',
  '9c1Gyz': '1924e912',
  ACnpY7: 'a889abb5',
  B4cQMt: '7833a60b',
  E3o15F: '2b725cfa',
  FSrGzA: 'c0098bd8',
  FeveF9: '7d955d05',
  GVem96: '7735b102',
  J5R04P: '4cc97d16',
  M4D0SU: '9c7b4972',
  OJjjmY: 'c98ac891',
  OzUSr3: '75365ac7',
  P1w7gC: '2820a0f5',
  STxZYp: 'a1fe92ba',
  Sdbpyo: '1b53acce',
  T0gg2E: '79b1a47b',
  TAPm1T: 'e3b489c0',
  TWi3EL: '50418d8d',
  UBQeBW: 'b2464d80',
  'UVqiw-': '873132ee',
  VCXFih: 'e1ed9b3f',
  WmBNmD: '83648a38',
  YIEZiG: '434572da',
  'ZU-47-': '4469830f',
  Zv6cqL: 'c0321249',
  bgxJrL: 'e582d71e',
  e_WNPq: '512c891a',
  ewl1Wv: 'd73fc194',
  fLiZPf: '98278e6b',
  'fVl-ZJ': '3baabd83',
  jEOO3l: '219942c5',
  kUO_Rt: 'e97c314f',
  'lFvjY-': '2fbd22ca',
  lgARhV: '84bc17c6',
  nkJctw: '90636bbf',
  pSmPfn: '6147d8c1',
  rILkU4: '02b1dd68',
  rLRJ_g: '37d03a3a',
  'slip.cityKeeps': '4469830f',
  'slip.denial.appeal': '2e2933b8',
  'slip.denial.code': 'cbde31b3',
  'slip.denial.codeSays': '3738a817',
  'slip.denial.heading': '9bb597bd',
  'slip.denial.kept': '7ec5685c',
  'slip.denial.noAppeal': 'a9428272',
  'slip.denial.until': '0ab70910',
  'slip.feeReceipt.copy': '88a74457',
  'slip.feeReceipt.note': '5e787f28',
  'slip.pickUp.bring': '46e8087b',
  'slip.pickUp.kept': '576a5af9',
  'slip.practiceKept': '61a26520',
  'swjgp-': 'bb66e90f',
  x3mr5m: '9d2e568a',
  xfn7OY: '5112ee42',
  yGfV1A: '4fdb9c24',
  tshUi3: '74048848',
};
