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
ar can do does er gulo how i is it ke me my of r ta te the this ti to what when who will অথবা
অনেক অন্য আগে আছি আছে আপনাকে আপনাদের আপনার আপনারা আপনি আবার আমরা আমাকে আমাদের আমার আমি আর আসে
আসেন ই উপর এই এক একটা একটি এখন এখানে এটা এটি এবং এর ও ওই ওটা ওপর কখন কত কতক্ষণ কতটা কতদিন কবে
করছে করতে করব করবে করবেন করলে করা করানো করার করি করুন করে করেন কাকে কাছে কার কি কিছু কিনা কিন্তু
কিভাবে কী কীভাবে কে কেন কেমন কোথা কোথায় কোন কোনও কোনটা কোনো খাই খাচ্ছি খাব খুব খেতে খেলে গিয়ে
গেলে চাই চাইলে ছিল জন্য জানতে জানাব জানি টা টি তবে তা তাঁর তাকে তাদের তার তারা তাহলে তিনি তুমি
তো তোমার থাকতে থাকবে থাকলে থাকা থাকে থেকে দিকে দিতে দিব দিবে দিয়ে দিলে দেওয়া দেখা দেখাব দেন
দেবে দেবেন দেয় নয় না নাই নাকি নাতো নিতে নিয়ে নেই নেওয়া নেব নেবে নেয় পরে পারব পারবে পারবেন
পারবো পারি পারে বলতে বলে বলেন বা মত মতো মধ্যে মানে যদি যা যাওয়া যাচ্ছি যাচ্ছে যাব যাবে যায় যার
যে যেতে লাগছে লাগবে লাগাতে লাগানো লাগে সঙ্গে সব সাথে সে সেই সেখানে সেটা হই হওয়া হচ্ছে হতে হব
হবে হয় হয়ে হয়েছিল হয়েছে হলে হলো হ্যাঁ
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
