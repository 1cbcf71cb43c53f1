"""English: what two spellings of a word have in common, its stem, and the words questions are of.

Owns only what is English. Stems need be no words: they need be the same for forms of one word.
"""

from __future__ import annotations

import re

_SPELLINGS = re.compile(
    r"(?P<tion>(?<=...)(?:sh[aeiou]+n|t[iu]on|c[iu]on)(?=s?$))"
    r"|(?P<ak>(?:(?<=^)|(?<=[aeo]ad)|(?<=ed)|(?<=ack)|(?<=ach)|(?<=mach)|(?<=oth)|(?<=ear))ach"
    r"(?=e|ing))"
    r"|(?P<e>ae(?=[ms])|(?<=^)oe(?=[ds])|ea?u(?=r$))|(?P<or>(?<=..)our(?=$|s$|e?d$|ing$))"
    r"|(?P<f>ph)|(?P<w>wh)|(?P<ch>c+h)|(?P<s>s?c(?=[eiy])|z)|(?P<k>c?k|c)"
    r"|(?P<i>(?<=[^aeiou])y(?=[^aeiou]))"
)
"""What people write in one of several ways: colour, color; anaemia, anemia; license, licence."""

_IRREGULAR = {
    each: forms.split()[0]
    for forms in (
        "fall fell fallen", "grow grew grown", "bleed bled",
        "loss lose loses losing loosing lost",
        "swell swollen", "die died dies dying", "pay paid", "woman women", "man men",
        "child children", "foot feet", "tooth teeth", "eat ate eaten", "drink drank drunk",
        "sleep slept", "spend spent", "speak spoke spoken", "choose chose chosen choice choices",
        "break broke broken", "wife wives", "life lives", "drive drove driven", "lice louse",
        "hive hives", "dye dyed dyeing", "cure cured curing",
        "dose doses dosed dosing", "care cared caring",
    )
    for each in forms.split()
}  # fmt: skip

_WHOLE = frozenset({"aids"})
"""Words of whose form no ending is a part."""

_ENDINGS = (
    (re.compile(r"(?<=...)iness$"), "y"),
    (re.compile(r"(?<=..)(?:ies|ied)$"), "y"),
    (re.compile(r"(?<=...)(?:(?<=[sxh])es|(?<=[^s])s)$"), ""),
    (re.compile(r"(?<=...)(?<!str)(?<!spr)(?:ing|(?<!e)ed)$|(?<=....ee)d$"), ""),
    (re.compile(r"(?<=.....)(?:ations?|ements?|ments?|ions?|i?ous|ives?|[ae]ns(?:e|y)|[ae]nts?"
                r"|als?|ikaly|iks?|[eo]rs?|ly)$|(?<=....)(?:ness|less|ful|ly)$"), ""),
    (re.compile(r"(?<=....)y$|(?<=...[^aeiou])e$"), ""),
)  # fmt: skip
"""Endings in the order in which they are taken off, each with what is put there instead."""

