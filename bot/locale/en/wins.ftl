# Service wins: the form, what people are asked and told, what stands in the channel.

form-close = Close
form-yes = Yes
form-no = No

win-kind-service = Service win
win-kind-bold = Bold try
win-kind-across = Helped across areas
win-kind-fixed = Fixed for good
win-title-service = Service win
win-title-bold = Bold try
win-title-across = Helped across areas
win-title-fixed = Fixed for good

## The form

win-form-title = Nominate a win
win-form-submit = Nominate
win-form-hint = A good story says what the customer needed, what somebody did, and what came of it. Curators see it, and the people in it see the final text first: nothing is published before each of them has agreed.
win-form-kind = What is it?
win-form-people = Who?
win-form-people-hint = Everybody in the story. Each is asked privately how they want to appear.
win-form-group = A whole user group?
win-form-group-hint = Each of its members is asked. It is named only with five people or more.
win-form-group-none = No group
win-form-other = Somebody without Slack?
win-form-other-hint = They cannot be asked in Slack, so they appear as "a colleague".
win-form-what = What happened?
win-form-what-hint = Two to five sentences. Names of those chosen above are put in only once they have agreed.
win-form-link = Ticket link or number
win-form-link-hint = The customer is then quoted exactly, from the redacted record, with its source.
win-form-said = What did the customer say?
win-form-said-hint = With a ticket: the very words to quote, or empty for its first sentences. Without: in your words, shown as told by a colleague and without quotation marks.
win-form-private = This comes from a private place
win-form-private-yes = It may be told elsewhere; those concerned know
win-form-thanks = Thank you. The people in it are asked now how they want to appear, and a curator looks at it. You hear what becomes of it; `/win mine` shows where it stands.
win-form-joined = You have joined it and hear what becomes of it.
win-twin = *Already nominated:* { $story }
win-twin-join = Join it
win-twin-another = Or is it another story?
win-twin-another-yes = It is another story
win-bold-promise = A bold try is never scored, never linked to a rating, and never used in an appraisal.
win-bold-1 = What did we try for the customer?
win-bold-2 = What did we expect?
win-bold-3 = What happened?
win-bold-4 = What do we keep?

## In the channel

win-colleague = a colleague
win-colleague-owns = a colleague's
win-colleagues = colleagues
win-team = the { $team } team
win-team-owns = the { $team } team's
win-as-told = As told by a colleague: { $said }
win-quoted = The customer's own words · { $source }
win-celebration-foot = { $asked ->
    [some] Everybody in this story who could be asked has agreed to it; others are not named.
    [nobody] Nobody in this story could be asked, so nobody is named.
   *[all] Everybody in this story has agreed to it.
} Thanks are private and are not counted.
win-thank = Say thank you
win-taken-out = A story stood here; it was taken back.
win-nudge = Who did something for a customer this week that others should know? Two sentences are enough, and nobody is named who does not want to be.
win-open = Nominate

## To the people in a story

win-ask = A colleague nominated this story, and you are in it. Nothing is published before you decide. How do you want to appear?
win-ask-again = A reminder, and the only one: you are in this story. Without your answer it is not published. How do you want to appear?
win-ask-foot = You may choose otherwise at any time, also after it was posted, and need give no reason.
win-choice-name = My name
win-choice-team = My team's name
win-choice-colleague = A colleague
win-choice-private = Keep private
win-answered = Your answer: *{ $choice }*. { $state ->
    [shown] It stands in the channel like that.
    [private] The story is not published.
    [out] The story was published; it is taken out again now.
   *[waits] It is published only once everybody in it has agreed and a curator has approved it.
}
win-thanks-from = { $name } says thank you:

## To those who told it

win-outcome-celebrated = { $where ->
    [digest] The story stands in this week's digest.
   *[channel] The story is celebrated in { $channel }.
} Thank you for telling it.
win-outcome-ready = The story is approved and comes in the next digest. Thank you for telling it.
win-outcome-kept = Thank you for this story. A curator kept it; it is not published.
win-outcome-merged = Somebody told the same story; a curator put the two together. You hear what becomes of it.
win-outcome-withdrawn = The story was withdrawn by who told it. There is nothing left to decide.
win-outcome-private = { $was ->
    [posted] The story was published; it is taken out again now, and is private from here on.
   *[never] The story stays private; it is not published.
}
win-outcome-unanswered = Not everybody in the story has answered, so it is not published.
win-outcome-taken-back = { $was ->
    [posted] The story was taken back from the channel by a curator.
   *[never] A curator took the approval back. The story was not posted, and is not before somebody approves it again.
}
win-edited = A curator edited the text lightly, or put another story to it. The people in it are asked again. This is how it reads now:
win-mine = Your stories
win-mine-none = You have told no story yet, and are in none. `/win` opens the form.
win-state-open = under way
win-state-ready = approved, for the digest
win-state-celebrated = celebrated
win-state-kept = kept with a thank-you
win-state-merged = put together with another
win-state-withdrawn = withdrawn
win-state-private = private
win-state-unanswered = not published: an answer is missing
win-state-taken-back = taken back
win-edit = Edit the text
win-withdraw = Withdraw
win-withdraw-sure = The story is not published, and the people in it are told that there is nothing left to decide.
win-help =
    { "*" }What `/win` can do*
    • `/win`: opens the form to tell of a service win
    • `/win @anna saved the launch …`: opens it with that in it
    • `/win mine`: your stories: how far they are, edit, withdraw
    • `/win help`: this list
    On any message: *Nominate as service win*, in the menu with the three dots.
