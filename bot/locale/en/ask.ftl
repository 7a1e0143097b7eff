# Asks of leaders: the slots of the digest, private letters, forms, and what cannot be.

## In the digest

ask-no-area = No area yet
ask-spoken = One ask, { $area }: { $sentence }
ask-take = I take it
ask-hand-on = I pass it on
ask-not-now = Not now, because…
ask-answer-taken = Taken on: { $line } ({ $kind }, by { $due })
ask-answer-not-now = Not now, because: { $line }
ask-proposal = { $label ->
    [new] { $theme } is new this week, with { $counted }. What does { $area } do about it, and by when?
    [rising] { $theme } rose to { $counted }. What does { $area } do about it, and by when?
    [fading] { $theme } fell to { $counted }. What does { $area } keep doing so that it stays so?
   *[other] { $theme } keeps coming back, with { $counted } this week. What does { $area } do about it, and by when?
}
ask-proposal-unowned = Which area looks after { $theme } ({ $counted } this week), and what is its first step?
ask-kind-budget = budget
ask-kind-priority = priority
ask-kind-people = people
ask-kind-process = process
ask-kind-promise = promise to customers
ask-kind-kpi = KPI
ledger-title = Last week we said
ledger-kept = Kept
ledger-moved = Moved to { $due }
ledger-overdue = Overdue since { $due }
ledger-dropped = Dropped
ledger-more = +{ $count } in the thread

## Private letters

ask-letter = This week's customers lead to one question, and it is yours.
ask-letter-first = Only the curators have seen it so far.
ask-letter-again = A curator reworded the question. This is how it reads now, in place of what you were shown before:
ask-letter-draft = Curators may still reword it; then you see it again. Answer before it is posted, and “{ $title }” shows your answer; else it asks on { $moment }. You are named there only if you have had this for a working day.
ask-letter-posted = It stands in the digest. Your answer takes its place there, under your area, without your name.
ask-letter-about = About: { $theme }
ask-away = I'm away: my deputy
ask-away-sure = The question goes to your deputy at once, and is theirs from then on.
ask-letter-deputy = { $user } is asked in your place from now on.
ask-letter-passed = { $user } asks you to take this over. It is yours only if you accept; nobody else sees that you were asked.
ask-accept = I take it over
ask-decline = No, thank you
ask-letter-yours = It is yours now. What do you answer?
ask-letter-declined-by-you = It stays where it was. Thank you for saying so.
ask-letter-accepted = { $user } has taken the question over.
ask-letter-declined = { $user } cannot take the question over, so it is still yours.
ask-letter-declined-other = { $user } cannot take the question over, so it stays where it was.
ask-letter-elsewhere = This question goes to somebody else now. There is nothing left for you to do.
ask-letter-withdrawn = This question is not asked after all. There is nothing left to do.
ask-letter-taken = You said that you take this on, until { $day }. On that day, or the next working day, you are asked here what became of it; you can say so earlier, too.
ask-letter-inherited = This was taken on, until { $day }, and is yours to keep now. On that day, or the next working day, you are asked here what became of it; you can say so earlier, too.
ask-letter-moved = Moved to { $day }. On that day, or the next working day, you are asked here again.
ask-letter-due = Today is the day that was named for this. What became of it?
ask-letter-was-due = { $day } was the day that was named for this. What became of it?
ask-letter-orphaned = Whoever took this on, until { $day }, is not here any more, and nobody steps in for them. You are an admin: what became of it?
ask-done = Done
ask-move = Move to…
ask-drop = Drop, because…
ask-letter-not-now = Your answer is written down as: not now, because
ask-letter-kept = Kept. The next digest says so, by area. Thank you!
ask-letter-dropped = Dropped. The next digest says so, by area.
ask-letter-links = Kept, by { $area }. Customers who spoke of it can now be told, in the support tool.
ask-links-count = { $count ->
    [one] { $count } conversation
   *[other] { $count } conversations
} on this theme, { $week }. Links, for you alone:
ask-links-more = { $count } more are found in the support tool.

## Forms

ask-form-submit = Answer
ask-form-line = What do you take on?
ask-form-line-hint = One line that names nobody. The digest shows it under your area, without your name.
ask-form-due = By when?
ask-form-kind = What do you give to it?
ask-form-to = To whom?
ask-form-to-hint = They are asked privately. Until they accept, it stays with you.
ask-form-not-now = Not now
ask-form-because = Because…
ask-form-because-hint = A legitimate answer. One line that names nobody; the digest shows it under your area.
ask-form-done = What was done?
ask-form-done-hint = One line that names nobody; the next digest shows it under your area.
ask-form-move = Move to another day
ask-form-moved = To which day?
ask-form-why = Why?
ask-form-why-hint = You read it here again, and whoever it may go to; the digest tells the new day alone.
ask-form-drop = Drop it
ask-form-thanks = Thank you, it is written down.
ask-word = Word the ask
ask-word-sentence = The question
ask-word-hint = One decision, in one sentence.
ask-word-owner = Who is asked?
ask-leave-out = Ask nothing this week?
ask-leave-out-yes = Leave the ask out
ask-word-foot = Who is asked sees it privately at once, also when it is reworded. Only who has had it for a working day is named in the digest; else it carries the area alone.

## App Home

ask-home = Asked of you
ask-home-deputy = Asked of { $user }; you can answer as their deputy.
ask-home-due = until { $day }
ask-home-overdue = was due on { $day }

## What cannot be

ask-faster = Somebody was faster: this has changed meanwhile. Please close the form and look again.
ask-gone = This question is not there any more.
ask-answered = This was answered already, and nothing was changed. Thank you all the same.
ask-withdrawn = This question is not asked any more. There is nothing left to do.
ask-reworded = This question has changed meanwhile: it was reworded, or given to somebody else. Please close the form and look at the newest message about it.
ask-not-yours = Thank you for wanting to help! Only who was asked, their deputy or an admin can answer this. If you know something that helps, the thread is a good place for it.
ask-over = There is nothing left to say about this: it was kept or dropped, or nobody has taken it on.
ask-not-passed = This is not waiting for you any more.
ask-no-deputy = No deputy is named for this area. Pass it on, or ask an admin.
ask-pass-nobody = Slack says that this is a bot, somebody of another company, or somebody who is not here any more. Please choose somebody else.
ask-pass-owner = It is theirs already. Please choose somebody else.
ask-needs-line = Please write one line; blanks alone say nothing.
ask-due-past = This day is over. Please choose one to come.
ask-gave-it-on = They were asked, and it went on from them to who has it now. Please choose somebody else.
ask-due-same = It is due on that day already. Please choose another one.
ask-due-far = This is more than a year away. Please choose an earlier day.
ask-needs-owner = Please choose who is asked, or leave the ask out.
ask-no-theme = No theme leads this week, so there is nothing to ask about.