_WEAK = """
a abit able about accordingly across actual actually added after afternoon again ago ah ahead aint
alike all allow allowed alot already alright also although altogether always am amid among amongst
an and another any anybody anyhow anymore anyone anything anyway anyways anywhere apparently appear
appears are arent around arrive as aside asks assume at away awful awhile bad badly basic basically
bcoz bcz be became because become becomes becoming becoz been began begin beginning begins begun
behind being besides beyond big bigger biggest bit bits bother bought bring bringing brings brought
bunch but buy buying buys by came can cannot cant case catch catches catching caught causes chair
chose clear clearly colleague come comes coming completely concerned concerning consider considered
considering correct cos could couldnt couldve couple cousin coz crazy curious currently cuz d dear
define definitely describe despite detail details did didn didnt dnt do does doesn doesnt doing
done dont dunno each easier easily easy either else end ended enough entire erm especially
essentially etc even evening ever every everyday everyone everything everywhere exact exactly
example except explain explained explains explanation extremely fact fairly far feeling feels felt
few find finding finds finish finished firstly folks follow following for forgot former found
frankly friend friends from fully funny further gave general generally get gets getting gimme give
given glad go goes going gone gonna good gosh got gotta great greetings guess guy guys had happen
happened happening happens happy has hasnt have havent having havnt he hear heard hearing hed hello
hell help hence her here hereby hers herself hey hi him himself his hiya hmm honest honestly hope
hoped hopefully hoping horrible how however hows huge i id idea ideal if ill im important in indeed
info inform inside instead interested interesting into is isnt it itll its ive just keeping keeps
kept kind kinda kinds knew know knowing lad large larger lately latter leave leaves leaving lemme
let lets level like liked likely likes listen literally little ll load loads lol looking looks lot
lots loud maam madam made main mainly make makes manage many massive mate may maybe me mean meaning
meanings means meet mention mentioned mere merely mess might mightve mind mine minute moment more
moreover morning most much must mustnt my myself namely nasty nearly need neednt needs neighbor
neighbour neither nevertheless next nice no nobody nope nor normal normally not notice noticed now
nowadays nowhere obvious obviously occasionally odd of off oh ok okay okey old on once one only
onto oops opposite or ordinary other otherwise ought our ours ourselves out outside over overall
own pair particular particularly partly past peer per person persons piece plain please plenty pls
plz point possible possibly potentially present presently pretty previous previously probably
proper properly provide provided provides providing purchase purpose put rather re ready realise
realised realize really recent recently regard regarding regards regular related relation respect
respectively rough s said same say saying see seeing seem seemed seeming seems seen send sense sent
seriously several shall she shed should shouldnt shouldve show showed showing shown shut sides
silly similar similarly simple simply since sir sit sitting situation slight slightly small smaller
smart so soft some somebody somehow somehows someone someones something sometime somewhat somewhere
soon sorry sort sorted sorts speak special specific specifically stand standing started starting
starts stayed staying still strange stuff stupid subject such suggested suppose supposed surely t
take taken takes taking talk talked talking talks telling tells tend tends term terms terrible text
than thank thanks thankyou that thats the their theirs them then there thereafter therefore theres
these they theyll theyre theyve thing things think thinking thinks this those though thought thrice
through throughout thru thus thx til till tiny tnx to today told tomorrow tonight too took topic
totally toward towards tried tries truly turn turned turning turns twice ty typical typically u uh
um umm under understand understanding understood unless unlike unlikely until unto up upon ur us
use used using usual various ve very via walk walking wanna want wanted wants was wasnt watching
way ways we wear wearing wears weird welcome well went were werent weve what whatever whats when
whenever where whereas whereby wheres wherever whether which whichever while whilst who whoever
whole wholly whom whos whose why whys will willing wish wished wishes with within without wonder
wondered wonderful wondering wont wore would wouldnt wouldve wow yeah yep yes yesterday yet yo you
youll your youre yours yourselves youve
"""

WEAK = frozenset(_WEAK.split())
"""Words of which a question is made, and that say little of what it asks."""


def sound(word: str) -> str:
    """Give the one spelling that stands for all in which a folded word is often written."""
    if not word.isascii() or not word.isalpha():
        return word
    word = _SPELLINGS.sub(lambda found: found.lastgroup or "", word)
    return re.sub(r"(?!ss$)([^aeiou])\1", r"\1", word)


def stem(made: str) -> str:
    """Give the stem of a sound: "injected", "injection" and "injects" have one."""
    made = _ROOTS.get(made, made)
    if made.isalpha() and made not in _WHOLE:
        for ending, instead in _ENDINGS:
            made = ending.sub(instead, made)
        made = made.replace("ss", "s")
    return made


_ROOTS = {sound(form): sound(root) for form, root in _IRREGULAR.items()}


def exact(word: str) -> str:
    """Give what all forms of one word have in common that is spelt right."""
    return stem(sound(word))