win-offer = Is this a service win? Only you see this.

## To curators

win-review = { $own ->
    [yes] A story to look at. *Who told it is in it.*
   *[no] A story to look at.
}
win-home-queue = Service wins to decide on
win-approve = Approve
win-merge = Merge
win-merge-submit = Merge
win-merge-none = There is no other story under way.
win-merge-into = Into which story?
win-merge-hint = That one's text stays. Those who told this one hear its outcome; people who are only in this one are asked.
win-keep = Keep, with thanks
win-keep-sure = The story is not published. Who told it and who is in it are thanked.
win-take-back = Take back
win-take-back-sure = The story is taken out of the channel; in a digest a line takes its place. It can be approved again.
win-take-back-sure-ready = The story does not come in the next digest. It can be approved again.
win-decided-approved = Approved. It is celebrated once everybody in it has agreed.
win-decided-celebrated = Approved and celebrated.
win-decided-ready = Approved, for the next digest.
win-decided-kept = Kept, with a thank-you.
win-decided-private = It stays private: somebody in it wants that.
win-decided-taken-back = Taken back.
win-consent-back = { $was ->
    [posted] Somebody in this story took their consent back. It was published; it is taken out again now.
   *[never] Somebody in this story took their consent back. It is not published.
}
win-standing-private = Somebody in it keeps it private.
win-standing-agreed = { $asked ->
    [some] Everybody in it who could be asked has agreed to this text.
    [nobody] Nobody in it could be asked.
   *[all] Everybody in it has agreed to this text.
}
win-standing-waiting = Not answered yet: { $names }
win-standing-unasked = Cannot be asked in Slack, and so not named: { $names }
win-text-hint = Everybody in it sees the new text and is asked again.
win-text-said-hint = As a colleague told it: without quotation marks. Leave it empty where nothing was said.
win-text-submit = Save
win-thank-label = One sentence
win-thank-hint = It goes to the people in the story, privately, with your name. It is not counted.
win-thank-submit = Send
win-praise = Praise in this week's feedback
win-praise-what = Customers praised service this week. Whether a win comes of it is for you to say; by itself none does.
win-praise-make = Make it a win
win-praise-make-this = Make a win of voice { $number }
win-bold-quiet = No leader has told of a bold try for six weeks. They open the door for everybody else's.

## What cannot be

win-faster = Somebody was faster: this was decided on meanwhile. Nothing was changed.
win-gone = This story is not there any more.
win-over = There is nothing left to decide about this story.
win-no-channel = No channel is set for wins (WINS_CHANNEL). Please ask an admin.
win-no-curator = Nobody is set to approve wins (CURATORS). Please ask an admin.
win-link-unknown = Nothing is known under this link. Leave it empty and tell it in your own words.
win-link-unquotable = This record may not be quoted. Leave the link empty and tell it in your own words.
win-said-otherwise = The record does not say this word for word. Copy it from there, or leave this empty.
win-join-over = The story that you wanted to join is not under way any more. Yours is not lost: say in the form that it is another one, and send it off.
win-too-late = This story cannot be changed any more.
win-group-unknown = Slack does not say who is in this group. Please choose the people.
win-nobody = Choose somebody: people, a group, or a name.
win-nobody-to-ask = None of these can be asked: they are bots, of another company, or have left Slack. Choose who did it, or write a name into "Somebody without Slack?".
win-too-many = These are more than { $most } people. Please choose those who did it.
win-merge-too-many = Together these are more than { $most } people. Please keep the stories apart, or choose another one.
win-leader-first = Bold tries open to everybody once a leader has told one of their own.
win-nothing-told = Please tell what happened.
win-thank-empty = Please write a sentence.
win-thank-nobody = Nobody else in this story can be reached in Slack, so nothing was sent.
win-not-yours = Only who told this story can change it.
win-not-about-you = You are not in this story.
win-text-changed = The text has changed since; the newest message about it asks you again.
win-not-shown-yet = You have not been shown the whole text yet. It comes as a message in a moment; please answer there.
win-edited-meanwhile = Somebody else changed the text meanwhile, and nothing was overwritten. Please copy what you wrote and open the text again.
win-team-too-small = The team is too small to hide anybody. Choose "A colleague" instead.
win-not-curator = Curators decide this.
win-not-confirmed = It comes from a private place. Please confirm that it may be told elsewhere.
win-being-taken-back = The old message is still being taken back. Please try again in a minute.

## In the digest

win-invitation = Who did something for a customer that others should know? `/win` takes two sentences.
win-more = +{ $count } in the thread
win-about = Beside a problem of week { $week }: *{ $theme }*
