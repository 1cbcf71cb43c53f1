<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
<context>
    <name>Counting</name>
    <message>
        <source>What this kiosk counts</source>
        <translation>এই কিয়স্ক কী গোনে</translation>
    </message>
    <message>
        <source>It counts in how many visits each part was opened, in which language and how it was read, and how often a search found nothing.</source>
        <translation>কতবারের ব্যবহারে কোন অংশ খোলা হয়েছে, কোন ভাষায় ও কীভাবে পড়া হয়েছে, আর কতবার খুঁজে কিছু পাওয়া যায়নি, কিয়স্ক তা গোনে।</translation>
    </message>
    <message>
        <source>It keeps no name and no time, and nothing that tells one visitor from another.</source>
        <translation>কোনো নাম বা সময় রাখে না। একজনকে আরেকজন থেকে আলাদা করা যায়, এমন কিছুও রাখে না।</translation>
    </message>
    <message>
        <source>Words that nothing was found for are kept once they were searched on five different days. Numbers are left out.</source>
        <translation>যে শব্দ খুঁজে কিছু পাওয়া যায়নি, তা পাঁচটি আলাদা দিনে খোঁজা হলে তবেই রাখা হয়। সংখ্যা বাদ দেওয়া হয়।</translation>
    </message>
</context>
<context>
    <name>DisplayCard</name>
    <message>
        <source>Text size and display</source>
        <translation>লেখার আকার ও দেখার ধরন</translation>
    </message>
    <message>
        <source>Back to usual</source>
        <translation>আগের মতো করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>DisplayChoices</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>লেখার আকার</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>রং</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>সাদা স্ক্রিন</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>কালো স্ক্রিন</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>খুব স্পষ্ট</translation>
    </message>
    <message>
        <source>Line spacing</source>
        <translation>লাইনের ফাঁক</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>স্বাভাবিক</translation>
    </message>
    <message>
        <source>Wide</source>
        <translation>বেশি</translation>
    </message>
    <message>
        <source>Widest</source>
        <translation>সবচেয়ে বেশি</translation>
    </message>
    <message>
        <source>Movement</source>
        <translation>পাতা সরার ধরন</translation>
    </message>
    <message>
        <source>Pages slide</source>
        <translation>পাতা সরে যায়</translation>
    </message>
    <message>
        <source>Nothing moves</source>
        <translation>কিছু নড়ে না</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>ভলিউম</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>আস্তে</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>জোরে</translation>
    </message>
    <message>
        <source>A</source>
        <translation>অ</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>Go to the text</source>
        <translation>মূল লেখায় যান</translation>
    </message>
    <message>
        <source>This page was made on %1.</source>
        <translation>এই পাতা তৈরি হয়েছে %1 তারিখে।</translation>
    </message>
    <message>
        <source>The review of this page holds until %1. After that day, ask the clinic for a newer page.</source>
        <translation>এই পাতার যাচাই %1 পর্যন্ত ধরা যাবে। ওই দিনের পরে ক্লিনিক থেকে নতুন পাতা চেয়ে নিন।</translation>
    </message>
</context>
<context>
    <name>FigureBar</name>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>ছবির মাপ</translation>
    </message>
    <message>
        <source>Make the picture smaller</source>
        <translation>ছবি ছোট করুন</translation>
    </message>
    <message>
        <source>Size: %1</source>
        <translation>মাপ: %1</translation>
    </message>
    <message>
        <source>Make the picture larger</source>
        <translation>ছবি বড় করুন</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>পুরো ছবি</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>FigureBlock</name>
    <message>
        <source>Open the picture large</source>
        <translation>ছবিটি বড় করে দেখুন</translation>
    </message>
</context>
<context>
    <name>FigureView</name>
    <message>
        <source>The arrow keys show other parts of it.</source>
        <translation>তীরের বোতাম চাপলে ছবির অন্য অংশ দেখা যায়।</translation>
    </message>
    <message>
        <source>Show more of the picture at the left</source>
        <translation>ছবির বাঁ দিকের অংশ দেখুন</translation>
    </message>
    <message>
        <source>Show more of the picture above</source>
        <translation>ছবির ওপরের অংশ দেখুন</translation>
    </message>
    <message>
        <source>Show more of the picture at the right</source>
        <translation>ছবির ডান দিকের অংশ দেখুন</translation>
    </message>
    <message>
        <source>Show more of the picture below</source>
        <translation>ছবির নিচের অংশ দেখুন</translation>
    </message>
</context>
<context>
    <name>FigureWords</name>
    <message>
        <source>Back to the top</source>
        <translation>ওপরে ফিরে যান</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>নিচে আরও আছে</translation>
    </message>
