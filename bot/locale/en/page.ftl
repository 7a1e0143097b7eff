# The page that shows a digest outside Slack.

page-why = Why this pick
page-weeks = Weeks
page-previous = Earlier
page-next = Later
page-app = App
page-in-channel = In the channel
page-in-thread = { $count ->
    [one] In the thread, { $count } reply
   *[other] In the thread, { $count } replies
}
page-why-theme = Why this theme
page-why-quotes = Why these words
page-why-intro = Every pick follows fixed rules and says which. Quotes are exact: the record and the place in it stand below each.
page-why-none = No theme and no voice was picked this week.
page-record = { $source }, { $kind } { $id }, characters { $start } to { $end }
page-jump = Why this quote
page-skip = To the digest
page-footnote = Drawn from the very blocks that Slack is sent. Nothing on this page loads anything or runs a script.
page-no-digest = There is no digest yet.
