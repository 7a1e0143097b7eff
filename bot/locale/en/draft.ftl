# The curators' draft: what the digest says of its editing.

draft-verdict-quiet-held = Apart from { $count ->
    [one] the theme
   *[other] { $count } themes
} held back, nothing moved beyond the usual range.
draft-verdict-persistent-held = Apart from what is held back, nothing moved; { $theme } is in its { $nth } week, with { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
}{ $why ->
    [unowned] { " and no owner" }
    [overdue] ; what was promised is overdue
   *[other] { "" }
}.
draft-footer-short = Short edition: nobody approved it in time, so there is no ask, no win and no blind draw.
draft-wording-gone = :warning: The verdict that a curator worded no longer fits the theme or the numbers: the app's own sentence stands. Reword it again if you like.
draft-footer-answered = Short edition: nobody approved it in time, so there is no win and no blind draw. The ask was answered before.
draft-footer-edited = Edited by { $names }.
draft-footer-held = { $count ->
    [one] { $count } theme held back.
   *[other] { $count } themes held back.
}
draft-footer-replies = Replies never reach customers.
draft-held-name = held back
draft-method-passed = { $count ->
    [one] One voice that was drawn before was taken out in review;
   *[other] { $count } voices that were drawn before were taken out in review;
} the next in the same order is shown.

## The review message

draft-somebody = a curator
draft-title = Draft: { $title }, week { $week }
draft-where-shadow = the curators alone (a shadow week)
draft-standing-open = Goes to { $where } on { $moment }. Approve it, or change it slot by slot below; ten minutes will do.
draft-standing-approved = *Approved* by { $by }. Goes to { $where } on { $moment }; until then it can still be changed.
draft-standing-held = *Held* by { $by }. It was to go to { $where } on { $moment } and will not, until somebody approves it.
draft-standing-posted = *Posted*. It went to { $where }; what is corrected now says that it is a correction.
draft-standing-paused = *Paused* until { $until }: nothing goes to { $where } before then, and this week is left out. *Send now* still posts it.
draft-standing-off = *Stopped*: nothing can be posted to { $where } now. The admins were told why; once that is mended it goes on by itself.
draft-standing-shadow = *Shadow week over.* It went to the curators alone.
draft-standing-passed = *Not posted.* Its time is over.
draft-away-short = If nobody decides by then, the short edition is posted: no ask, no win, no blind draw.
draft-away-full = If nobody decides by then, it is posted as it stands.
draft-away-none = If nobody decides by then, nothing is posted, and curators and admins are told.
draft-late = There is less time than usual: it could not be made earlier, as its week ended only now or Voxpop was not running.
draft-holder = { $name } has it.
draft-holder-none = Nobody has it yet.
draft-edited = Changed so far: { $edits }.
draft-edits-more = { $count } earlier
draft-since = { $count ->
    [one] +{ $count } conversation
   *[other] +{ $count } conversations
} of this week came in since the draft was made. They are not in its numbers; those deleted or excluded since are not quoted.
draft-change = What would you change?
draft-small = Take care: this quote is from a small team, and colleagues may recognise whom it is about.
draft-small-thread = Take care: a voice in the thread is from a small team, and colleagues may recognise whom it is about.

draft-approve = Approve
draft-hold = Hold
draft-send = Send now
draft-send-sure = It is posted at once, as it stands.
draft-send-sure-shadow = It goes to the curators alone, at once and as it stands: this is a shadow week.
draft-take = I'm on it
draft-preview = Preview to myself
draft-undo = Undo last change
draft-verbatims = Voices in the thread

draft-slot-verdict = *Verdict*
draft-slot-voice = *Voice of the week*
draft-slot-theme = *Theme:* { $theme }
draft-slot-draw = *Blind draw*
draft-slot-numbers = *Numbers*
draft-slot-win = *Service win*
draft-do-reword = Reword
draft-do-swap = Swap
draft-do-drop-voice = Drop
draft-do-rename = Rename
draft-do-merge = Merge another theme into it
draft-do-hold = Hold back
draft-do-drop-theme = Drop
draft-do-drop-draw = Drop, draw the next
draft-do-drop-numbers = Drop
draft-do-drop-win = Leave to the next edition

draft-edit-swap-voice = voice swapped
draft-edit-drop-voice = voice dropped
draft-edit-drop-theme = theme dropped
draft-edit-drop-draw = next voice drawn
draft-edit-drop-verbatim = thread voice dropped
draft-edit-drop-numbers = numbers dropped
draft-edit-drop-win = win left to the next edition
draft-edit-merge-themes = themes merged
draft-edit-rename-theme = theme renamed
draft-edit-hold-theme = theme held back
draft-edit-reword = verdict reworded
draft-edit-pin-voice = voice pinned
draft-edit-set-ask = ask changed
draft-edit-set-offer = contact offer changed

