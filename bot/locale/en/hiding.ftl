# Something should not be here: what anybody can ask for, and what curators and admins are told.

hide-gone = [a quote was taken out]

## The form

hide-title = Take a quote out
hide-submit = Take out now
hide-what = What you tick disappears from the messages at once, for everybody. The numbers stay. The people who look after Voxpop here are told and decide whether it comes back; your name is not shown to anybody here.
hide-which = Which quote should not be here?
hide-why = Why?
hide-why-hint = It helps those who decide. You need not say.
hide-why-personal = it tells who somebody is
hide-why-wrong = it is wrong or misleading
hide-why-hurts = it hurts somebody
hide-why-other = another reason
hide-why-unsaid = no reason given
hide-none = No quote stands in this message any more.
hide-done = Done. The quote is taken out of the messages, and it will not be quoted again unless a curator puts it back. Thank you for looking out.
hide-faster = Somebody was faster: it is taken out already.
hide-gone-digest = That digest is not there any more, so nothing was changed.

## To curators and admins

hide-letter = A quote was taken out of *{ $title }*, week { $week }, in { $channel } on { $moment }. Reason: { $why }.
hide-letter-foot = { $decides ->
    [yes] It is not quoted again, in no edition, unless a curator puts it back. The numbers are as they were.
   *[no] It is not quoted again, in no edition, unless a curator puts it back. The curators decide about that. The numbers are as they were.
}
hide-look = Look at it
hide-look-title = What was taken out
hide-look-none = It is not stored here any more.
hide-keep = Keep it out
hide-put-back = Put it back
hide-put-back-sure = Everybody in the channel will see it again, where it stood. Somebody thought that it should not be here.
hide-decided-kept = It stays out.
hide-decided-lifted = It is put back, and may be quoted again.
hide-decided-faster = Somebody was faster and has decided about it already.
hide-not-yours = Only a curator can decide about that.
hide-not-back = It cannot be put back: its source now says that it is not to be quoted, or it is not here any more. It stays out.
hide-home = Taken out of a digest
