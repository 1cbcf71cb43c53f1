"""Bengali: how a word sounds, in its own letters or in Latin ones, and what is put to its end.

Owns one sound for all the ways in which people write it: long and short vowels, the three letters
for s, breathed consonants, the vowel that is not written, and the Latin letters that each of them
is typed with. Two words may sound alike; the text says which was meant.
"""

from __future__ import annotations

import re

_HASANT = "\u09cd"
_LETTERS = {
    **dict.fromkeys("কখ", "k"), **dict.fromkeys("গঘ", "g"), **dict.fromkeys("চছ", "c"),
    **dict.fromkeys("জঝয", "j"), **dict.fromkeys("টঠতথৎ", "t"), **dict.fromkeys("ডঢদধ", "d"),
    **dict.fromkeys("নণঞ", "n"), **dict.fromkeys("বভ", "b"), **dict.fromkeys("শষস", "s"),
    **dict.fromkeys("র\u09dc\u09dd", "r"), **dict.fromkeys("আা", "a"),
    **dict.fromkeys("ইঈিীঐৈ", "i"),
    **dict.fromkeys("উঊুূঔৌ", "u"), **dict.fromkeys("এে", "e"), **dict.fromkeys("ঋৃ", "ri"),
    **dict.fromkeys("অওো", "o"), "প": "p", "ফ": "f", "ম": "m", "ল": "l", "হ": "h",
    "ং": "ng", "ঙ": "ng",
}  # fmt: skip
"""What is not here is silent, as the nasal sign is."""

_UNWRITTEN = re.compile(r"(?<=[ক-হ\u09dc\u09dd])(?=[ক-হ\u09dc\u09dd])")
"""Where the vowel o is said and not written. Within a word none is told from the other."""

_NUKTA = {"ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd", "য\u09bc": "\u09df"}
_CLUSTERS = re.compile(
    rf"(?P<ksh>ক{_HASANT}ষ)|(?P<gy>জ{_HASANT}ঞ)|(?P<first>^[^{_HASANT}]?{_HASANT}য[া]?)"
    rf"|(?P<silent>{_HASANT}য|(?<!ম){_HASANT}ব|{_HASANT})"
)

_LATIN = re.compile(
    r"(?P<sn>[ts]ion)|(?P<c>c*ch+)|(?P<s>sh)|(?P<f>ph)|(?P<ks>x)|(?P<j>z|jh|g(?=y))|(?P<u>oo)"
    r"|(?P<i>ee|(?<=[^aeiou])y$)|(?P<e>(?<=[^aeiou])ya)|(?P<k>ck|kh|q|c(?![eiy]))|(?P<s2>c)"
    r"|(?P<b>v|bh)|(?P<breath>(?<=[gtdrbpk])h|h$)|(?P<o>^w)|(?P<silent>[yw])"
)
_LATIN_SOUNDS = {"s2": "s", "breath": "", "silent": ""}

_ENDINGS = re.compile(
    r"""(?:
      (?<=..)(?:gul(?:ir|ike|ite|i|r|ke|te)?|derke)
    | (?<=....)der
    | (?<=....)t[ia](?:r|ke|te)?
    | (?<=...)(?:ra|ke|i)
    | (?<=[^aeiou])(?<=..)(?:te|le|len|ten|tam|lam|b)
    | (?<=..a)te
    | (?<=..)(?:ben|be|cen|ce|ci|er|en|e)
    | (?<=..[aeiu])r
    | (?<=^[^aeiou]{2})a
    )$""",
    re.VERBOSE,
)

