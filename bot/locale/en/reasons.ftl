# Why something was picked: one sentence for every code of bot/domain/reasons.py.

reason-moved-most = Moved most beyond its usual swing, weighed by size: { $label }, { $count } this week, { $average } in an average week.
reason-also-moved = Moved beyond its usual swing as well, by less: { $label }, { $count } this week, { $average } in an average week.
reason-complaints-moved = Its complaints moved, not the theme as a whole: { $critical } this week, { $average } in an average week.
reason-improving = It is getting better: fewer complaints or more praise.
reason-moved-again = { $weeks ->
    [one] Led last week, and leads again because it moved again.
   *[other] Led { $weeks } weeks running, and leads again because it moved again.
}
reason-largest-persistent = { $weeks ->
    [one] Nothing moved; the largest theme that stays, with { $count } conversations, for { $weeks } week.
   *[other] Nothing moved; the largest theme that stays, with { $count } conversations, for { $weeks } weeks.
}
reason-most-talked-about = { $weeks ->
    [0] The first week of feedback: too early to say what moves.
    [one] Only { $weeks } earlier week of feedback: too early to say what moves.
   *[other] Only { $weeks } earlier weeks of feedback: too early to say what moves.
} The most talked about so far, with { $count ->
    [one] { $count } conversation.
   *[other] { $count } conversations.
}
reason-unowned = Nobody is accountable for it yet.
reason-overdue = What was promised about it is overdue.

reason-typical-of-theme = Near the middle of this theme: place { $rank } of { $of } among this week's voices.
reason-typical-of-change = Near the middle of what is more than usual: place { $rank } of { $of }.
reason-speaks-for-group = Speaks for a group of { $size } among { $of } voices that say much the same.
reason-critical-voice = A critical voice, because the theme moved by its critical voices.
reason-critical-as-most = A critical voice, like most with a clear opinion on this theme.
reason-complete-sentences = Whole sentences, { $words ->
    [one] { $words } word.
   *[other] { $words } words.
}
reason-whole-text = Everything this customer wrote, { $words ->
    [one] { $words } word.
   *[other] { $words } words.
}
reason-cut-sentence = One long sentence, cut after { $words ->
    [one] { $words } word.
   *[other] { $words } words.
}
reason-shorter-than-asked = No voice of 15 to 45 words could be quoted; this one has { $words ->
    [one] { $words } word.
   *[other] { $words } words.
}
reason-carries-theme-term = Says what the theme is about: “{ $term }”.
reason-other-segment-than-last-three = From another segment or area than the last three voices.
reason-stands-for-many = { $times ->
    [one] { $times } customer wrote nearly the same.
   *[other] { $times } customers wrote nearly the same.
}
reason-dissenting = Of another opinion than most on this theme: { $tone ->
    [1] positive
    [0] neutral
   *[-1] critical
} where most are { $theme_tone ->
    [1] positive
    [0] neutral
   *[-1] critical
}.
reason-drawn-blind = { $position ->
    [1] Drawn blind: the first in the drawn order of { $pool } voices.
   *[other] Drawn blind: number { $position } in the drawn order of { $pool } voices; those before it may not be quoted.
}
reason-praise = Praise for service without a complaint, rated { $score } of 1.
