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
    **dict.fromkeys("র\u09dc\u09dd", "r"), **dict.fromkeys("আা", "a"), **dict.fromkeys("ইঈিীঐৈ", "i"),
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
      (?<=..)(?:gul(?:ir|ike|ite|i|r|ke|te)?|derke|der)
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

WEAK = frozenset(
    """এই ওই এটা এটি ওটা সেটা সেই তা কি কী কে কার কাকে কেন কেমন কখন কবে কোথায় কোথা কোন কোনো কোনটা
    কীভাবে কিভাবে কত কতটা কতক্ষণ কতদিন আমি আমার আমাকে আমাদের আমরা আপনি আপনার আপনাকে আপনারা আপনাদের
    তুমি তোমার সে তার তাকে তারা তাদের তিনি তাঁর আর ও এবং বা অথবা না নাকি নয় নেই নাই হয় হবে হয়
    হতে হলে হয়েছে হচ্ছে হই হব হওয়া আছে আছি ছিল থাকে থাকা থাকলে করে করা করি করব করবে করবেন করতে
    করলে করেন করুন করছে যায় যাবে যাব যাওয়া যেতে গেলে গিয়ে দিয়ে দেয় দেবে দেবেন দেন দিতে দিলে নিয়ে নেয় নিতে
    নেবে নেব নেওয়া পারি পারব পারবে পারে পারবেন পারবো জন্য থেকে সাথে সঙ্গে মধ্যে দিকে কাছে উপর ওপর
    হয়ে তো যে যা যার যদি তবে তাহলে কিন্তু খুব অনেক একটা একটি এক কিছু কোনও সব এখন এখানে সেখানে
    আবার ই টা টি চাই চাইলে লাগে লাগবে মানে বলে বলতে বলেন পরে আগে হ্যাঁ জানতে জানি
    করার করানো থাকবে থাকতে মতো মত অন্য যাচ্ছে যাচ্ছি দিবে দিব দেওয়া খাই খাচ্ছি খাব খেতে খেলে লাগানো লাগাতে
    লাগছে দেখা দেখাব কিনা নাতো তো এর er ke te ta ti gulo ar r জানাব বসেন আসে আসেন হয়ে হলো হয়েছিল
    can do does how i is it me my of the this to what when who will""".split()
)
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