</context>
<context>
    <name>FurtherPill</name>
    <message>
        <source>Back to the top</source>
        <translation>ওপরে ফিরে যান</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>নিচে আরও আছে</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>Contents</source>
        <translation>সূচিপত্র</translation>
    </message>
    <message>
        <source>Information to take home</source>
        <translation>বাড়ি নিয়ে যাওয়ার তথ্য</translation>
    </message>
    <message>
        <source>(page %1)</source>
        <translation>(পৃষ্ঠা %1)</translation>
    </message>
    <message>
        <source>Printed on %1</source>
        <translation>ছাপার তারিখ: %1</translation>
    </message>
    <message>
        <source>Phone: %1</source>
        <translation>ফোন: %1</translation>
    </message>
    <message>
        <source>In an emergency call %1</source>
        <translation>জরুরি অবস্থায় ফোন করুন: %1</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Search these pages</source>
        <translation>এই পাতাগুলোতে খুঁজুন</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>খুঁজুন</translation>
    </message>
    <message>
        <source>About this information</source>
        <translation>পরিচিতি: এই তথ্য কোথা থেকে এল</translation>
    </message>
    <message>
        <source>About</source>
        <translation>পরিচিতি</translation>
    </message>
    <message>
        <source>Text size and display</source>
        <translation>লেখার আকার ও দেখার ধরন</translation>
    </message>
    <message>
        <source>Aa</source>
        <translation>অআ</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>পড়ে শোনানো বন্ধ করুন</translation>
    </message>
    <message>
        <source>Listen to this page</source>
        <translation>এই পাতাটি শুনুন</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>শুনুন</translation>
    </message>
</context>
<context>
    <name>InfoCard</name>
    <message>
        <source>This address is outside the kiosk</source>
        <translation>এটি বাইরের একটি ওয়েবসাইট</translation>
    </message>
    <message>
        <source>This page is being updated</source>
        <translation>এই পাতাটি নতুন করা হচ্ছে</translation>
    </message>
    <message>
        <source>This page has been taken away</source>
        <translation>এই পাতাটি সরিয়ে নেওয়া হয়েছে</translation>
    </message>
    <message>
        <source>More about this</source>
        <translation>এ বিষয়ে আরও</translation>
    </message>
    <message>
        <source>Reading with keys</source>
        <translation>বোতাম দিয়ে পড়া</translation>
    </message>
    <message>
        <source>It can&apos;t be opened here. Copy it to read it later on your own device.</source>
        <translation>এখানে এটি খোলা যায় না। পরে নিজের ফোন বা কম্পিউটারে পড়ার জন্য ঠিকানাটি লিখে নিন।</translation>
    </message>
    <message>
        <source>The clinic has changed its pages while you were reading. Please read one of the others, or ask at the front desk.</source>
        <translation>আপনি পড়ার সময় ক্লিনিক এখানকার পাতা বদলেছে। অনুগ্রহ করে অন্য কোনো পাতা পড়ুন, অথবা রিসেপশনে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>Please read one of the other pages, or ask at the front desk.</source>
        <translation>অনুগ্রহ করে অন্য কোনো পাতা পড়ুন, অথবা রিসেপশনে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>Up and down lead from one text to the next. Left and right turn to the other pages. The round key, or Enter, opens what is marked. Back, or Esc, closes it.</source>
        <translation>ওপর ও নিচের বোতাম এক লেখা থেকে পরের লেখায় নিয়ে যায়। বাঁ ও ডান বোতাম অন্য পাতায় নিয়ে যায়। গোল বোতাম বা Enter চাপলে চিহ্নিত জিনিসটি খোলে। ফেরার বোতাম বা Esc চাপলে তা বন্ধ হয়।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>All sources</source>
        <translation>সব তথ্যসূত্র</translation>
    </message>
</context>
<context>
    <name>LeaveHint</name>
    <message>
        <source>Press Esc to leave</source>
        <translation>বের হতে Esc চাপুন</translation>
    </message>
</context>
<context>
    <name>ListenBar</name>
    <message>
        <source>Reading aloud</source>
        <translation>পড়ে শোনানো</translation>
    </message>
    <message>
        <source>Reading aloud isn&apos;t working just now.</source>
        <translation>এই মুহূর্তে পড়ে শোনানো যাচ্ছে না।</translation>
    </message>
    <message>
        <source>Read the part before</source>
        <translation>আগের অংশ পড়ে শোনান</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>আগের অংশ</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>বিরতি</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>চালিয়ে যান</translation>
    </message>
    <message>
        <source>Read the next part</source>
        <translation>পরের অংশ পড়ে শোনান</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>পরের অংশ</translation>
    </message>
    <message>
        <source>Read more slowly</source>
        <translation>আরও ধীরে পড়ুন</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>ধীরে</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Speed: %1</source>
        <translation>গতি: %1</translation>
    </message>
    <message>
        <source>Read faster</source>
        <translation>আরও দ্রুত পড়ুন</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>দ্রুত</translation>
    </message>
    <message>
        <source>Stop reading aloud</source>
        <translation>পড়ে শোনানো বন্ধ করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>LowReachButton</name>
    <message>
        <source>Lower</source>
        <translation>নিচে নামান</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>ওপরে তুলুন</translation>
    </message>
    <message>
        <source>Use the whole screen again</source>
        <translation>আবার পুরো স্ক্রিন ব্যবহার করুন</translation>
    </message>
    <message>
        <source>Bring everything within reach</source>
        <translation>সবকিছু হাতের নাগালে আনুন</translation>
    </message>
</context>
<context>
    <name>MoreBelow</name>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>নিচে আরও আছে</translation>
    </message>
    <message>
        <source>Back to the top</source>
        <translation>ওপরে ফিরে যান</translation>
    </message>
</context>
<context>
    <name>MyQuestions</name>
    <message>
        <source>My questions, ticked: %L1</source>
        <translation>আমার প্রশ্ন, টিক দেওয়া: %L1</translation>
    </message>
