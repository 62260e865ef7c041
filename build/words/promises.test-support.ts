/** What a text about erasing, keeping, refusals, appeals or deadlines has, in English. */
const PROMISING =
  /eras|\bkeep|\bkept\b|legal hold|destroy|encrypt|\bproof\b|search|your application|denied|appeal|memory|\bcop(?:y|ied)\b|remember|removed|lock|has nothing/i;

/** Whether a text says what becomes of somebody's details, or by when something must be done. */
export function isPromise(english: string): boolean {
  return PROMISING.test(english);
}

/**
 * The ids of these texts in the catalog. An id is made of the English: a text that is worded anew has another one, and stands
 * here only after somebody has compared it in every language, sentence by sentence, and found that none claims more.
 */
export const PROMISES: readonly string[] = [
  '2T1RYN',
  '2mLAgb',
  '3cOXHP',
  '5-wrhY',
  '6ZXQWx',
  '71YXef',
  '9BSKTz',
  '9kTpn9',
  'B3eXpL',
  'B4cQMt',
  'E3o15F',
  'FSrGzA',
  'FeveF9',
  'GVem96',
  'JZyd0i',
  'M4D0SU',
  'NGni4X',
  'OJjjmY',
  'OzUSr3',
  'P1w7gC',
  'PlgbW9',
  'TWi3EL',
  'UBQeBW',
  'UVqiw-',
  'UsHTda',
  'VCXFih',
  'WmBNmD',
  'ZFYkbA',
  'ZU-47-',
  'Zv6cqL',
  '_26PiT',
  'u_W-xr',
  'bgxJrL',
  'VxMYUA',
  'dMWsXs',
  'e_WNPq',
  'ewl1Wv',
  'fLiZPf',
  'fVl-ZJ',
  'jEOO3l',
  'kUO_Rt',
  'lFvjY-',
  'lgARhV',
  'pSmPfn',
  'qNbiWW',
  'qS2Bqb',
  'rDu75_',
  'rLRJ_g',
  'tYknmw',
  'xfn7OY',
];
