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
  '2Hza30': '9b92103d',
  '2T1RYN': 'ea5825bd',
  '2mLAgb': 'e9175e66',
  '3cOXHP': '8c2cfb01',
  '47PG9Z': '4b495dc0',
  '6ZXQWx': 'fa4f4e9f',
  '71YXef': '513197a5',
  '9BSKTz': 'c03162dd',
  '9c1Gyz': 'b4275a7c',
  '9kTpn9': '37e894cf',
  ACnpY7: 'bbf8bfeb',
  B3eXpL: '3e1b45c8',
  B4cQMt: '7833a60b',
  E3o15F: 'd39a613e',
  FSrGzA: 'd9b2c0c9',
  FeveF9: 'bcd5d55e',
  GVem96: 'd2a56060',
  J5R04P: '4ae92401',
  JZyd0i: '89bcba17',
  M4D0SU: '9c7b4972',
  NGni4X: '036bbfbf',
  OJjjmY: '969fa6fa',
  OzUSr3: 'e7e45d8f',
  P1w7gC: '22d59e74',
  PlgbW9: 'dc62b607',
  TWi3EL: '50418d8d',
  UBQeBW: 'b2ce3b8a',
  'UVqiw-': 'dbf72023',
  UsHTda: '8f0bb378',
  VCXFih: 'c9f13a1b',
  WmBNmD: '14361aed',
  ZFYkbA: '388d1ece',
  'ZU-47-': '4469830f',
  Zv6cqL: 'a88f9085',
  _26PiT: '65d95156',
  bgxJrL: 'e582d71e',
  e_WNPq: 'f64c05ad',
  ewl1Wv: '787e652f',
  fLiZPf: '4a32b5f4',
  'fVl-ZJ': '65ee9c1c',
  jEOO3l: '347e0c2d',
  kUO_Rt: 'e97c314f',
  'lFvjY-': 'f4b43504',
  lgARhV: '588b8688',
  pSmPfn: '32cd0d14',
  qS2Bqb: 'aeec821a',
  rLRJ_g: '37d03a3a',
  'slip.cityKeeps': '4469830f',
  'slip.denial.appeal': '2e2933b8',
  'slip.denial.code': 'cbde31b3',
  'slip.denial.codeSays': '8e8f42a0',
  'slip.denial.heading': '9bb597bd',
  'slip.denial.kept': '7ec5685c',
  'slip.denial.noAppeal': 'a9428272',
  'slip.denial.until': 'ee1e802d',
  'slip.feeReceipt.copy': '88a74457',
  'slip.feeReceipt.note': '5e787f28',
  'slip.pickUp.bring': '46e8087b',
  'slip.pickUp.kept': '2c8957ae',
  'slip.practiceKept': '61a26520',
  x3mr5m: '5d847b12',
  xfn7OY: '5cde0269',
};
