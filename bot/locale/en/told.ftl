# What colleagues tell of customers, typed in by hand: counted, never between quotation marks.

source-colleagues = Colleagues
method-told = { $count ->
    [one] { $count } conversation was told by a colleague
   *[other] { $count } conversations were told by colleagues
} from memory: counted, and never quoted.

told-title = Save a customer voice
told-submit = Save
told-hint = For what customers say where no support tool listens. It is counted as told by a colleague, and never stands between quotation marks. Who told it is not kept.
told-said = What did the customer say?
told-said-hint = In your own words. Leave out names, also those of colleagues: those that are known are taken out anyway.
told-where = Where?
told-where-call = In a call
told-where-meeting = In a meeting
told-where-message = In a message
told-where-visit = On a visit
told-where-event = At an event
told-where-other = Elsewhere
told-when = When?
told-theme = Theme
told-theme-hint = Kept as a tag; a theme that the rules give this tag takes it in. Else the words decide.
told-segment = Segment
told-segment-hint = What sort of customer, as your support tool calls it; never a name.
told-private = This comes from a private place
told-private-yes = It may be told elsewhere; those concerned know about it
told-thanks = Thank you. It counts from now on, as told by a colleague.
told-unconfirmed = A message from a private place is taken in only once this is ticked.
told-future = That day is still to come.
told-nothing = Please tell what the customer said.
told-long-ago = Please choose a day of the last two years.
told-already = Somebody has saved this message already.
