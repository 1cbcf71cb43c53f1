"""A pack in Arabic script with every kind of block, the same words in each of its languages.

So its English pages differ from the others in nothing but the direction of what stands around the
words: Urdu counts in Latin digits, as English does, Arabic in digits of its own. Holds no rule.
"""

from __future__ import annotations

from pathlib import Path

from tests.flows.packs import Writer

LANGUAGES = ("en", "ur", "ar")
TABS = ("all", "asked", "short")
PAGES = (*TABS, "about")
ONLY = "only"

_HEAD = """---
title: {title}
tab: {tab}
lead: {lead}
layout: {layout}
review:
  status: draft
  author: كاتب الصفحة
---

"""

_LEAD = "هنا شرح قصير لما يحدث، خطوة بعد خطوة، مع **أهم الكلمات** في أوله."

_ALL = """## لماذا يسقط الشعر {#why}

لتساقط الشعر أسباب كثيرة. اسأل طبيبك قبل أن تبدأ أي علاج، ولا تتعجل.[^one] تنمو كل شعرة من بصيلة
صغيرة في الجلد، ثم تستريح، ثم تسقط وتنمو مكانها شعرة جديدة.

### ما الذي يساعد {#help}

- النوم الجيد والطعام المتنوع
- الصبر: تحتاج النتيجة إلى شهور كثيرة حتى تظهر، وقد لا تظهر أبدا مهما كان العلاج[^two]
    - تفصيل صغير تحت البند

1. تحدث مع طبيبك
2. اقرأ [الصفحة الأخرى](short.md) على مهل

> قالت مريضة: انتظرت ستة أشهر، ثم رأيت الفرق.

---

## صناديق {#boxes}

!!! note "للعلم"
    هذه الصفحة لا تغني عن الطبيب.

!!! tip "نصيحة"
    اكتب أسئلتك قبل الزيارة.

!!! caution "انتبه"
    لا تأخذ أكثر من علاج واحد من غير أن تسأل.

!!! emergency "اتصل الآن"
    اتصل بالرقم **{{ emergency_number }}** إذا ضاق نفسك.

!!! evidence moderate
    ثلاث دراسات[^one]

## أرقام وخطوات {#numbers}

!!! people "من شعر بتحسن"
    - 63: مع العلاج
    - 27: من غير علاج

    !!! evidence low
        دراسة واحدة، خمسون امرأة

!!! steps "ماذا يحدث في الجلسة"
    1. **الكلام أولا.** يسألك الطبيب عن صحتك وأدويتك.
    2. **تنظيف الجلد.** ثم تأتي إبرة جديدة.

!!! timeline "ثلاث زيارات"
    - الأسبوع الأول: الزيارة الأولى
    - الأسبوع الرابع: الزيارة الثانية
    - ? الشهر الثالث: هل تحسنت؟

!!! schedule "خطة الزيارات"
    - 0, 1, 2, 3: أربع زيارات
    - 0, 2, 4, 8: زيارات متباعدة
    - ? 6: هل تحسنت؟
    - ? 12: هل تستمر؟

!!! ladder "إلى أي حد نحن واثقون"
    - moderate: غسول للنساء
    - low: حقن فيها دواء
    - low: شيء آخر

| الخيار   | كيف       | الخطر       |
|----------|-----------|-------------|
| الانتظار | لا شيء    | لا خطر      |
| الغسول   | كل يوم    | حكة في الجلد |

!!! compare "قارن بين اثنين"
    | تسأل  | الانتظار | الغسول                        | الحبوب |
    |-------|----------|-------------------------------|--------|
    | كيف؟  | لا شيء    | كل يوم                        | كل أسبوع |
    | نفع   |          | 26: عند النساء<br>14: من غير دواء | 48: عند الرجال |

!!! figure "صورة"
    ![شكلان](shapes.svg)

    1. الدائرة
    2. المربع

## كلمات {#words}

بصيلة الشعر
:   جيب صغير في الجلد تنمو منه شعرة واحدة.

وهذا [عنوان في الخارج](https://www.example.org/).

[^one]: اسم الدراسة الأولى، سنة 2015، مجلة الجلد والشعر.
[^two]: اسم الدراسة الثانية، سنة 2020.
"""

_ASKED = """## قبل أن تقرر {#before}

### هل ينفع العلاج؟ {#works}

ربما. الدراسات قليلة وصغيرة.[^one]

!!! evidence low
    دراسة واحدة

### هل يؤلم؟ وكم يدوم الألم بعد الجلسة الأولى عند أكثر الناس؟ {#pain}

قليلا.

[^one]: اسم الدراسة الأولى، سنة 2015.
"""

_GLOSSARY = "بصيلة\n:   جيب صغير في الجلد تنمو منه شعرة واحدة.\n"

_ONLY = """## Part one {#one}

These words run from left to right, on a screen that runs the other way.[^one]

- An item

> A quotation

!!! tip "Tip"
    Something that helps.

## Part two {#two}

More words.

[^one]: Name of the study, 2015.
"""

_SHAPES = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160">
  <rect width="400" height="160" fill="var(--tint)"/>
  <circle cx="110" cy="80" r="56" fill="var(--teal)"/>
</svg>
"""


def arabic(folder: Path, languages: tuple[str, ...] = LANGUAGES) -> Path:
    """Write the pack, and in English a page that no other language has; give its folder."""
    pack = Writer(folder, languages)
    for language in languages:
        for name, tab, layout, text in (
            ("all", "الشعر", "page", _ALL),
            ("asked", "أسئلة", "faq", _ASKED),
            ("short", "صفحة قصيرة", "page", "كلمة واحدة تكفي.\n"),
            ("about", "عن هذا", "page", "كتب هذه الصفحات فريق العيادة.\n"),
            ("glossary", "كلمات", "page", _GLOSSARY),
        ):
            head = _HEAD.format(title=f"عنوان {tab}", tab=tab, lead=_LEAD, layout=layout)
            is_tab = name in TABS
            pack.raw(name, (head + text).encode(), language=language, tab=is_tab)
    if languages[0] == "en":
        pack.page(ONLY, _ONLY, label="Only")
    (folder / "shapes.svg").write_text(_SHAPES, "utf-8")
    pack.about = "about"
    return pack.card("الشعر ينمو ببطء", "all", figure="shapes.svg").written()
