"""PEMAT-P, scored for our five panes. The items are told in our own words."""

from __future__ import annotations

from tests.quality.instrument import Item

UNDERSTANDABILITY = (
    Item(1, "Its purpose is plain at once", "11111",
         "Each title names the subject, and each lead says what of it; Risks has no lead, but says "
         "at once when to call. The lead of FAQ says what the answers are about"),
    Item(2, "Nothing distracts from the purpose", "01111",
         "Overview tells the history of the method, which nobody needs in order to decide"),
    Item(3, "Everyday words", "11111",
         "Reading age below 10 on every pane, see above; doctors' words come with plain ones"),
    Item(4, "Medical words only where needed, and explained", "10011",
         "Procedure names enzymes, growth factors and two amino acids, Types a steroid, and says "
         "of none what it is: the brief has no source for it. All others are explained on the spot "
         "or at a touch"),
    Item(5, "Active voice", "111?1",
         "By far most sentences are active. Risks has the most passive ones (\"are reported\")"),
    Item(6, "Numbers that are easy to grasp", "1111?",
         "Whole people in 100; no percentages. FAQ gives weeks and visits in one sentence"),
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
         "Risks shows no picture of a swelling or an infection. In FAQ one answer has a chart, and "
         "the other pictures are one touch away"),
    Item(16, "Pictures support the text", "11111", "None is there for decoration"),
    Item(17, "Titles or captions on pictures", "11111", "The parser refuses a figure without"),
    Item(18, "Clear, uncluttered drawings", "?11––",
         "Overview's section of the scalp has seven markers. Risks and FAQ have charts only"),
    Item(19, "Simple tables with short headings", "?1–1–",
         "Headings of one to five words. Overview compares six options in five columns, as the "
         "brief asks: a large table for a small screen"),
)  # fmt: skip

ACTIONABILITY = (
    Item(20, "Names something to do", "11111",
         "See a doctor, ask for a written list, call a number, tell the doctor, say no"),
    Item(21, "Speaks to the reader", "11111", "\"You\" and the imperative throughout"),
    Item(22, "Breaks it into clear steps", "1?11?",
         "Numbered steps in Overview and Types, lists of when to call and what to tell in Risks. "
         "Procedure and FAQ say \"check the register\" and not how: it differs by country"),
    Item(23, "A tool to act with", "11111",
         "A list of questions to tick, linked from four panes and at the foot of all; Risks has "
         "lists of what to tell"),
    Item(24, "Shows how to calculate", "–––––", "Nothing has to be calculated"),
    Item(25, "Says how to act on charts and tables", "11111",
         "Overview: \"ask\" in the table means ask your doctor. Procedure: the plan's gates say "
         "when to stop. Types: no picture tells you your type, a doctor can. Risks: ask where a "
         "number comes from. FAQ: ask the clinic for its own results"),
    Item(26, "Pictures wherever they help to act", "111?1",
         "Seven pictures of the day, heads to compare. In Risks the two boxes differ by colour and "
         "icon and say whom to call; a picture of the signs might help more"),
)  # fmt: skip

PARTS = (("Understandability", UNDERSTANDABILITY), ("Actionability", ACTIONABILITY))