_WEAK = """
apa ar aschi assalamu bujhchi bujhini can do does er gulo hoise hosse how i is it jai jananor
kara ke kicu kisu kom korsi kortece kortesi kothai laglo madam me my of oita okhane please pls
plz por r shomoy ta te thanks the thikase this ti to what when who will অতঃপর অতএব অথচ অথবা অধিক
অনেক অন্য অন্যান্য অবধি অবশেষে অবশ্য অবশ্যই অমন আগে আচ্ছা আছি আছে আজ আজকাল আজকে আদৌ আপনাকে
আপনাদের আপনাদেরকে আপনার আপনারা আপনি আপু আবার আমরা আমাকে আমাকেও আমাদের আমাদেরকে আমার আমারও আমি
আমিও আর আরেকটা আরেকটু আরো আলাইকুম আসছে আসব আসবে আসলে আসসালামু আসি আসে আসেন আহা ই ইচ্ছা ইচ্ছে
ইত্যাদি ইয়ে ইহা উনাকে উনার উনি উপর উহ এই এইটা এইটার এইবার এইভাবে এইরকম এইসব এক একটা একটি একটু
একদম একরকম একেবারে এখন এখনই এখনও এখানে এগুলা এগুলি এটা এটাই এটাকে এটাতে এটার এটি এতো এদের এবং
এভাবে এমনকি এমনি এর এরকম এরা এসব এসে এসেছি ও ওই ওকে ওগুলো ওটা ওটার ওদের ওনার ওপর ওভাবে ওরকম ওরা
ওহ কই কখন কখনই কখনও কত কতক্ষণ কতখানি কতটা কতটুকু কতদিন কতো কথাটা কবে কবের কভু করছি করছিলাম করছে
করছেন করতাম করতে করতেই করতেছি করতেছে করব করবে করবেন করবেনা করবো করলাম করলে করলেও করলেন করা করাই
করানো করাব করাবো করার করালে করি করিনি করিয়ে করুন করে করেও করেছি করেছিলাম করেছে করেন করেনি করোতো
কাকে কাছ কাছে কাদের কার কারণে কারো কি কিংবা কিছু কিছুটা কিনা কিন্ত কিন্তু কিভাবে কিরকম কিরূপ
কিসে কিসের কী কীভাবে কীরকম কে কেউই কেন কেনো কেবল কেমন কেমনে কোথা কোথাও কোথায় কোন কোনও কোনগুলো
কোনটা কোনটার কোনদিন কোনো কোনোভাবে কোনোরকম ক্যান ক্যামনে খাই খাচ্ছি খানিক খাব খুব খুবই খেতে খেলে
গিয়ে গিয়েছি গেল গেলাম গেলে গেলো ঘটে চলে চাই চাইছি চাইলে চাচ্ছি চায় ছাড়াও ছিল ছিলাম ছিলো জনাব
জন্য জন্যে জানতাম জানতে জানবো জানাব জানাবো জানার জানালে জানি জানিনা জানেন জাবে জি জিনিসটা জী
জ্বি টা টাইপের টি ঠিকই ঠিকভাবে তত তবু তবুও তবে তা তাঁর তাইনা তাও তাকে তাদের তাদেরকে তার তারপর
তারা তাহলে তাহা তিনি তুই তুমি তুমিও তেমন তো তোমরা তোমাকে তোমাদের তোমার থাকতে থাকবে থাকবেন থাকবো
থাকলে থাকা থাকি থাকে থাকেন থাকেনা থেকে দয়া দয়াকরে দাও দিকে দিচ্ছি দিচ্ছে দিতে দিনে দিব দিবে
দিবেন দিবো দিয়ে দিয়েছি দিলাম দিলে দুটো দেই দেওয়া দেখব দেখবো দেখলে দেখা দেখাব দেখি দেখে দেখেন
দেন দেবে দেবেন দেবো দেয় দেয়না দেয়া দেয়ার দ্বারা ধন্যবাদ ধরুন ধরেন নতুবা নয় নয়তো নহে না নাই
নাকি নাতো নাহ নাহলে নিচ্ছি নিছি নিতে নিব নিবে নিবেন নিবো নিয়ে নিয়েছি নিয়েছে নিলে নেই নেওয়া
নেন নেব নেবে নেবো নেয় নেয়া নেয়ার পড়ছে পরতে পরব পরবো পরলে পরা পরি পরে পরেছি পাই পাইছি পাচ্ছি
পাবে পাবো পারছি পারছিনা পারব পারবনা পারবে পারবেন পারবেনা পারবো পারলে পারি পারিনা পারে পুরা পেতে
পেয়ে পেলে প্রথমে প্রয়োজন প্লিজ প্লীজ ফলে ফের বটে বরং বরাবর বলছি বলতে বলতেছি বলব বলবেন বলবো
বললাম বললে বলি বলে বলেন বলো বহু বা বাকি বাদে বিশেষ বিষয় বিষয়টা বুঝতে বুঝব বুঝবো বুঝলাম বুঝাও
বুঝি বুঝিনা ব্যাপার ব্যাপারে ভাইয়া ভাবছি ভাবে ভাল ভালোভাবে মত মতন মতো মধ্যে মনেহয় মাঝে মাত্র
মানে মোটামুটি মোটেও ম্যাডাম যতটা যথেষ্ট যদি যদিও যা যাইতে যাওয়া যাওয়ার যাচ্ছি যাচ্ছিনা যাচ্ছে
যাদের যান যাব যাবে যাবেই যাবেন যাবেনা যাবো যায় যায়না যার যারা যাহা যে যেখানে যেটা যেতে রকমের
রাখতে রাখব রাখি রাখে লাগছে লাগতেছে লাগবে লাগবেনা লাগাতে লাগানো লাগার লাগে লাগেনা শুধুই শুনছি
শুনলাম শুনুন শুনেছি সকল সকলে সকলের সঙ্গে সত্যিই সব সবই সবকিছু সবসময় সবাই সবাইকে সম্পর্কে সম্ভব
সর্বদা সহ সাথে সাধারণ সামান্য সালাম সুতরাং সে সেই সেইটা সেক্ষেত্রে সেখানে সেটা সেটাই সেটার
সেভাবে সেরকম সেসব সোজা স্যার হই হইছে হইতে হইব হইবে হইলে হওয়া হচ্ছে হচ্ছেনা হতে হতো হন হব হবার
হবে হবেনা হবো হয় হয়না হয়ে হয়েছিল হয়েছে হয়েছেন হলাম হলে হলো হোক হ্যা হ্যাঁ হ্যালো
"""

WEAK = frozenset(_WEAK.split())
"""Words of which a question is made, and that say little of what it asks."""


def sound(word: str) -> str:
    """Give how a folded word sounds, in small Latin letters; a word of silent letters as it is."""
    for two, one in _NUKTA.items():
        word = word.replace(two, one)
    if word.isascii():
        made = _LATIN.sub(_from_latin, word)
    else:
        spelt = _CLUSTERS.sub(_cluster, _UNWRITTEN.sub("o", word))
        made = "".join(_LETTERS.get(c, c if c.isascii() else "") for c in spelt)
    made = re.sub(r"([^0-9])\1+", r"\1", made)
    return made[:1] + made[1:].replace("o", "") or word


def _cluster(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "ksh":
            return "k"
        case "gy":
            return "g"
        case "first":
            return _LETTERS.get(found[0][0], "") + "e"
        case _:
            return ""


def _from_latin(found: re.Match[str]) -> str:
    kind = found.lastgroup or ""
    return _LATIN_SOUNDS.get(kind, kind)


def stem(made: str) -> str:
    """Take what is put to the end of a word off its sound: case, number, person, time."""
    for _ in range(3):
        shorter = _ENDINGS.sub("", made)
        if shorter == made:
            break
        made = shorter
    return made
