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
    **dict.fromkeys("নণঞ", "n"), "ব": "b", "ভ": "v", **dict.fromkeys("শষস", "s"),
    **dict.fromkeys("র\u09dc\u09dd", "r"), **dict.fromkeys("আা", "a"),
    **dict.fromkeys("ইঈিীঐৈ", "i"),
    **dict.fromkeys("উঊুূঔৌ", "u"), **dict.fromkeys("এে", "e"), **dict.fromkeys("ঋৃ", "ri"),
    **dict.fromkeys("অওো", "o"), "প": "p", "ফ": "f", "ম": "m", "ল": "l", "হ": "h",
    "ং": "ng", "ঙ": "ng",
}  # fmt: skip
"""What is not here is silent, as the nasal sign is."""

_UNWRITTEN = re.compile(r"(?<=[ক-হ\u09dc\u09dd])(?=[ক-হ\u09dc\u09dd])")
"""Where the vowel o is said and not written. Within a word none is told from the other."""

_SPOKEN = re.compile(r"^(?!পই)([ক-হ]?)([াঅআউুো]?)ই([ক-ঞঠ-হ\u09dc\u09dd])া$")
_SPOKEN_LATIN = re.compile(r"^([b-df-hj-np-tv-xz]h?)(oi|ai|ui)([bcf-hj-np-suvxz]h?|t?h)a$")
_SPOKEN_VOWELS = {"া": "ে", "আ": "এ", "oi": "o", "ai": "e", "ui": "u"}
"""How "having done" is said at home: কইরা for করে, থাইকা for থেকে, "koira" for "kore"."""

_NOUN = f"{_HASANT}তে"
"""The end of a noun (রক্তে): that of "to do" is written without the sign (করতে)."""

_THE = re.compile(
    r"(?<=..)(?<!^কোন)(?:(?<=[ক-হ\u09dc\u09ddই])|(?<=....)(?<=[ািীুে]))"
    r"(?:টা|টি|ডা)(?:র|কে|রে|তে|ই|ও)?$"
)
"""The article: রোগটা, সুইডা, মাথাটার. There is none in কাটা, মাটি, ঘণ্টা; কোনটা is no কোন."""

_NUKTA = {"ড\u09bc": "\u09dc", "ঢ\u09bc": "\u09dd", "য\u09bc": "\u09df"}
_BREATHED = {
    **dict.fromkeys("খ", "K"), **dict.fromkeys("ঘ", "G"), **dict.fromkeys("ঝ", "J"),
    **dict.fromkeys("ঠথ", "T"), **dict.fromkeys("ঢধ", "D"),
    **dict.fromkeys("ওো", "O"),
}  # fmt: skip
"""What `exact` tells from the sounds that are typed for it; neither is in any ending."""

_VOWEL_ALONE = re.compile(r"(?<=[ক-হ\u09dc\u09dd\u09df])(?=[ইঈউঊএঐঔ])")
_CLUSTERS = re.compile(
    rf"(?P<ksh>ক{_HASANT}ষ)|(?P<gy>জ{_HASANT}ঞ)|(?P<first>^[^{_HASANT}]?{_HASANT}য[া]?)"
    rf"|(?P<silent>{_HASANT}য|(?<!ম){_HASANT}ব|{_HASANT})"
)

_LATIN = re.compile(
    r"(?P<sn>[ts]ion)|(?P<c>c*ch+)|(?P<s>sh)|(?P<f>ph)|(?P<ks>x)|(?P<j>z|jh|g(?=y))|(?P<u>oo)"
    r"|(?P<i>ee|(?<=[^aeiou])y(?![aeiou]))|(?P<e>(?<=[^aeiou])ya)|(?P<k>ck|kh|q|c(?![eiy]))|(?P<s2>c)"
    r"|(?P<v>bh)|(?P<breath>(?<=[gtdrbpk])h|h$)|(?P<o>^w)|(?P<silent>[yw])"
)
_LATIN_SOUNDS = {"s2": "s", "breath": "", "silent": ""}

_ENDINGS = re.compile(
    r"""(?:
      (?<=..)(?:gul(?:ir|ike|ite|i|r|ke|te)?|derke)
    | (?<=....)der
    | (?<=....)t[ia](?:r|ke|te)?
    | (?<=...)(?:ra|ke|i)
    | (?<=[^aeiou])(?<=..)(?:te|le|len|ten|tam|lam|b)
    | (?<=..)te[cs](?:en|e|i)
    | (?<=.[^aeious])s(?:en|e|i)
    | (?<=..a)te
    | (?<=..e)na
    | (?<=..)(?:ben|be|cen|ce|ci|er|en|e)
    | (?<=..[aeiu])r
    | (?<=^[^aeiou]{2})a
    )$""",
    re.VERBOSE,
)