</context>
<context>
    <name>Page</name>
    <message>
        <source>Note</source>
        <translation>লক্ষ করুন</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>জেনে রাখা ভালো</translation>
    </message>
    <message>
        <source>Take care</source>
        <translation>সাবধান</translation>
    </message>
    <message>
        <source>Emergency</source>
        <translation>জরুরি অবস্থা</translation>
    </message>
    <message>
        <source>Evidence: none found</source>
        <translation>প্রমাণ: পাওয়া যায়নি</translation>
    </message>
    <message>
        <source>Evidence: very low</source>
        <translation>প্রমাণ: খুব কম</translation>
    </message>
    <message>
        <source>Evidence: low</source>
        <translation>প্রমাণ: কম</translation>
    </message>
    <message>
        <source>Evidence: moderate</source>
        <translation>প্রমাণ: মাঝারি</translation>
    </message>
    <message>
        <source>Evidence: high</source>
        <translation>প্রমাণ: বেশি</translation>
    </message>
    <message>
        <source>None found</source>
        <translation>কিছু পাওয়া যায়নি</translation>
    </message>
    <message>
        <source>Very low</source>
        <translation>খুব কম</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>কম</translation>
    </message>
    <message>
        <source>Moderate</source>
        <translation>মাঝারি</translation>
    </message>
    <message>
        <source>High</source>
        <translation>বেশি</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>এখানে কিছু নেই</translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation>সপ্তাহ</translation>
    </message>
    <message>
        <source>Visits in weeks: %1</source>
        <translation>যে সপ্তাহগুলোতে আসতে হয়: %1</translation>
    </message>
    <message>
        <source>Visits in each week from %1 to %2</source>
        <translation>সপ্তাহ %1 থেকে সপ্তাহ %2 পর্যন্ত প্রতি সপ্তাহে একবার</translation>
    </message>
    <message>
        <source>Visits every %3 weeks, from week %1 to week %2</source>
        <translation>সপ্তাহ %1 থেকে সপ্তাহ %2 পর্যন্ত প্রতি %3 সপ্তাহে একবার</translation>
    </message>
    <message>
        <source>My questions: take a photo, or show them</source>
        <translation>আমার প্রশ্ন: ছবি তুলুন, বা দেখান</translation>
    </message>
    <message>
        <source>Forgotten when you leave.</source>
        <translation>আপনি চলে গেলে মুছে যায়।</translation>
    </message>
    <message>
        <source>Week %1: go on, or stop?</source>
        <translation>সপ্তাহ %1: চালিয়ে যাবেন, না বন্ধ করবেন?</translation>
    </message>
    <message>
        <source>We looked and found no fair trial.</source>
        <translation>আমরা খুঁজেছি, তুলনা করে দেখা ভালো গবেষণা পাইনি।</translation>
    </message>
    <message>
        <source>Hardly anything to go by; the truth may be quite different.</source>
        <translation>ভরসা করার মতো প্রায় কিছুই নেই; আসল ফল অনেকটাই আলাদা হতে পারে।</translation>
    </message>
    <message>
        <source>A few small or weak studies; the truth may be different.</source>
        <translation>অল্প কিছু ছোট বা দুর্বল গবেষণা; আসল ফল আলাদা হতে পারে।</translation>
    </message>
    <message>
        <source>Good studies; the truth is probably near.</source>
        <translation>ভালো গবেষণা; আসল ফল সম্ভবত এর কাছাকাছি।</translation>
    </message>
    <message>
        <source>Many good studies; the truth is very likely near.</source>
        <translation>অনেক ভালো গবেষণা; আসল ফল খুব সম্ভবত এর কাছাকাছি।</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>ধাপ %1</translation>
    </message>
    <message>
        <source>%1 in 100</source>
        <translation>১০০ জনে %1 জন</translation>
    </message>
    <message>
        <source>Source %1</source>
        <translation>তথ্যসূত্র %1</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>তথ্যসূত্র</translation>
    </message>
    <message>
        <source>Table, rows: %1, columns: %2</source>
        <translation>ছক, সারি: %1, কলাম: %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2টির মধ্যে %1 নম্বর</translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%2টির মধ্যে %1টিতে টিক দেওয়া</translation>
    </message>
    <message>
        <source>Choose two to compare</source>
        <translation>তুলনা করতে দুটি বেছে নিন</translation>
    </message>
    <message>
        <source>Choose one to read about</source>
        <translation>পড়তে একটি বেছে নিন</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>জানা নেই</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>আমার প্রশ্ন</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>কোনো কিছুতে টিক দেওয়া নেই।</translation>
    </message>
    <message>
        <source>Subheading</source>
        <translation>উপশিরোনাম</translation>
    </message>
    <message>
        <source>This picture can&apos;t be shown</source>
        <translation>এই ছবিটি দেখানো যাচ্ছে না</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>ছবির নম্বরের মানে</translation>
    </message>
    <message>
        <source>Quotation</source>
        <translation>উদ্ধৃতি</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>শব্দের মানে</translation>
    </message>