## Forms

draft-form-title = Change the draft
draft-do-it = Change
draft-choose = Choose
draft-why = Why?
draft-why-hint = It is kept in the audit log, with your name.
draft-why-better = Another one is better
draft-why-not-typical = Not typical
draft-why-recognisable = Somebody could be recognised
draft-why-sensitive = Sensitive
draft-why-unclear = Unclear
draft-why-same = It is the same thing
draft-why-known = Known, and nothing new
draft-why-being-checked = Being checked
draft-why-other = Another reason
draft-about-hold = The draft is held: nothing is posted until somebody approves it. Curators and admins are told when it would have been due.
draft-about-drop-voice = The theme stands without a voice; its voices in the thread stay.
draft-about-drop-theme = The theme is not shown beside the lead; the next that moved takes its place.
draft-about-drop-draw = The next voice in the same order is drawn. The thread says that one was taken out.
draft-about-drop-numbers = The numbers are left out of this edition.
draft-about-drop-win = The win waits for the next edition.
draft-about-hold-theme = Nothing of this theme is shown, and it is not named. The footer says that a theme was held back. If it leads, the next by the same rules leads.
draft-voice = Voice { $number }
draft-voice-option = { $number } · { $words }
draft-choose-voice = Which voice should speak?
draft-no-other-voice = No other voice of this theme may be quoted this week.
draft-reword-label = The verdict in your words
draft-reword-hint = 25 words at most. Every number is checked against the data. Leave it empty to go back to the sentence above.
draft-reword-made = Made from the data: { $sentence }
draft-rename-label = Name of the theme
draft-rename-hint = It is kept for coming weeks.
draft-merge-label = Which theme belongs to “{ $theme }”?
draft-merge-hint = Its conversations are counted there, in this edition, and the label is judged anew.
draft-merge-none = There is no other theme this week.
draft-verbatims-label = Which should be taken out of the thread?

## What is declined

draft-gone = This draft is not there any more.
draft-faster = Somebody was faster. The draft is shown as it is now.
draft-changed = That has changed meanwhile. The draft is shown as it is now.
draft-not-curator = Drafts are the curators' to decide.
draft-is-posted = It is posted already.
draft-is-shadow = This shadow week is over; the draft went to the curators.
draft-is-passed = Its time is over; it was not posted.
draft-no-channel = The edition has no channel that it can be posted to.
draft-no-voice = There is no voice of the week.
draft-same-voice = That one is the voice of the week already.
draft-pin-elsewhere = This voice is about a theme that the digest does not show.
draft-pin-not-of-week = This voice is not of the week that the draft covers, so it has no denominator there.
draft-pin-gone = This voice may not be quoted any more.
draft-offer-elsewhere = A contact is offered on a theme that the digest shows.
draft-merge-rest = What belongs to no theme cannot be merged.
draft-name-empty = A theme needs a name.
draft-name-taken = Another theme of this week has that name; merge the two instead.
draft-wording-empty = The verdict needs words.
draft-wording-long = The verdict has { $count } words; { $most } at most.
draft-number-wrong = The data does not say { $number } there. It says: { $known }.
draft-times-wrong = “{ $word }” is not so: not against last week, not against the usual, and not as a part of the whole.
draft-nothing-to-undo = Nothing was changed yet.
draft-too-many-edits = Too many changes; undo some, or hold the draft.

## When it is due

draft-notice-held = { $title }, week { $week }, was due now and is held, so nothing was posted. Approving the draft within 48 hours still posts it.
draft-notice-away = { $title }, week { $week }, was due now, and no curator decided on its draft. As set, nothing was posted. Approving the draft within 48 hours still posts it.
draft-shadow = *Shadow week.* You see this as { $channel } would; nothing was posted there. { $left ->
    [0] The next edition is the first one that is.
    [one] One more shadow week follows.
   *[other] { $left } more shadow weeks follow.
}

## App Home

draft-home = Drafts
draft-home-line = *{ $title }*, week { $week }: { $state }, { $goes ->
    [held] was to go on { $moment }
    [stopped] does not go for now
   *[goes] goes on { $moment }
}
draft-home-open = to be decided
draft-home-approved = approved
draft-home-held = held
draft-home-ask = { $answered ->
    [yes] Who is asked has answered already.
   *[no] Who is asked has not answered yet.
}
draft-home-where = Each is in your messages with Voxpop, with everything that can be decided about it.

## Contact offer

draft-slot-offer = *Ten minutes with a customer*
draft-do-offer = Choose a conversation
draft-do-drop-offer = Leave out
draft-about-set-offer = No contact is offered in this edition.
draft-offer-label = Which conversation is offered?
draft-offer-hint = It is offered to be read as a whole, redacted.