_WEAK = """
age aj ajke ajker amader amake amar ami apa apnader apnar apnara apni ar are asa asbe asche aschi
ase asole assalamu bhabbo bhabi bola bolen bolte bujhbo bujhchi bujhini bujhte can cay chai chaile
chaitesi chay check could dekha dekhbo dekhte dewa dewar deya dibo did dile dise dite diye do does
eigula eita ekhon ektu er eta for gese giye gulo hoar hobar hobe hoben hocche hochche hoibo hoice
hoiche hoise hoitese hoiya hole hosse how howar hower hoy hoye i if is it jabe jabo jacche jai
jaitese jananor jasse jawa jay jete jonne jonno kara ke kemne kemon keno khabo khai ki kibhabe kichu
kicu kisu kivabe kobe koi kokhon kom kon kono konta kora korano koranor korar koray korbe kore korle
kormu korse korsi korte kortece kortesi korum kothai kothay koy lagbo lage laglo lagse lagtese madam
me moddhe my na nah nai naki need nei newa newar ney neya neyar nibo nile nise nite niye ogula oita
okhane ota pabo pai par para parbe parbo pare paren parle please pls plz por pore r sathe shob
shomoy sob sotti ta te tell text thakbe thake thakle thakte thanks that the theke thikase this ti to
tumi use want was what when who will with your zay অইছে অইব অইবো অইলে অত অতঃপর অতএব অথচ অথবা অধিক
অনেক অন্য অন্যান্য অবধি অবশেষে অবশ্য অবশ্যই অমন অয় অহন অহনো আইছে আইলে আইসে আগে আচ্ছা আছি আছে আজ
আজকাল আজকে আজকেই আজকের আদৌ আপনাকে আপনাদের আপনাদেরকে আপনার আপনারা আপনি আপনে আপনেরা আপু আফনে আফা আবার
আমগো আমরা আমাকে আমাকেও আমাগো আমাগোর আমাদের আমাদেরকে আমার আমারও আমারে আমি আমিও আর আরেকটা আরেকটু আরো
আলাইকুম আসছে আসতেছে আসব আসবে আসবো আসমু আসলে আসলেই আসসালামু আসা আসি আসুম আসে আসেন আহা ই ইচ্ছা ইচ্ছে
ইডা ইত্যাদি ইয়ান ইয়ে ইহা উচিত উচিৎ উঠছে উঠতে উঠতেছে উঠলে উঠসে উঠে উঠেছে উনাকে উনার উনারা উনি উপর
উপরে উহ এই এইখানে এইটা এইটার এইডা এইবার এইভাবে এইরকম এইসব এক একটা একটি একটু একটুও একদম একরকম একসঙ্গে
একেবারে এখন এখনই এখনও এখনো এখানে এগুলা এগুলি এটা এটাই এটাকে এটাতে এটার এটি এত এতো এদের এবং এভাবে
এমনকি এমনি এর এরকম এরপর এরা এসব এসে এসেছি এসেছে এহন ও ওই ওইখানে ওইডা ওইরকম ওকে ওগুলো ওটা ওটার ওঠা
ওঠে ওদের ওনার ওনারা ওপর ওভাবে ওরকম ওরা ওহ কই কইতে কইরা কখন কখনই কখনও কত কতক্ষণ কতখানি কতগুলা কতগুলো
কতটা কতটুকু কতদিন কতদিনের কতো কথাটা কন কবে কবের কভু কয় কয়জন কয়জনের কয়টি কয়দিন কয়েক করছি করছিল
করছিলাম করছে করছেন করতাছি করতাছে করতাম করতে করতেই করতেছি করতেছে করন করব করবার করবে করবেন করবেনা করবো
করমু করমুনা করলাম করলে করলেও করলেন করসি করসে করা করাই করাইছি করাইছে করাইছেন করাইতে করাইলে করানো
করানোর করাব করাবো করামু করার করালে করি করিনি করিয়ে করুন করুম করে করেও করেছি করেছিলাম করেছে করেন
করেনি করোতো কাউকে কাকে কাছ কাছে কাদের কার কারণে কারে কারো কি কিংবা কিছু কিছুই কিছুটা কিছুতেই কিছুর
কিতা কিনা কিন্ত কিন্তু কিভাবে কিয়ের কিরকম কিরূপ কিল্লাই কিসে কিসের কী কীভাবে কীরকম কে কেউ কেউই কেডা
কেন কেনো কেবল কেবলই কেমতে কেমন কেমনে কোথা কোথাও কোথায় কোন কোনও কোনগুলা কোনগুলো কোনটা কোনটার কোনটি
কোনডা কোনদিন কোনো কোনোভাবে কোনোরকম ক্যান ক্যামতে ক্যামনে ক্ষেত্রে খাই খাইয়া খাইলে খাইসি খাওয়া
খাওয়ার খাচ্ছি খানিক খাব খামু খারাপভাবে খুব খুবই খেতে খেয়ে খেলে খেলেও গিয়া গিয়ে গিয়েছি গুলা গুলো
গেছি গেছে গেল গেলাম গেলে গেলো গেসি গেসে ঘটে চলে চাই চাইছি চাইতাছি চাইতে চাইতেছি চাইতেসি চাইব চাইবো
চাইলে চাচ্ছি চাচ্ছিলাম চান চায় চার ছাড়া ছাড়াও ছিল ছিলাম ছিলো ছোট জনাব জন্য জন্যে জানতাম জানতে
জানবো জানাব জানাবো জানার জানালে জানি জানিনা জানেন জাবে জায়গা জায়গাটা জায়গায় জি জিনিস জিনিসটা
জিনিসডা জী জ্বি টা টাইপের টি ঠিকই ঠিকভাবে তত তবু তবুও তবে তা তাঁর তাইতো তাইনা তাইলে তাও তাকে তাগো
তাদের তাদেরকে তার তারপর তারা তারে তাহলে তাহা তিন তিনি তুই তুমি তুমিও তেমন তো তোমরা তোমাকে তোমাগো
তোমাদের তোমার থাইকা থাকতে থাকবে থাকবেন থাকবো থাকলে থাকা থাকি থাকে থাকেন থাকেনা থিকা থেইকা থেকে দয়া
দয়াকরে দরকার দাও দিকে দিচ্ছি দিচ্ছে দিছে দিতাছে দিতে দিনে দিব দিবে দিবেন দিবো দিমু দিয়া দিয়ে
দিয়েছি দিলাম দিলে দিসে দুই দুইটা দুইটার দুটো দেই দেওন দেওয়া দেওয়ার দেখব দেখবো দেখলে দেখা দেখাইতে
দেখাইয়া দেখান দেখাব দেখাবো দেখামু দেখায় দেখি দেখে দেখেন দেন দেব দেবে দেবেন দেবো দেয় দেয়না দেয়নি
দেয়া দেয়ার দ্বারা ধন্যবাদ ধরুন ধরেন নতুবা নয় নয়তো নহে না নাই নাইলে নাকি নাতো নাহ নাহলে নিচ্ছি
নিছি নিজে নিজের নিতে নিব নিবে নিবেন নিবো নিমু নিয়া নিয়ে নিয়েছি নিয়েছে নিলে নিলেও নিসি নেই নেওন
নেওয়া নেওয়ার নেন নেব নেবে নেবো নেয় নেয়নি নেয়া নেয়ার পড়ছে পড়তেছে পড়তেসে পড়বে পড়লে পড়সে
পড়ি পড়ে পর পরতে পরতেছে পরতেসে পরপরে পরব পরবো পরলে পরসে পরা পরি পরিমাণে পরে পরেও পরেছি পাঁচ পাই
পাইছি পাইব পাইবো পাইলে পাওয়া পাওয়ার পাচ্ছি পাব পাবে পাবো পামু পারছি পারছিনা পারতাছি পারতাছিনা পারব
পারবনা পারবে পারবেন পারবেনা পারবো পারমু পারলে পারি পারিনা পারুম পারে পুরা পেতে পেয়ে পেলে প্রথমে
প্রয়োজন প্লিজ প্লীজ ফলে ফের বটে বরং বরাবর বলছি বলছেন বলতে বলতেছি বলব বলবেন বলবো বললাম বললে বলি বলুন
বলে বলেছে বলেন বলো বহু বা বাকি বাদে বাহির বিশেষ বিষয় বিষয়টা বুঝতে বুঝতেছি বুঝতেসি বুঝব বুঝবো
বুঝলাম বুঝাইয়া বুঝাও বুঝায়া বুঝায়ে বুঝি বুঝিনা বের ব্যাপার ব্যাপারটা ব্যাপারে ভাইজান ভাইয়া ভাবছি
ভাবে ভাল ভালোই ভালোভাবে ভিতর ভিতরে ভেতর মত মতন মতো মধ্যে মনডা মনে মনেহয় মাঝে মাঝেমধ্যে মাত্র মানুষ
মানে মিলে মুই মোটামুটি মোটে মোটেও মোর ম্যাডাম যত যতটা যথেষ্ট যদি যদিও যদিবা যা যাইতাছে যাইতে যাইতেছে
যাইতেসে যাইবার যাইবো যাইমু যাইয়া যাওন যাওয়া যাওয়ার যাচ্ছি যাচ্ছিনা যাচ্ছে যাদের যান যাব যাবে
যাবেই যাবেন যাবেনা যাবো যামু যায় যায়না যার যারা যাহা যে যেখানে যেটা যেতে রকমের রাখতে রাখব রাখবো
রাখলে রাখার রাখি রাখে রেখে লইগা লাইগা লাইগ্যা লাগছে লাগতাছে লাগতেছে লাগতেসে লাগবে লাগবেনা লাগবো
লাগসে লাগাতে লাগানো লাগায় লাগায়া লাগার লাগালে লাগে লাগেনা লোক লোকে শুধুই শুনছি শুনলাম শুনলে শুনি
শুনুন শুনেছি সকল সকলে সকলের সঙ্গে সত্যিই সত্যিকারের সব সবই সবকিছু সবসময় সবাই সবাইকে সবাইরে সবার
সম্পর্কে সম্ভব সর্বদা সহ সাথে সাধারণ সামান্য সালাম সাহেব সুতরাং সে সেই সেইটা সেইডা সেক্ষেত্রে সেখানে
সেটা সেটাই সেটার সেভাবে সেরকম সেসব সোজা স্যার হই হইছে হইতাছে হইতে হইব হইবার হইবে হইবো হইয়া হইলে
হইসে হওয়া হওয়ার হচ্ছে হচ্ছেনা হতে হতো হন হব হবার হবে হবেনা হবো হয় হয়তো হয়না হয়ে হয়েছিল হয়েছে
হয়েছেন হয়েন হলাম হলে হলো হুনছি হেইডা হেয় হেরা হোক হ্যা হ্যাঁ হ্যালো
"""

