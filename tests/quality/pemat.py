"""PEMAT-P, scored for our five panes. The items are told in our own words."""

from __future__ import annotations

from tests.quality.instrument import Item

UNDERSTANDABILITY = (
    Item(1, "Its purpose is plain at once", "11111",
         "Each title names the subject, and each lead says what of it; Risks has no lead, but says "
         "at once when to call. The lead of FAQ says what the answers are about"),
    Item(2, "Nothing distracts from the purpose", "11111",
         "Each sentence answers a question that patients ask"),
    Item(3, "Everyday words", "11111",
         "Reading age below 10 on every pane, see above; doctors' words come with plain ones"),
    Item(4, "Medical words only where needed, and explained", "111?1",
         "Explained on the spot or at a touch. Risks names four medicines that raise dutasteride: "
         "who takes one knows its name"),
    Item(5, "Active voice", "111?1",
         "By far most sentences are active. Risks has the most passive ones (\"was suspected\")"),
    Item(6, "Numbers that are easy to grasp", "?1111",
         "Whole people in 100; no percentages. In Overview one of four charts shows a difference"),
    Item(7, "Nothing to calculate", "11111", "Raw counts come with \"in 100\" beside them"),
    Item(8, "Short sections", "11111", "Paragraphs of three sentences at most: a rule holds it"),
    Item(9, "Headings that inform", "11111", "Headings ask or name; FAQ's are the questions"),
    Item(10, "A logical order", "11111",
         "What, whether, how sure, compared with what, and what to do; Risks begins with help"),
    Item(11, "A summary", "111?0",
         "Three panes open with the answer of each section on its door. Risks opens with the signs "
         "to call for and the names of its sections; FAQ has its lead alone, which is too little"),
    Item(12, "Visual cues to key points", "11111",
         "Boxes with edge, icon and word; badges; bold words; questions as large rows"),
    Item(15, "Pictures wherever they could help", "1110?",
         "Risks shows no picture of a swelling or an infection. FAQ's pictures are one touch away"),
    Item(16, "Pictures support the text", "1111–", "None is there for decoration"),
    Item(17, "Titles or captions on pictures", "1111–", "The parser refuses a figure without"),
    Item(18, "Clear, uncluttered drawings", "111––",
         "Overview's section of the scalp has four markers. Risks has charts only, FAQ nothing"),
    Item(19, "Simple tables with short headings", "11–1–",
         "Headings of one to five words. Overview compares six options, two at a time"),
)  # fmt: skip

ACTIONABILITY = (
    Item(20, "Names something to do", "11111",
         "See a doctor, ask for a written list, call a number, tell the doctor, say no"),
    Item(21, "Speaks to the reader", "11111", "\"You\" and the imperative throughout"),
    Item(22, "Breaks it into clear steps", "1??1?",
         "Numbered steps in Overview, lists of when to call and what to tell in Risks. How to "
         "check a register is a detail that the clinic fills in; Types says whom to see"),
    Item(23, "A tool to act with", "11111",
         "A list of questions to tick at the foot of all panes; Risks has lists of what to tell"),
    Item(24, "Shows how to calculate", "–––––", "Nothing has to be calculated"),
    Item(25, "Says how to act on charts and tables", "1111–",
         "Overview: compare with care, tick what matters. Procedure: the plan's gates say when to "
         "look and when to book no more. Types: no picture tells you your type, a doctor can. "
         "Risks: when to call. FAQ has none"),
    Item(26, "Pictures wherever they help to act", "111?1",
         "Seven pictures of the day, a head for each type. In Risks the boxes differ by colour and "
         "icon and say whom to call; a picture of the signs might help more"),
)  # fmt: skip

PARTS = (("Understandability", UNDERSTANDABILITY), ("Actionability", ACTIONABILITY))