</context>
<context>
    <name>PageFoot</name>
    <message>
        <source>Written by %1</source>
        <translation>লিখেছেন: %1</translation>
    </message>
    <message>
        <source>Draft, not yet clinically reviewed. Ask your doctor before you act on it.</source>
        <translation>খসড়া, এখনো কোনো ডাক্তার যাচাই করেননি। এই তথ্য মেনে কিছু করার আগে আপনার ডাক্তারকে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>Reviewed by %1 on %2. Next review due on %3.</source>
        <translation>যাচাই করেছেন %1, %2 তারিখে। আবার যাচাইয়ের কথা %3 তারিখে।</translation>
    </message>
    <message>
        <source>Reviewed by %1 on %2. The next review was due on %3.</source>
        <translation>যাচাই করেছেন %1, %2 তারিখে। আবার যাচাইয়ের কথা ছিল %3 তারিখে।</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>আপনার ফোনে</translation>
    </message>
    <message>
        <source>About this information</source>
        <translation>এই তথ্য কোথা থেকে এল</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Draft, not yet clinically reviewed</source>
        <translation>খসড়া, এখনো কোনো ডাক্তার যাচাই করেননি</translation>
    </message>
    <message>
        <source>This page should have been reviewed again by %1. Ask the staff.</source>
        <translation>এই পাতাটি %1 তারিখের মধ্যে আবার যাচাই করার কথা ছিল। স্টাফকে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>This page is not yet in your language</source>
        <translation>এই পাতাটি এখনো বাংলায় নেই</translation>
    </message>
</context>
<context>
    <name>PageUpdating</name>
    <message>
        <source>This page is being updated</source>
        <translation>এই পাতাটি নতুন করা হচ্ছে</translation>
    </message>
    <message>
        <source>This page is waiting for its review</source>
        <translation>এই পাতাটি আবার যাচাইয়ের অপেক্ষায় আছে</translation>
    </message>
    <message>
        <source>Please read one of the other pages, or ask at the front desk.</source>
        <translation>অনুগ্রহ করে অন্য কোনো পাতা পড়ুন, অথবা রিসেপশনে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>Somebody should have checked it again by now, so it is not shown today. Please ask the staff about it.</source>
        <translation>এত দিনে এটি আবার যাচাই করার কথা ছিল। তাই আজ এটি দেখানো হচ্ছে না। এর বিষয়ে স্টাফকে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>In an emergency, call %1 or %2.</source>
        <translation>জরুরি অবস্থায় %1 নম্বরে ফোন করুন, অথবা %2।</translation>
    </message>
</context>
<context>
    <name>PhoneCard</name>
    <message>
        <source>Point your phone&apos;s camera at the square. It opens this page on the clinic&apos;s website.</source>
        <translation>ফোনের ক্যামেরা চৌকো কোডটির দিকে ধরুন। ক্লিনিকের ওয়েবসাইটে এই পাতাটি খুলবে।</translation>
    </message>
    <message>
        <source>There is no room for the code here. Type this address on your phone.</source>
        <translation>এখানে কোডটির জায়গা হচ্ছে না। ঠিকানাটি আপনার ফোনে লিখুন।</translation>
    </message>
    <message>
        <source>Point your phone&apos;s camera at the square. Your questions come up as text. Nothing is sent anywhere.</source>
        <translation>ফোনের ক্যামেরা চৌকো কোডটির দিকে ধরুন। আপনার প্রশ্নগুলো লেখা হিসেবে দেখাবে। কোথাও কিছু পাঠানো হয় না।</translation>
    </message>
    <message>
        <source>This is too much for a code. Close this, and photograph your questions on the screen.</source>
        <translation>একটি কোডের জন্য এটি অনেক বেশি। এটি বন্ধ করে স্ক্রিনে থাকা প্রশ্নগুলোর ছবি তুলুন।</translation>
    </message>
    <message>
        <source>A code with your questions</source>
        <translation>আপনার প্রশ্নগুলোর কোড</translation>
    </message>
    <message>
        <source>A code with the address %1</source>
        <translation>%1 ঠিকানার কোড</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>আপনার ফোনে</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>QuestionBlock</name>
    <message>
        <source>The answer is shown</source>
        <translation>উত্তর খোলা আছে</translation>
    </message>
    <message>
        <source>The answer is hidden</source>
        <translation>উত্তর বন্ধ আছে</translation>
    </message>