WEAK = frozenset(_WEAK.split())
"""Words of which a question is made, and that say little of what it asks."""


def sound(word: str) -> str:
    """Give how a folded word sounds, in small Latin letters; a word of silent letters as it is."""
    word = _one_sign(word)
    word = word.removesuffix("ে") if word.endswith(_NOUN) else word
    if word.isascii():
        made = _LATIN.sub(_from_latin, word)
    else:
        spelt = _CLUSTERS.sub(_cluster, _UNWRITTEN.sub("o", word))
        made = "".join(_LETTERS.get(c, c if c.isascii() else "") for c in spelt)
    made = re.sub(r"([^0-9])\1+", r"\1", made[:1] + made[1:].replace("o", ""))
    made = re.sub(r"(?<=.[aeu])i(?=(?:[lt]e|[cs]e)n?$)", "", made)  # ফুটাইলে as ফুটালে
    return re.sub(r"^[ei](?=s[klpt])", "", made) or word


def exact(word: str) -> str:
    """Give what all forms of one word have in common that is spelt right: less is alike in it.

    Of খোলা and কল, ঘর and গোড়া the sounds have one stem.
    """
    if word.isascii():
        return word
    spelt = _CLUSTERS.sub(_cluster, _VOWEL_ALONE.sub("O", _one_sign(word)))
    made = "".join(_EXACTLY.get(c, c if c.isascii() else "") for c in spelt)
    made = re.sub(r"([^0-9])\1+", r"\1", made)
    return stem(made.removesuffix("O")) or word


_EXACTLY = _LETTERS | _BREATHED


def _one_sign(word: str) -> str:
    for two, one in _NUKTA.items():
        word = word.replace(two, one)
    word = _THE.sub("", word)
    end, spoken = ("e", _SPOKEN_LATIN) if word.isascii() else ("ে", _SPOKEN)
    return spoken.sub(lambda at: at[1] + _SPOKEN_VOWELS.get(at[2], at[2]) + at[3] + end, word)


def _cluster(found: re.Match[str]) -> str:
    match found.lastgroup:
        case "ksh":
            return "k"
        case "gy":
            return "g"
        case "first":
            return _LETTERS.get(found[0][0].replace("অ", ""), "") + "e"
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
