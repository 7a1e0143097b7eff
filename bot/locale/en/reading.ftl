# Whole conversations, reasons, more voices, and answers to one's own words: all of it private.

reading-loading = One moment …
reading-unreadable = The database is busy just now. Please close this and try again in a minute.
reading-not-posted = This works once the digest is posted; a preview or a draft has nothing to look up yet.
reading-not-there = This quote is not in the digest any more.

## The menu beside a quote

quote-talk = Whole conversation
quote-why = Why this quote?
quote-not-useful = Not useful
quote-hide = Something should not be here

## A whole conversation

talk-title = Whole conversation
talk-read = Whole conversation
talk-read-label = Whole conversation: { $said }
talk-head = { $count ->
    [one] { $count } message
   *[other] { $count } messages
} from { $source }, the oldest first. Names, addresses and numbers are taken out.
talk-by-customer = Customer
talk-by-colleague = As told by a colleague
talk-rated = rated { $value } on { $scale }
talk-earlier = Earlier
talk-later = Later
talk-page = Page { $page } of { $pages }
talk-record = Open the record
talk-record-label = Open the record in the support tool; you need a seat there
talk-foot = Only what customers wrote is kept here; replies of the team are in the support tool. Nothing you do here reaches the customer.
talk-gone = This conversation is not here any more: it was taken away at its source, or its time was up.
talk-unshown-auto-reply = An automatic reply, not shown.
talk-unshown-spam = Taken for spam, not shown.
talk-unshown-doubt = Not shown: personal data may be left in it. It is counted, never quoted.
talk-unshown-sensitive = Not shown: it touches a special category such as health. It is counted, never quoted.
talk-unshown-do-not-feature = Not shown: it is not to be featured. It is counted, never quoted.
talk-unshown-excluded = Not shown: the rules leave it out.
talk-unshown-all-excluded = The rules of this workspace leave this conversation out; its words are not shown.
talk-unshown-all-do-not-feature = This conversation is not to be featured, so its words are not shown. It is counted, never quoted.
talk-unshown-all-sensitive = This conversation touches a special category (health, religion, union, sexuality, minors), so its words are not shown. It is counted, never quoted.
talk-unshown-all-doubt = Its words are not shown.
talk-unshown-all-auto-reply = Its words are not shown.
talk-unshown-all-spam = Its words are not shown.

## Why, more, not useful

why-title = Why this quote?
why-none = It was chosen by a person.
why-record = Record { $record }, characters { $start } to { $end } of the redacted text, copied by code.
why-rules = Rules { $rules } · draw { $seed }
more-voices = More voices on this theme
more-voices-label = More voices on this theme: { $theme }
more-title = More voices
more-head = { $count ->
    [one] One more voice
   *[other] { $count } more voices
} of that week, for you alone. No two are alike, and none of them stands in the digest.
more-none = Every voice on this theme that may be quoted stands in the digest already, or says nearly the same as one that does.
not-useful-thanks = Thank you. The curators learn that somebody found this quote not useful. Your name does not go along, and it is kept nowhere.
not-useful-told = Somebody found a quote of week { $week } not useful ({ $theme }):
not-useful-foot = Told once for each quote, without a name and without a count.

## /voice about

about-looking = Looking for it. The answer appears here in a moment, for you alone.
about-usage = Say what it should be about, in your own words: `/voice about late refunds`.
about-title = About “{ $question }”
about-count = About { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
} of { $of } since { $since }, { $share }.
about-weeks = { $label }: { $last } last week, { $before } the week before, { $usual } in an average week.
about-early = Too few weeks to say whether that is usual.
about-none = No voices about “{ $question }” since { $since }.
about-named = Names of people are not searched for.
about-denominator = 1 of { $of } found
about-no-quote = None of them may be quoted.
about-foot = Found by meaning and by words, in redacted text. Nothing of this search is kept; only you see this.

## A voice to pin

pin-title = Find a voice to pin
pin-submit = Find
pin-words = What should it be about?
pin-hint = Any words, German or English. Only voices of the draft's week on a theme that it shows are looked at, and none that stands there already.
pin-none = No voice of that week about this may be quoted. Other words may find one.
pin-head = For “{ $question }”, the nearest first:
pin-this = Pin this voice
pin-this-label = Pin this voice: { $said }
pin-done = Pinned. It stands in the draft now.
pin-curators-only = Only curators can pin a voice.
pin-no-draft = There is no such draft any more.
pin-changed = What may be quoted of this conversation has changed; please search again.