</context>
<context>
    <name>QuestionTally</name>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>My questions: %L1</source>
        <translation>আমার প্রশ্ন: %L1</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>What was read in %1</source>
        <translation>%1-এ কী পড়া হয়েছে</translation>
    </message>
    <message>
        <source>Visits with a search that found nothing</source>
        <translation>যে ব্যবহারে খুঁজে কিছু পাওয়া যায়নি</translation>
    </message>
    <message>
        <source>Each number says in how many visits it happened.</source>
        <translation>প্রতিটি সংখ্যা বলে, কতবারের ব্যবহারে তা হয়েছে।</translation>
    </message>
    <message>
        <source>&lt;%1 stands for any number below %1, or none.</source>
        <translation>&lt;%1 মানে %1-এর কম, শূন্যও হতে পারে: ঠিক সংখ্যাটি বলা হয় না।</translation>
    </message>
    <message>
        <source>Counted without names, times or persons</source>
        <translation>নাম, সময় বা পরিচয় ছাড়া গোনা</translation>
    </message>
    <message>
        <source>Visits begun</source>
        <translation>কতবার ব্যবহার শুরু হয়েছে</translation>
    </message>
    <message>
        <source>Pages opened</source>
        <translation>যে পাতাগুলো খোলা হয়েছে</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>পাতা</translation>
    </message>
    <message>
        <source>Sections and questions opened most</source>
        <translation>সবচেয়ে বেশি খোলা অংশ ও প্রশ্ন</translation>
    </message>
    <message>
        <source>Section or question</source>
        <translation>অংশ বা প্রশ্ন</translation>
    </message>
    <message>
        <source>How it was read</source>
        <translation>কীভাবে পড়া হয়েছে</translation>
    </message>
    <message>
        <source>What was used</source>
        <translation>যা ব্যবহার হয়েছে</translation>
    </message>
    <message>
        <source>Searched in vain</source>
        <translation>খুঁজে পাওয়া যায়নি</translation>
    </message>
    <message>
        <source>Searches</source>
        <translation>খোঁজ</translation>
    </message>
    <message>
        <source>The words themselves are not in this report.</source>
        <translation>শব্দগুলো এই প্রতিবেদনে নেই।</translation>
    </message>
    <message>
        <source>Hardly or never opened</source>
        <translation>প্রায় কেউ খোলেননি, বা কেউই না</translation>
    </message>
    <message>
        <source>Read in this language, at least in part</source>
        <translation>ব্যবহারের কোনো সময়ে এই ভাষায় পড়া হয়েছে</translation>
    </message>
    <message>
        <source>For the authors: each of these was opened in fewer than %1 visits in each language. Is it hard to find, or not asked for?</source>
        <translation>লেখকদের জন্য: এগুলোর প্রতিটি যেকোনো ভাষাতেই %1-এর কম ব্যবহারে খোলা হয়েছে। খুঁজে পাওয়া কঠিন, নাকি কেউ জানতে চান না?</translation>
    </message>
    <message>
        <source>Everything was opened in %1 visits or more.</source>
        <translation>সবকিছুই %1 বা তার বেশি ব্যবহারে খোলা হয়েছে।</translation>
    </message>
    <message>
        <source>%1 more are in the table.</source>
        <translation>আরও %1টি সারণিতে আছে।</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>গাঢ় রং</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>খুব স্পষ্ট</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>হালকা রং</translation>
    </message>
    <message>
        <source>Text at %1 %</source>
        <translation>%1 % আকারের লেখা</translation>
    </message>
    <message>
        <source>A page was read aloud</source>
        <translation>কোনো পাতা শোনা হয়েছে</translation>
    </message>
</context>
<context>
    <name>RestScreen</name>
    <message>
        <source>Touch to start</source>
        <translation>শুরু করতে চাপ দিন</translation>
    </message>
    <message>
        <source>Touch to read more</source>
        <translation>আরও পড়তে চাপ দিন</translation>
    </message>
</context>
<context>
    <name>SearchBar</name>
    <message>
        <source>Stop reading aloud</source>
        <translation>পড়ে শোনানো বন্ধ করুন</translation>
    </message>
    <message>
        <source>Listen to what was found</source>
        <translation>যা পাওয়া গেছে তা শুনুন</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>শুনুন</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>খোঁজা বন্ধ করুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>What are you looking for?</source>
        <translation>কী খুঁজছেন?</translation>
    </message>
    <message>
        <source>Take all of it away</source>
        <translation>সবটুকু মুছুন</translation>
    </message>
</context>
<context>
    <name>SearchKeys</name>
    <message>
        <source>Space</source>
        <translation>ফাঁকা</translation>
    </message>
    <message>
        <source>Take the last letter away</source>
        <translation>শেষ অক্ষর মুছুন</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>অক্ষর</translation>
    </message>
    <message>
        <source>More letters</source>
        <translation>আরও অক্ষর</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>সংখ্যা</translation>
    </message>
    <message>
        <source>Letters of another language: %1</source>
        <translation>অন্য ভাষার অক্ষর: %1</translation>
    </message>
    <message>
        <source>Put the keys away</source>
        <translation>কিবোর্ড সরান</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>কিবোর্ড</translation>
    </message>
</context>
<context>
    <name>SearchQuestions</name>
    <message>
        <source>All questions: %1</source>
        <translation>সব প্রশ্ন: %1</translation>
    </message>
</context>
<context>
    <name>SearchResults</name>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>আপনি কি “%1” খুঁজছেন?</translation>
    </message>
    <message>
        <source>All questions: %1</source>
        <translation>সব প্রশ্ন: %1</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>যা পাওয়া গেছে</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Type a word, or a question. Nothing of it is kept.</source>
        <translation>একটি শব্দ বা প্রশ্ন লিখুন। এর কিছুই রাখা হয় না।</translation>
    </message>
    <message>
        <source>The pages are being read. One moment.</source>
        <translation>পাতাগুলো পড়া হচ্ছে। একটু অপেক্ষা করুন।</translation>
    </message>
    <message>
        <source>Nothing for “%1”.</source>
        <translation>“%1” নিয়ে কিছু নেই।</translation>
    </message>
    <message>
        <source>Nothing here says “%1”. Please try another word, or ask at the front desk.</source>
        <translation>এখানে “%1” নিয়ে কিছু লেখা নেই। অন্য শব্দ দিয়ে দেখুন, বা রিসেপশনে জিজ্ঞেস করুন।</translation>
    </message>
    <message>
        <source>Nothing for “%1”. Did you mean “%2”?</source>
        <translation>“%1” নিয়ে কিছু নেই। আপনি কি “%2” খুঁজছেন?</translation>
    </message>
    <message>
        <source>Found: %L1</source>
        <translation>পাওয়া গেছে: %L1</translation>
    </message>
</context>
<context>
    <name>SectionBar</name>
    <message>
        <source>Back</source>
        <translation>ফিরে যান</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>নিচে আরও আছে</translation>
    </message>
    <message>
        <source>On your phone</source>
        <translation>আপনার ফোনে</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>পরেরটি: %1</translation>
    </message>
    <message>
        <source>Next section</source>
        <translation>পরের অংশ</translation>
    </message>
