home-hello = *What customers really said*, and what concerns you here. Only you can see this page.
home-news = The voice of the customer
home-next = *{ $title }* { $channel }: next on { $moment }.
home-off = *{ $title }* { $channel }: nothing can be posted there at the moment; the admins know.
home-shadow = *{ $title }* { $channel }: in the first weeks the curators alone see it, next on { $moment }; then it comes to the channel.
home-last = { $week } said: { $verdict }
home-none-yet = Nothing was posted yet.
home-no-edition = You are in no channel that gets the voice of the customer. Whoever leads your area can tell you where it is posted.
home-editions-more = { $count ->
    [one] One more edition is posted
   *[other] { $count } more editions are posted
} in channels that you can read.
home-more = There is more than fits on this page.
home-later = Not to be had now
home-later-why = Something could not be read at the moment. Please open this page again in a minute.
area-gone = There is no such area any more. Please open the page again.
set-in-environment = This is set in the environment of the server, and can only be changed there.
