# What the audit log says of a change, after who made it; of anything without a sentence here its terms are shown.

audit-digest-correct = corrected the digest { $target }
audit-quote-hide = took a quote out ({ $target })
audit-quote-keep-out = left a quote out ({ $target })
audit-quote-put-back = put a quote back ({ $target })
audit-route-confirm = confirmed that it is posted to { $target } all the same
audit-route-move = followed { $target } to its new id
audit-route-off = posts nothing to { $target } any more
audit-route-on = posts to { $target } again
audit-win-answered = heard from everybody in win { $target }
audit-win-celebrate = celebrated win { $target }
audit-win-join = joined those who told win { $target }
audit-win-take-in = took win { $target } into a digest
audit-win-unanswered = closed win { $target }: not everybody in it answered