</context>
<context>
    <name>SourcesBlock</name>
    <message>
        <source>The sources are shown</source>
        <translation>তথ্যসূত্র দেখানো হচ্ছে</translation>
    </message>
    <message>
        <source>The sources are hidden</source>
        <translation>তথ্যসূত্র লুকানো আছে</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Picture: %1</source>
        <translation>ছবি: %1</translation>
    </message>
    <message>
        <source>Ticked: %1</source>
        <translation>টিক দেওয়া: %1</translation>
    </message>
    <message>
        <source>to the power of %1</source>
        <translation>-এর ঘাত %1</translation>
    </message>
    <message>
        <source>squared</source>
        <translation>স্কয়ার</translation>
    </message>
    <message>
        <source>cubed</source>
        <translation>কিউব</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>মাইনাস %1</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>প্লাস</translation>
    </message>
    <message>
        <source>minus</source>
        <translation>মাইনাস</translation>
    </message>
</context>
<context>
    <name>SpokenGuide</name>
    <message>
        <source>Welcome. Press down to go on, and the middle key to choose. The help key turns this voice off and on.</source>
        <translation>স্বাগতম। এগিয়ে যেতে নিচের বোতাম চাপুন, বেছে নিতে মাঝের বোতাম চাপুন। সাহায্য বোতাম এই কণ্ঠ বন্ধ ও চালু করে।</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>Are you still there? Press any key to go on.</source>
        <translation>আপনি কি এখনো আছেন? চালিয়ে যেতে যেকোনো বোতাম চাপুন।</translation>
    </message>
    <message>
        <source>button</source>
        <translation>বোতাম</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>বাছাই</translation>
    </message>
    <message>
        <source>tab</source>
        <translation>ট্যাব</translation>
    </message>
    <message>
        <source>box to tick</source>
        <translation>টিক দেওয়ার ঘর</translation>
    </message>
    <message>
        <source>link</source>
        <translation>লিংক</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>শিরোনাম</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>টিক দেওয়া আছে</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>টিক দেওয়া নেই</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>বেছে নেওয়া হয়েছে</translation>
    </message>
    <message>
        <source>open</source>
        <translation>খোলা</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>বন্ধ</translation>
    </message>
</context>
<context>
    <name>SpokenParts</name>
    <message>
        <source>Source %L1</source>
        <translation>তথ্যসূত্র %L1</translation>
    </message>
    <message>
        <source>Explained on a card</source>
        <translation>একটি কার্ডে এর মানে দেখা যাবে</translation>
    </message>
    <message>
        <source>An address outside the kiosk</source>
        <translation>বাইরের একটি ওয়েবসাইট</translation>
    </message>
</context>
<context>
    <name>StaffActions</name>
    <message>
        <source>The resting screen&apos;s language</source>
        <translation>অপেক্ষার স্ক্রিনের ভাষা</translation>
    </message>
    <message>
        <source>Reload the text</source>
        <translation>লেখা আবার লোড করুন</translation>
    </message>
    <message>
        <source>Show the text before</source>
        <translation>আগের লেখা দেখান</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>স্ক্রিন মুছুন</translation>
    </message>
    <message>
        <source>Clean %L1 s more</source>
        <translation>আরও %L1 সেকেন্ড মুছুন</translation>
    </message>
    <message>
        <source>Print a page</source>
        <translation>একটি পাতা ছাপুন</translation>
    </message>
    <message>
        <source>Rest now</source>
        <translation>অপেক্ষার স্ক্রিনে ফিরুন</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>আবার চালু করুন</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>কিওস্ক বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>StaffCleaning</name>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Ends when nothing touches the screen</source>
        <translation>স্ক্রিনে কিছু লেগে না থাকলে শেষ হবে</translation>
    </message>
    <message>
        <source>Wipe the screen now</source>
        <translation>এখন স্ক্রিনটি মুছুন</translation>
    </message>
    <message>
        <source>Touches do nothing meanwhile.</source>
        <translation>এই সময়ে স্ক্রিনে চাপ দিলে কিছু হবে না।</translation>
    </message>
</context>
<context>
    <name>StaffPad</name>
    <message>
        <source>Type the PIN, then touch the tick.</source>
        <translation>পিন লিখে টিক চিহ্নে চাপ দিন।</translation>
    </message>
    <message>
        <source>That is not the PIN. One try left.</source>
        <translation>পিন ঠিক নয়। আর একবার চেষ্টা করতে পারবেন।</translation>
    </message>
    <message>
        <source>PIN for staff</source>
        <translation>স্টাফের পিন</translation>
    </message>
    <message>
        <source>Staff only</source>
        <translation>শুধু স্টাফের জন্য</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Locked. Try again in %L1 s.</source>
        <translation>লক করা আছে। %L1 সেকেন্ড পরে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>Locked for longer: wrong PINs can&apos;t be written to the disk. Try again in %L1 s.</source>
        <translation>বেশি সময় লক থাকবে: ভুল পিন ডিস্কে লেখা যাচ্ছে না। %L1 সেকেন্ড পরে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>That is not the PIN. %L1 tries left.</source>
        <translation>পিন ঠিক নয়। আর %L1 বার চেষ্টা করতে পারবেন।</translation>
    </message>
    <message>
        <source>%L1 digits typed</source>
        <translation>%L1টি অঙ্ক লেখা হয়েছে</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>নিশ্চিত করুন</translation>
    </message>
    <message>
        <source>Take the last digit away</source>
        <translation>শেষ অঙ্কটি মুছুন</translation>
    </message>
    <message>
        <source>Take all digits away</source>
        <translation>সব অঙ্ক মুছুন</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>মুছুন</translation>
    </message>
