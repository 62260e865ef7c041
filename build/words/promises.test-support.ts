import { createHash } from 'node:crypto';
import type { ResidentText } from './resident-text.ts';

/** What a text about erasing, keeping, refusals, appeals or deadlines has, in English. */
const PROMISING =
  /eras|\bkeep|\bkept\b|legal hold|destroy|encrypt|\bproof\b|search|your application|denied|appeal|memory|\bcop(?:y|ied)\b|remember|removed|lock|has nothing|is gone/i;

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
  '2Hza30': 'dcf544ce',
  '2K2F8Z': 'dd28b2e4',
  '2T1RYN': 'ea5825bd',
  '3cOXHP': 'a620456c',
  '71YXef': '48e5759d',
  '9c1Gyz': '1924e912',
  ACnpY7: 'a889abb5',
  B4cQMt: '758c7165',
  CzuUv8: '3ef3e390',
  E3o15F: '2b725cfa',
  FSrGzA: '1481ed1e',
  FeveF9: 'a732b750',
  FrjIX5: 'a6455291',
  J5R04P: '4cc97d16',
  M4D0SU: '5db2560b',
  OJCvPn: '5556c7ff',
  OJjjmY: 'c98ac891',
  OzUSr3: '75365ac7',
  P1w7gC: '2820a0f5',
  STxZYp: 'cc147911',
  Sdbpyo: '1b53acce',
  Sf8yyn: 'a4989d05',
  T0gg2E: '79b1a47b',
  TAPm1T: 'e3b489c0',
  TWi3EL: '50418d8d',
  UBQeBW: '90cc4136',
  VCXFih: 'e1ed9b3f',
  'VhkY2-': 'a8eada42',
  WmBNmD: 'bcf06575',
  YIEZiG: '434572da',
  YXvAXH: '187bbdb5',
  'ZU-47-': '4469830f',
  Zv6cqL: 'c0321249',
  bgxJrL: 'e582d71e',
  ewl1Wv: 'b2532a2d',
  fLiZPf: '98278e6b',
  'fVl-ZJ': '3baabd83',
  jEOO3l: '219942c5',
  k64myf: '2f62ba65',
  lgARhV: '2d00649a',
  mZf0yX: 'da196515',
  nkJctw: '0f424a2c',
  pSmPfn: '8e0cdcd1',
  rLRJ_g: '37d03a3a',
  'slip.cityKeeps': '4469830f',
  'slip.denial.appeal': '2e2933b8',
  'slip.denial.code': 'cbde31b3',
  'slip.denial.codeSays': '3738a817',
  'slip.denial.heading': '9bb597bd',
  'slip.denial.kept': 'b8f419ff',
  'slip.denial.noAppeal': 'a9428272',
  'slip.denial.until': '0ab70910',
  'slip.feeReceipt.copy': '88a74457',
  'slip.feeReceipt.note': '5e787f28',
  'slip.pickUp.bring': '46e8087b',
  'slip.pickUp.kept': '576a5af9',
  'slip.practiceKept': '61a26520',
  'swjgp-': 'bb66e90f',
  tshUi3: '74048848',
  uduB9d: 'b78ccf21',
  voD7Ui: '877c02b0',
  xfn7OY: '0378d507',
  yGfV1A: '4fdb9c24',
};
