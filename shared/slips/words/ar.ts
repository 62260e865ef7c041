import type { SlipWords } from '../slip-words.ts';

export const ar: SlipWords = {
  cityKeeps: 'ما تحتفظ به المدينة',
  practice: 'تدريب، لا يُعتدّ به',
  practiceKept: 'لا شيء. كان هذا تدريبًا على شخص خيالي.',
  denial: {
    heading: 'رُفض طلبك',
    kept: 'زيادة واحد في عدّاد اليوم. بلا اسم ولا أسباب ولا وثائق.',
    reasons: 'السبب',
    missing: 'ما يلي يكفي',
    anyOfThese: 'أيّ واحد مما يلي يكفي',
    oldCard: 'بطاقتك القديمة',
    appeal: 'كيفية الاستئناف',
    until: (day) => `يمكنك الاستئناف حتى ${day}.`,
    noAppeal: 'لا يمكن استئناف هذا القرار.',
    code: 'رمز الاستئناف',
    codeSays:
      'يثبت هذا الرمز اليوم والأسباب. ولا يذكر هويتك. يُرجى الاحتفاظ بهذه الورقة أو بصورة لها: لا توجد نسخة أخرى.',
  },
  pickUp: {
    kept: 'طلبك المفتوح، حتى استلام بطاقتك.',
    ticket: (ticket) => `رقم الدور ${ticket}`,
    bring: 'يُرجى إحضار هذه الورقة لاستلام بطاقتك اليوم.',
  },
  feeReceipt: {
    heading: 'إيصال الرسوم',
    copy: 'نسخة من إيصال الرسوم',
    practice: 'تدريب: ليس إيصالًا',
    program: 'البرنامج',
    kiosk: 'الجهاز',
    day: 'اليوم',
    for: 'مقابل',
    fee: 'الرسوم',
    status: 'الحالة',
    routes: {
      first: 'بطاقة أولى',
      renewal: 'تجديد',
      replacement: 'بدل فاقد',
      correction: 'تصحيح',
    },
    settled: { paid: 'مدفوعة', waived: 'مُعفى منها' },
    note: 'لا يحمل هذا الإيصال أي اسم، ولا يحتفظ الجهاز بنسخة منه.',
  },
};