</context>
<context>
    <name>StaffPage</name>
    <message>
        <source>Staff page</source>
        <translation>স্টাফের পাতা</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>%L1 days, %L2 hours</source>
        <translation>%L1 দিন, %L2 ঘণ্টা</translation>
    </message>
    <message>
        <source>%L1 hours, %L2 minutes</source>
        <translation>%L1 ঘণ্টা, %L2 মিনিট</translation>
    </message>
    <message>
        <source>%L1 minutes</source>
        <translation>%L1 মিনিট</translation>
    </message>
    <message>
        <source>Closes in %L1 s</source>
        <translation>%L1 সেকেন্ডে বন্ধ হবে</translation>
    </message>
</context>
<context>
    <name>StaffPrint</name>
    <message>
        <source>The page is being made…</source>
        <translation>পাতাটি তৈরি হচ্ছে…</translation>
    </message>
    <message>
        <source>Handed to the printer %1.</source>
        <translation>%1 প্রিন্টারে পাঠানো হয়েছে।</translation>
    </message>
    <message>
        <source>Printing is not installed here. Call a technician: kiosk doctor says what is missing.</source>
        <translation>এখানে ছাপার ব্যবস্থা নেই। টেকনিশিয়ানকে ডাকুন: কী নেই, kiosk doctor তা জানায়।</translation>
    </message>
    <message>
        <source>The print service does not answer. Restart the computer, or call a technician.</source>
        <translation>ছাপার সার্ভিস সাড়া দিচ্ছে না। কম্পিউটার আবার চালু করুন, বা টেকনিশিয়ানকে ডাকুন।</translation>
    </message>
    <message>
        <source>There is no printer called %1. Call a technician: kiosk doctor says more.</source>
        <translation>%1 নামে কোনো প্রিন্টার নেই। টেকনিশিয়ানকে ডাকুন: kiosk doctor আরও জানায়।</translation>
    </message>
    <message>
        <source>The printer %1 is stopped. Look at its paper and cable, then call a technician.</source>
        <translation>%1 প্রিন্টার থেমে আছে। কাগজ ও তার দেখুন, তারপর টেকনিশিয়ানকে ডাকুন।</translation>
    </message>
    <message>
        <source>The printer %1 does not take the page: %2</source>
        <translation>%1 প্রিন্টার পাতাটি নিচ্ছে না: %2</translation>
    </message>
    <message>
        <source>The page can&apos;t be made: %1</source>
        <translation>পাতাটি তৈরি করা গেল না: %1</translation>
    </message>
    <message>
        <source>It took too long and was stopped. Try again.</source>
        <translation>বেশি সময় লাগছিল, তাই থামানো হয়েছে। আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>Print a page</source>
        <translation>একটি পাতা ছাপুন</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>StaffProgram</name>
    <message>
        <source>Program</source>
        <translation>প্রোগ্রাম</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>সংস্করণ</translation>
    </message>
    <message>
        <source>Newer version</source>
        <translation>নতুন সংস্করণ</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>কতক্ষণ চলছে</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>মেমোরি</translation>
    </message>
    <message>
        <source>%L1 MiB</source>
        <translation>%L1 MiB</translation>
    </message>
    <message>
        <source>Errors since start</source>
        <translation>চালুর পর থেকে ত্রুটি</translation>
    </message>
    <message>
        <source>None</source>
        <translation>নেই</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Last of them</source>
        <translation>সর্বশেষ ত্রুটি</translation>
    </message>
    <message>
        <source>Last crash</source>
        <translation>শেষবার হঠাৎ বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>গণনা</translation>
    </message>
    <message>
        <source>On, without persons; words searched in vain too</source>
        <translation>চালু, কারও পরিচয় ছাড়া; খুঁজে না পাওয়া শব্দও</translation>
    </message>
    <message>
        <source>On, without persons</source>
        <translation>চালু, কারও পরিচয় ছাড়া</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>নিরাপদ মোড</translation>
    </message>
    <message>
        <source>On: it crashed three times</source>
        <translation>চালু: তিনবার হঠাৎ বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>বন্ধ</translation>
    </message>
</context>
<context>
    <name>StaffQuestion</name>
    <message>
        <source>Leave the kiosk?</source>
        <translation>কিওস্ক বন্ধ করবেন?</translation>
    </message>
    <message>
        <source>Restart the kiosk?</source>
        <translation>কিওস্ক আবার চালু করবেন?</translation>
    </message>
    <message>
        <source>The screen shows nothing until somebody starts the kiosk again.</source>
        <translation>কেউ আবার কিওস্ক চালু না করা পর্যন্ত স্ক্রিনে কিছু দেখা যাবে না।</translation>
    </message>
    <message>
        <source>The screen is dark for a few seconds.</source>
        <translation>স্ক্রিন কয়েক সেকেন্ড অন্ধকার থাকবে।</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>বন্ধ করুন</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>আবার চালু করুন</translation>
    </message>
    <message>
        <source>Keep it running</source>
        <translation>চালু থাকুক</translation>
    </message>
