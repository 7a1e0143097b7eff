# The weekly digest: parent and thread. Keys and variables are the same in every language.

digest-title = Voice of the customer
week-label = Week { $number }
facts-conversations = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}
list-more = +{ $count }
# A name with its count: "Zendesk 10"
name-count = { $name } { $count }

## Verdict: what changed, in 25 words at most; never a cause.

verdict-rose = { $theme }: { $what ->
    [complaints] complaints
   *[conversations] conversations
} rose to { $count }, from { $previous } the week before; usual is { $usual }.
verdict-high = { $theme }: { $what ->
    [complaints] complaints
   *[conversations] conversations
} stayed high at { $count }, after { $previous } the week before; usual is { $usual }.
verdict-fell = { $theme }: { $what ->
    [complaints] complaints
   *[conversations] conversations
} fell to { $count }, from { $previous } the week before; usual is { $usual }.
verdict-low = { $theme }: { $what ->
    [complaints] complaints
   *[conversations] conversations
} stayed low at { $count }, after { $previous } the week before; usual is { $usual }.
verdict-new = New: { $theme }, { $what ->
    [complaints] { $count ->
        [one] { $count } complaint
       *[other] { $count } complaints
    }
   *[conversations] { $count ->
        [one] { $count } conversation
       *[other] { $count } conversations
    }
} this week, { $previous ->
    [0] none
   *[other] { $previous }
} the week before.
verdict-unmoved = { $theme }: { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}, after { $previous } the week before; usual is { $usual }.
verdict-persistent = Nothing moved beyond the usual range; { $theme } is in its { $nth } week, with { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}{ $why ->
    [unowned] { " and no owner" }
    [overdue] ; what was promised is overdue
   *[other] { "" }
}.
verdict-quiet = A quiet week: nothing moved beyond the usual range.
verdict-early = Too early to say what moved; most talked about: { $theme }, { $count } of { $of ->
    [one] { $of } conversation
   *[other] { $of } conversations
}.
verdict-early-alone = Too early to say what moved: there are too few weeks to compare with.
verdict-empty = No feedback came in this week.
verdict-unheard = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
} came in; none had words that count.
usual-about = about { $number }
usual-hardly-any = hardly any

## Voice of the week, also moving, blind draw

voice-title = Voice of the week
theme-title = Theme of the week
voice-denominator = 1 of { $of } on this theme
nth-week = { $nth } week
theme-denominator = { $of } of { $conversations ->
    [one] { $conversations } conversation
   *[other] { $conversations } conversations
}, { $share }
last-week = last week { $previous }
average-week = 4-week average { $average }
complaints = { $count ->
    [one] { $count } complaint
   *[other] { $count } complaints
}
moving-line = { $theme } { $label }: { $count }, last week { $previous }
usually = usually { $usual }
area-owned = Area: { $area }
area-unowned = Area: { $area }, no owner yet
owner-known = Has an owner
owner-none = No owner yet
times = ×{ $times } nearly alike
improving = getting better
moving-title = Also moving
talked-title = Also talked about
draw-title = Blind draw
draw-pool = at random from { $pool ->
    [one] { $pool } voice
   *[other] { $pool } voices
}
draw-denominator = { $theme }: 1 of { $of }
draw-denominator-week = 1 of { $conversations ->
    [one] { $conversations } conversation
   *[other] { $conversations } conversations
}

label-new = { $by ->
    [critical] complaints new
   *[all] new
}
label-rising = { $by ->
    [critical] ↗ complaints rising
   *[all] ↗ rising
}
label-persistent = keeps coming up
label-fading = { $by ->
    [critical] ↘ complaints fading
   *[all] ↘ fading
}
label-steady = as usual

kind-conversation = conversation
kind-review = review
kind-rating = comment on a rating
kind-told = told by a colleague

slot-voice = Voice of the week
slot-blind-draw = Blind draw
slot-verbatim = From the thread
slot-dissent = Another view
slot-praise = Praise

## Ask and footer

ask-title = One ask
ask-none = No decision needed this week.
footer-fresh = Up to date: { $sources } ({ $moment }).
footer-fresh-untimed = Up to date: { $sources }.
footer-stale = Stale: { $source } (since { $moment }{ $counted ->
    [no] , left out
   *[yes] { "" }
}).
footer-stale-untimed = Stale: { $source } (never synced).
footer-stale-more = +{ $count } stale.
footer-left-out = Left out: { $count } of { $of } ({ $reasons }).
footer-left-out-none = Nothing was left out.
footer-in-thread = { $count } more in the thread.
footer-always = Unedited. Replies never reach customers.

left-out-no-words = { $count } without words
left-out-auto-reply = { $count ->
    [one] { $count } automatic reply
   *[other] { $count } automatic replies
}
left-out-spam = { $count } spam
left-out-empty-thanks = { $count } plain thanks
left-out-excluded = { $count } excluded by rule

## Thread

thread-quotes-none = This week no voice on this theme can be quoted.
thread-quotes-alike = { $count ->
    [one] The only voice on this theme stands above.
   *[other] All { $count } say nearly the same; it stands above.
}
thread-quotes-above = Besides the voice above, none on this theme can be quoted this week.
thread-not-shown = +{ $count } not shown
thread-another-view = Another view
dropped-title = What did not fit above
method-title = How this digest was made
method-counted = { $days }, { $timezone } time: { $conversations ->
    [one] { $conversations } conversation
   *[other] { $conversations } conversations
} ({ $sources }). { $eligible ->
    [0] None
   *[other] { $eligible }
} counted towards themes.
method-counted-none = { $days }, { $timezone } time: no conversations.
method-themes = Every counted conversation belongs to one theme: { $themes }.
method-told-otherwise = { $theme }: last week's digest counted { $told } { $what ->
    [complaints] complaints
   *[conversations] conversations
}, this one counts { $previous } for that week. Themes were regrouped since, or feedback came in late; last week's number is by today's grouping.
method-labels = Rising and fading mean: a bigger change against the last weeks than chance explains, judged for all themes together. Near-identical messages are one voice.
method-quotes = Quotes are copied letter by letter from feedback in which personal data was taken out; no one rewrites them. They are picked by the same rules every week.
method-numbers = Numbers compare the last 28 days with the 28 days before; an arrow appears only when the change is bigger than its margin of error.
method-numbers-alone = Numbers are of the last 28 days; from the 28 days before there are too few answers to compare them with.
method-draw = The blind draw: { $pool } voices in one order, drawn with the seed { $seed }; fingerprint of the pool { $fingerprint }.
method-no-draw = No blind draw.
method-versions = { $rules ->
    [none] No rules file
   *[other] Rules version { $rules }
}, seed { $seed }.

## Terminal and text summary

summary-title = { $title }, { $week } ({ $days }).
summary-numbers = Numbers: { $numbers }.
