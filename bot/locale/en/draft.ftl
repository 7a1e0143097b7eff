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
draft-footer-short = Short edition: nobody had time to look at it, so there is no ask, no win and no blind draw.
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