</context>
<context>
    <name>StaffReviews</name>
    <message>
        <source>Next reviews</source>
        <translation>আবার যাচাই</translation>
    </message>
    <message>
        <source>%L1, off the screen</source>
        <translation>%L1, স্ক্রিনে দেখানো হচ্ছে না</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Pages overdue</source>
        <translation>সময় পেরোনো পাতা</translation>
    </message>
    <message>
        <source>None</source>
        <translation>নেই</translation>
    </message>
    <message>
        <source>and %L1 more</source>
        <translation>এবং আরও %L1টি</translation>
    </message>
    <message>
        <source>Due in 30 days</source>
        <translation>৩০ দিনের মধ্যে</translation>
    </message>
</context>
<context>
    <name>StaffStatus</name>
    <message>
        <source>%1 is started at the next rest</source>
        <translation>পরের বার অপেক্ষার স্ক্রিন এলে %1 চালু হবে</translation>
    </message>
    <message>
        <source>%1 is not used: %2</source>
        <translation>%1 চালানো হচ্ছে না: %2</translation>
    </message>
    <message>
        <source>%1 was left: %2</source>
        <translation>%1 বাদ দেওয়া হয়েছে: %2</translation>
    </message>
    <message>
        <source>it was not ready within 60 seconds</source>
        <translation>৬০ সেকেন্ডে তৈরি হয়নি</translation>
    </message>
    <message>
        <source>the computer stopped three times before it was ready</source>
        <translation>তৈরি হওয়ার আগে কম্পিউটার তিনবার বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>it failed three times in ten minutes</source>
        <translation>দশ মিনিটে তিনবার হঠাৎ বন্ধ হয়েছে</translation>
    </message>
    <message>
        <source>%1, due on %2</source>
        <translation>%1, যাচাই করার কথা %2</translation>
    </message>
</context>
<context>
    <name>StaffText</name>
    <message>
        <source>Text</source>
        <translation>লেখা</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>সংস্করণ</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>জানা নেই</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>সরিয়ে রাখা হয়েছে</translation>
    </message>
    <message>
        <source>%1: its start was cut off three times</source>
        <translation>%1: চালু হওয়ার সময় তিনবার থেমে গেছে</translation>
    </message>
    <message>
        <source>Last loaded</source>
        <translation>শেষবার লোড</translation>
    </message>
    <message>
        <source>Being loaded now</source>
        <translation>এখন লোড হচ্ছে</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>ডাক্তার যাচাই করেছেন</translation>
    </message>
    <message>
        <source>Being counted</source>
        <translation>গোনা হচ্ছে</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>and %L1 more, in the log</source>
        <translation>এবং আরও %L1টি, লগে আছে</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>সব পাতা</translation>
    </message>
    <message>
        <source>%L1 of %L2 pages are drafts</source>
        <translation>%L2টি পাতার মধ্যে %L1টি খসড়া</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>সমস্যা</translation>
    </message>
    <message>
        <source>None</source>
        <translation>নেই</translation>
    </message>
</context>
<context>
    <name>StaffTextBack</name>
    <message>
        <source>The text %1 is being read and comes to the screen in a moment. If it can&apos;t be shown, Findings says why. The text %2 is not taken again by itself; a newer one is.</source>
        <translation>%1 লেখাটি পড়া হচ্ছে, একটু পরেই পর্দায় আসবে। দেখানো না গেলে কারণ “সমস্যা” অংশে থাকবে। %2 লেখাটি নিজে থেকে আর নেওয়া হবে না; আরও নতুন লেখা নেওয়া হবে।</translation>
    </message>
    <message>
        <source>A text is being fetched just now. Try again in a minute.</source>
        <translation>এখন একটি লেখা আনা হচ্ছে। এক মিনিট পরে আবার চেষ্টা করুন।</translation>
    </message>
    <message>
        <source>The text stays as it is: %1</source>
        <translation>লেখা যেমন ছিল তেমনই আছে: %1</translation>
    </message>
    <message>
        <source>Show the text before?</source>
        <translation>আগের লেখা দেখাবেন?</translation>
    </message>
    <message>
        <source>The text before</source>
        <translation>আগের লেখা</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>এখন যা দেখানো হচ্ছে</translation>
    </message>
    <message>
        <source>Before it</source>
        <translation>তার আগেরটি</translation>
    </message>
    <message>
        <source>The text shown now will not come back by itself. A newer one will be shown when it comes.</source>
        <translation>এখন যে লেখা দেখানো হচ্ছে তা নিজে থেকে আর ফিরে আসবে না। নতুন লেখা এলে সেটি দেখানো হবে।</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>দেখান</translation>
    </message>
    <message>
        <source>Keep this text</source>
        <translation>এই লেখাই থাক</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>বন্ধ করুন</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Seconds left: %L1</source>
        <translation>বাকি সেকেন্ড: %L1</translation>
    </message>
    <message>
        <source>%L1</source>
        <comment>a number alone</comment>
        <translation>%L1</translation>
    </message>
    <message>
        <source>Are you still there?</source>
        <translation>আপনি কি এখনো আছেন?</translation>
    </message>
    <message>
        <source>If not, what you chose here is cleared for the next person.</source>
        <translation>না থাকলে, আপনি যা বেছে নিয়েছেন, পরের জন আসার আগে তা মুছে যাবে।</translation>
    </message>
    <message>
        <source>Touch anywhere to go on</source>
        <translation>চালিয়ে যেতে যেকোনো জায়গায় চাপ দিন</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Pages</source>
        <translation>পাতা</translation>
    </message>
</context>
</TS>
