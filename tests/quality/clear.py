"""The CDC Clear Communication Index, scored for our five panes. The items are in our own words."""

from __future__ import annotations

from tests.quality.instrument import Item

CORE = (
    Item(1, "One main message", "11111",
         "The lead of each pane, one to three sentences; in Risks: when to call"),
    Item(2, "At the top", "11111",
         "The lead or the call boxes stand below the title, visible without scrolling"),
    Item(3, "Made to stand out", "11111",
         "Larger type than the text; in Risks boxes with edge, icon and heading"),
    Item(4, "A picture that supports it", "111?0",
         "People in 100; the plans; a head for each type. In Risks a time line shows when signs "
         "come, one touch away from the message, when to call. FAQ has none"),
    Item(5, "A call to action", "11111", "See a doctor, ask, find out the type, call, say no"),
    Item(6, "Message and call in the active voice", "1111?",
         "FAQ's lead calls only for a touch; its calls to act stand in the answers"),
    Item(7, "Always words of the audience", "?????",
         "No patient was asked which words they use. Enzymes, growth factors, a steroid and "
         "adrenaline stand with a word that says what they are"),
    Item(8, "Bulleted or numbered lists", "11111", "All panes; in FAQ inside an answer"),
    Item(9, "Chunks with headings", "11111", "Two to five paragraphs under each"),
    Item(10, "The most important first", "1111?",
         "Each door says its section's answer, in Risks the boxes when to call come first; FAQ "
         "begins with what most people ask"),
    Item(11, "What experts know and don't know", "11111",
         "Evidence levels, \"we found no fair trial\", \"not known\""),
)  # fmt: skip

BEHAVIOUR = (
    Item(12, "Recommends a behaviour", "11111", "As for item 5"),
    Item(13, "Says why it matters", "1111?",
         "The cause decides, mixes differ, harm can come late. FAQ says why of pregnancy, and "
         "leaves the why of blood thinners to Risks"),
    Item(14, "Says how to do it", "1?11?",
         "Steps, lists, numbers to call. How to check a register is a detail that the clinic "
         "fills in"),
)  # fmt: skip

NUMBERS = (
    Item(15, "Numbers that the audience uses", "?11?1",
         "Overview and Risks have large raw counts such as 541 and 3,927, beside people in 100"),
    Item(16, "Says what the numbers mean", "?11?1",
         "Each group has its comparison; that of finasteride is a difference, and says so. Risks "
         "counts reports of an alert, and nobody knows out of how many"),
    Item(17, "Nothing to calculate", "11111", "As for PEMAT item 7"),
)  # fmt: skip

RISK = (
    Item(18, "The nature of the risk", "??–11",
         "Risks tells what happens, for how long and how bad. Overview and Procedure name it and "
         "lead there. Types isn't about risk"),
    Item(19, "Risks and benefits of what it recommends", "1?–11",
         "Overview compares both for six options. Procedure says little of benefits, FAQ little of "
         "either"),
    Item(20, "A probability also in words or a picture", "?1–11",
         "\"Often\" and 45 in 100; \"very common\"; dots. Overview gives numbers for the harm of "
         "four options, without a picture. Types gives none"),
)  # fmt: skip

PARTS = (
    ("Core", CORE),
    ("Behaviour", BEHAVIOUR),
    ("Numbers", NUMBERS),
    ("Risk", RISK),
)
ALL = CORE + BEHAVIOUR + NUMBERS + RISK
