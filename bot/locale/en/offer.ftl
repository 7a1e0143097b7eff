# Ten minutes with a customer: the slot of the digest, private offers, forms, the debrief.

offer-title = Ten minutes with a customer
offer-read = Read one whole conversation on { $theme }, redacted.
offer-call = A customer agreed to be called back about { $theme }.
offer-listen = An agent opened a slot to listen in, on { $theme }. The customer is told.
offer-take = I take it
offer-decline = Not this time
offer-open = Read it
offer-debrief = What I learnt

voice-help-offer = `/voice offer`: offer leaders a call back that a customer agreed to, or a slot to listen in

## Private letters

offer-letter = It is your turn. Take it, or let it go to the next; nobody counts either.
offer-letter-taken = It is yours. Ten minutes are enough.
offer-letter-taken-by = { $user } has taken what you offered.
offer-letter-foot = Afterwards three questions wait here, about the customer and the process, never about the agent.
offer-letter-debrief = You met a customer. Three questions, while it is fresh:
offer-letter-debriefed = Somebody met a customer, and learnt this:
offer-letter-declined = It goes to the next. Thank you for saying so.
offer-how-call = Conversation { $record }. The customer agreed on { $day }: { $how }
offer-how-listen = { $moment }, with { $user }, who opened the slot. Conversation { $record }. Please just listen.

## Forms

offer-form = Offer a contact
offer-form-submit = Offer it
offer-form-hint = Leaders are asked privately, in turn. No call without the customer's agreement, no listening in without a slot that its agent opened.
offer-form-kind = What is offered?
offer-kind-call = A call back
offer-kind-listen = Listening in
offer-form-about = About what?
offer-form-about-hint = A few words, without names: leaders see them.
offer-form-record = Ticket link or number
offer-form-record-hint = The conversation that it is about.
offer-form-agreed-on = When did the customer agree?
offer-form-agreed-on-hint = Agreement to a call about this very matter, at most sixty days ago.
offer-form-agreed-how = How, and to what?
offer-form-agreed-how-hint = As: by mail, to a call by the head of logistics, on weekdays after four.
offer-form-slot = When does the slot begin?
offer-form-freely = Opened by you?
offer-form-freely-yes = I open it freely; the customer is told
offer-form-freely-hint = Nobody has to offer this. Your name stays with the slot until it is over, so that you hear who comes; the log names nobody.
offer-form-thanks = Thank you. It is offered to one leader after another, privately; you hear who takes it.
offer-form-foot = About the customer and the process, never about the agent. Your answers go to the curators, without your name; nothing else is kept.
offer-customer = What did the customer need?
offer-process = Where did our process help, and where did it stand in the way?
offer-change = What would you change, or keep?
offer-debrief-submit = Send
offer-debrief-thanks = Thank you. The curators read it, without your name.

## What cannot be

offer-taken = Somebody else was faster, the slot is over, or the customer's agreement too old by now. Thank you for wanting to!
offer-yours = You have taken it already; the details are in your messages.
offer-over = There is nothing left to do here.
offer-no-agreement = Without an agreement of the last sixty days nobody is called.
offer-agreed-how-needed = Please say how the customer agreed, and to what.
offer-about-needed = Please say in a few words what it is about.
offer-about-names = This seems to name somebody, or a number by which they can be found. Leaders see it: please say it without.
offer-nothing-learnt = Please answer at least one of the questions.
offer-no-slot = Please choose a time within the next ninety days.
offer-not-freely = Only its agent can open a slot, and the customer has to be told. Please tick it if that is so.
offer-record-unknown = Nothing is known under this link. Please check it.
