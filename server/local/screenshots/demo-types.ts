// What a host might declare: each in two languages, so that one inbox can be read in both.

type Words = readonly [title: string, message: string];

const inBoth = (en: string, ar: string) => [
  { language: 'EN', text: en },
  { language: 'AR', text: ar },
];

const wordedAs = (en: Words, ar: Words) =>
  [['EN', en] as const, ['AR', ar] as const].map(([language, [title, message]]) => ({
    language,
    title,
    message,
  }));

export const CATEGORIES = [
  { name: 'reviews', title: inBoth('Code review', 'مراجعة الشيفرة') },
  { name: 'builds', title: inBoth('Builds', 'عمليات البناء') },
  { name: 'leave', title: inBoth('Leave', 'الإجازات') },
  { name: 'billing', title: inBoth('Billing', 'الفواتير') },
];

export const TYPES = [
  {
    name: 'commented',
    category: 'reviews',
    groupMinutes: 60,
    wording: wordedAs(
      [
        '{count, plural, one {A comment} other {# comments}} on “{subject_label}”',
        '{actor_name}, {second_actor_name} and {third_actor_name} commented.',
      ],
      [
        '{count, plural, one {تعليق واحد} two {تعليقان} few {# تعليقات} many {# تعليقًا} other {# تعليق}} على «{subject_label}»',
        'علّق {actor_name} و{second_actor_name} و{third_actor_name}.',
      ],
    ),
  },
  {
    name: 'review_requested',
    category: 'reviews',
    severity: 'HIGH',
    wording: wordedAs(
      [
        '{actor_name} asks for your review',
        '{files, plural, one {One file} other {# files}}, and the tests pass.',
      ],
      [
        '{actor_name} يطلب مراجعتك',
        '{files, plural, one {ملف واحد} two {ملفان} few {# ملفات} other {# ملفًا}}، والاختبارات ناجحة.',
      ],
    ),
  },
  {
    name: 'deployment_failed',
    category: 'builds',
    severity: 'URGENT',
    wording: wordedAs(
      ['Deployment of {service} failed', 'Version {version} did not become healthy, and {before} is back.'],
      ['فشل نشر {service}', 'لم يعمل الإصدار {version} كما يجب، وعاد الإصدار {before}.'],
    ),
  },
  {
    name: 'build_passed',
    category: 'builds',
    severity: 'LOW',
    wording: wordedAs(
      ['Build {number, number} passed', 'All {tests, number} tests on main.'],
      ['نجح البناء {number, number}', 'كل الاختبارات على main، وعددها {tests, number}.'],
    ),
  },
  {
    name: 'leave_requested',
    category: 'leave',
    wording: wordedAs(
      ['{actor_name} asks for {days, plural, one {a day} other {# days}} off', 'From {from, date, long}.'],
      [
        '{actor_name} يطلب إجازة {days, plural, one {يوم واحد} two {يومين} few {# أيام} other {# يومًا}}',
        'ابتداءً من {from, date, long}.',
      ],
    ),
  },
  {
    name: 'invoice_due',
    category: 'billing',
    wording: wordedAs(
      ['Invoice {number} is due', '{sum, number, ::currency/EUR} to {supplier}, by {day, date, long}.'],
      ['حان موعد الفاتورة {number}', '{sum, number, ::currency/EUR} إلى {supplier} حتى {day, date, long}.'],
    ),
  },
  {
    name: 'report_ready',
    category: 'billing',
    severity: 'LOW',
    wording: wordedAs(
      ['The report for {month, date, ::MMMMyyyy} is ready', 'Income is up by {share, number, ::percent}.'],
      ['تقرير {month, date, ::MMMMyyyy} جاهز', 'ارتفع الدخل بنسبة {share, number, ::percent}.'],
    ),
  },
  {
    name: 'checklist',
    category: 'general',
    wording: wordedAs(
      ['Checklist for release {version}', '{done, number} of {all, number} steps are done.'],
      ['قائمة الإصدار {version}', 'أُنجزت {done, number} من {all, number} خطوات.'],
    ),
  },
];
