# Administration: the setup forms, who is asked and told, the audit log.

setup-title = Set up Voxpop
setup-loading = One moment…
setup-save = Save
setup-open = Open
setup-open-this = Open: { $what }
setup-asked = This lowers protection, so it waits for a second admin. They have been asked privately; it takes effect when one of them agrees.
setup-by-environment = _Set in the environment: change it there._
setup-only-admins = Only admins set Voxpop up: { $admins }. `/voice help` lists what you can do.
setup-no-admin = Voxpop has no admin yet. An admin or owner of this Slack workspace can be the first: they type `/voice setup`. Or whoever runs Voxpop puts their user id into ADMINS.
setup-observer = You may look at everything here and change nothing: open Voxpop under *Apps* and choose *Home*.

setup-claim = Voxpop has no admin yet, and you run this Slack workspace, so you can be the first. An admin chooses channels, people and rules, and is told privately when something breaks. You can name others later and hand it over. It is written into the audit log.
setup-claim-label = The first admin
setup-claim-yes = Yes, I take this on
setup-claim-submit = Become admin

## The page of all settings

setup-hub = What is set here counts at once, and every change is in the audit log.
setup-page-editions = Editions
setup-page-roles = Curators, admins, observers
setup-page-areas = Areas and leaders
setup-page-themes = Owners of themes
setup-page-promises = Customer promises
setup-page-wins = Service wins
setup-page-audit = Audit log
setup-sum-editions = { $count ->
    [0] None yet: begin here.
    [one] 1 edition
   *[other] { $count } editions
}
setup-sum-roles = Curators { $curators } · admins { $admins } · observers { $observers }
setup-sum-areas = { $count ->
    [0] None yet
    [one] 1 area
   *[other] { $count } areas
}{ $left ->
    [0] {""}
    [one] {" · 1 leader has left"}
   *[other] {" · "}{ $left } leaders have left
}
setup-sum-themes = { $count ->
    [0] No theme has an owner yet
    [one] 1 theme has an owner
   *[other] { $count } themes have an owner
}
setup-sum-promises = { $count ->
    [0] None yet: three to five sentences of what customers can rely on
    [1] 1 promise; three to five are good
    [2] 2 promises; three to five are good
   *[other] { $count } promises
}
setup-sum-wins = { $where ->
    [none] No channel yet: stories cannot be celebrated
    [digest] In the weekly digest
   *[channel] { $channel }
}
setup-sum-audit = Who changed what, and when
setup-waiting = *Waits for a second admin:* { $what } _Asked for by { $who }, { $day }._
setup-waiting-own = *Waits for another admin:* { $what } _You asked for it, { $day }._

## Editions

setup-editions-none = There is no edition yet. An edition is the weekly digest of one channel.
setup-edition-new = New edition
setup-edition-edit = Change
setup-edition-pause = Pause
setup-edition-resume = Resume
setup-edition-close = Close
setup-edition-close-sure = It posts no more. What was posted stays in the channel, and its record stays in the audit log.
setup-edition-about = *{ $title }* ({ $name })
setup-edition-next = Next: { $moment } in { $channel }, covering week { $week }
setup-edition-paused = Paused until { $day }: { $reason }. Next after that: { $moment } in { $channel }
setup-edition-nowhere = No channel is set, so it posts nowhere
setup-edition-off = { $code ->
    [shared] *Off*: nothing is posted in { $channel } for now.
   *[other] *Off*: Slack refuses { $channel } ({ $code }).
} What to do: { $advice }
setup-edition-shadow = { $weeks ->
    [one] The next edition is a shadow: it goes to curators only
   *[other] The next { $weeks } editions are shadows: they go to curators only
}
setup-edition-company = Company edition: for everybody, without asks
setup-edition-title = New edition
setup-edition-change = Change edition
setup-edition-name = Title
setup-edition-name-hint = Stands at the top of each digest, e.g. Voice of the customer.
setup-edition-channel = Channel
setup-edition-channel-hint = Private channels are offered where you are a member. Invite Voxpop there first: /invite @Voxpop
setup-edition-weekday = Day
setup-edition-time = Time
setup-edition-zone = Time zone
setup-edition-zone-hint = Type a city, e.g. Berlin.
setup-edition-language = Language
setup-edition-without = Slots to leave out
setup-edition-review = Review before posting
setup-edition-review-auto = Where curators are named
setup-edition-review-on = Always
setup-edition-review-off = Never: it posts by itself and asks nothing
setup-edition-away = When no curator has looked by then
setup-edition-away-short = Post the short edition: no ask, no win, no blind draw
setup-edition-away-full = Post the full edition
setup-edition-away-none = Post nothing, and warn
setup-edition-holidays = Public holidays
setup-edition-holidays-hint = On one of them the digest comes on the next working day. Type a country or a region.
setup-edition-company-label = For whom
setup-edition-company-no = Leaders: the whole digest
setup-edition-company-yes = The whole company: no asks
setup-edition-owner = Default owner
setup-edition-owner-hint = Is asked where a theme has no owner of its own. They see each ask privately before it is posted.
setup-edition-shadow-label = Shadow weeks
setup-edition-shadow-skip = Skip them: post to the channel from the first week
setup-edition-shadow-hint = By default the first two editions go to curators only.
setup-edition-shared-label = This channel is shared with another company
setup-edition-shared-yes = They may read what our customers say
setup-place-good = { $channel }: { $size ->
    [0] size not known
    [one] 1 person
   *[other] { $size } people
}, { $guests ->
    [none] guests not known
    [0] no guests
    [one] 1 guest
   *[other] { $guests } guests
}{ $exact ->
    [no] {" at least"}
   *[yes] {""}
}. { $kind ->
    [public] Public: everybody in the company can read it.
   *[private] Private.
}
setup-place-shared = *{ $channel } is shared with another company*, or about to be.
setup-place-invite = Voxpop is not in { $channel } yet, or cannot see it. Type there: /invite @Voxpop
setup-place-archived = { $channel } is archived, so nothing can be posted there.
setup-pause-title = Pause an edition
setup-pause-until = Until
setup-pause-until-hint = The first day on which it may post again.
setup-pause-reason = Why
setup-pause-reason-hint = Shown wherever the pause is, e.g. summer break.
setup-slot-ledger = What was said last week
setup-slot-movers = Also moving
setup-slot-blind-draw = Blind draw
setup-slot-numbers = Numbers
setup-slot-wins = Service wins
setup-slot-offer = Ten minutes with a customer
setup-day-mon = Monday
setup-day-tue = Tuesday
setup-day-wed = Wednesday
setup-day-thu = Thursday
setup-day-fri = Friday
setup-day-sat = Saturday
setup-day-sun = Sunday
setup-language-en = English
setup-language-de = German

## What lowers protection, and the second admin

setup-lowering-foot = What lowers protection waits for a second admin and is told to the channel: no review, the full edition without one, a shared channel, a private edition made public, asks in a company edition.
setup-lowering-review-off = it is no longer reviewed before posting
setup-lowering-away-posts = the short edition is posted when no curator looked, where nothing was
setup-lowering-away-full = the full edition is posted when no curator looked
setup-lowering-shared-channel = it goes to a channel that is shared with another company
setup-lowering-public-channel = everybody in the company can read it
setup-lowering-asks-in-public = it asks leaders for decisions in public from now on
setup-lowering-last-curator = the last curator goes, so nobody looks before it is posted
setup-lowering-observer-gone = an observer goes
setup-lowering-admin-new = a further admin comes
setup-lowering-admin-gone = an admin goes
setup-wanted-edition = *{ $title }* in { $channel }: { $what }.
setup-wanted-role = { $member }: { $what }.
setup-ask = { $who } asks for a change that lowers protection, which takes two admins. { $what }
setup-ask-fields = Changed with it: { $fields }.
setup-ask-short = A change that lowers protection waits for a second admin: you can agree or refuse.
setup-ask-foot = It takes effect when one other admin agrees. Then the channel and the observers are told.
setup-agree = Agree
setup-agree-sure = The change takes effect at once, and is told to the channel.
setup-refuse = Refuse
setup-withdraw = Withdraw
setup-outcome-agreed = Agreed, and in effect:
setup-outcome-refused = Refused, nothing was changed:
setup-outcome-withdrawn = Withdrawn, nothing was changed:
setup-outcome-stale = Nothing was changed, because the settings are no longer as they were when this was asked for:
setup-told-channel = Voxpop's settings changed here: { $what }. Two admins agreed on it.
setup-told-observer = Two admins agreed on a change that lowers protection. { $what } The audit log has it.
setup-alone = This lowers protection and takes a second admin, and there is none: { $reason ->
    [review-off] { setup-lowering-review-off }
    [away-posts] { setup-lowering-away-posts }
    [away-full] { setup-lowering-away-full }
    [shared-channel] { setup-lowering-shared-channel }
    [public-channel] { setup-lowering-public-channel }
    [asks-in-public] { setup-lowering-asks-in-public }
    [last-curator] { setup-lowering-last-curator }
    [observer-gone] { setup-lowering-observer-gone }
    [admin-new] { setup-lowering-admin-new }
    *[admin-gone] { setup-lowering-admin-gone }
}. Nothing was changed. Name another admin first (`/voice setup`, *Curators, admins, observers*); or whoever runs Voxpop sets it in the environment.

## Curators, admins, observers

setup-roles-title = Roles
setup-roles-hint = People and whole user groups. Curators look at drafts and wins; admins set Voxpop up and hear of what breaks; observers, such as a works council, see settings, data flow and audit and change nothing.
setup-role-curator = Curators
setup-role-admin = Admins
setup-role-observer = Observers
setup-role-groups = { $role }: user groups
setup-role-groups-none = No group
setup-role-environment = _Also set in the environment, and changed there:_ { $who }
setup-roles-foot = To hand Voxpop over, name the new admin and then take yourself out. A further admin, or one taken out, needs a second admin's agreement; the second one of all does not.

## Areas, owners of themes, promises

setup-areas-none = No area yet. An area answers for themes: its leader is asked, its deputy steps in.
setup-area-line = *{ $area }* · leader { $leader } · deputy { $deputy }
setup-area-nobody = nobody
setup-area-left = *{ $who } has left: please name somebody else.*
setup-area-new = New area
setup-area-edit = Change
setup-area-remove = Remove
setup-area-remove-sure = Themes that belong to it lose their area. What was posted stays.
setup-area-title = Area
setup-area-name = Name
setup-area-name-hint = As the digest shows it, e.g. Delivery.
setup-area-leader = Leader
setup-area-deputy = Deputy
setup-area-deputy-hint = Steps in where the leader is away.
setup-themes-none = No theme has an owner yet. Where none is named, asks go to the edition's default owner.
setup-theme-line = *{ $theme }* · { $area } · { $owner }
setup-theme-new = Give a theme an owner
setup-theme-remove = Remove
setup-theme-title = Owner of a theme
setup-theme-which = Theme
setup-theme-which-hint = Those of the last digests and of drafts.
setup-theme-area = Accountable area
setup-theme-no-area = No area
setup-theme-owner = Owner
setup-theme-owner-hint = Left empty it is the area's leader.
setup-promises-title = Customer promises
setup-promises-hint = Three to five sentences that customers can rely on, such as "we keep dates", each with somebody who answers for it.
setup-promise-text = Promise { $number }
setup-promise-owner = Owner of promise { $number }

## Service wins

setup-wins-title = Service wins
setup-wins-channel = Channel for wins
setup-wins-channel-hint = Voxpop must be in it: /invite @Voxpop
setup-wins-when = When a story is celebrated
setup-wins-when-at-once = At once, in the channel for wins
setup-wins-when-digest = In the weekly digest
setup-wins-nudge = Wednesday invitation
setup-wins-nudge-yes = Invite on Wednesdays when nobody told a story for a week
setup-wins-emoji = Reaction that offers the form
setup-wins-emoji-hint = An emoji's name, e.g. tada; empty: off. It needs the event reaction_added: install the app again from the output of: voxpop manifest --reactions
setup-environment-line = _Set in the environment, and changed there:_ { $names }

## The audit log

setup-audit-none = Nothing was changed yet.
setup-audit-line = { $moment } · { $who }: { $what }
setup-audit-older = Older
setup-audit-newer = Newer
setup-audit-send = Send me the newest as text
setup-audit-all = Show all
setup-audit-sent = The newest { $count } entries, as CSV. `voxpop audit export` writes all of them, as CSV or JSON.
setup-audit-app = Voxpop itself
setup-audit-somebody = a colleague
audit-first-admin = became the first admin
audit-edition-make = made the edition { $target }
audit-edition-change = changed the edition { $target }: { $changed }
audit-edition-pause = paused the edition { $target }
audit-edition-resume = resumed the edition { $target }
audit-edition-close = closed the edition { $target }
audit-edition-shared = confirmed for { $target } that the channel is shared with another company
audit-role-give = gave the role { $role } to { $member }
audit-role-take = took the role { $role } from { $member }
audit-change-ask = asked for change { $target }, which lowers protection: { $changed }
audit-change-agree = agreed to change { $target }
audit-change-refuse = refused change { $target }
audit-change-withdraw = withdrew change { $target }
audit-change-stale = agreed too late to change { $target }: nothing was changed
audit-area-set = set the area { $target }
audit-area-remove = removed the area { $target }
audit-theme-own = said whose theme { $target } is
audit-theme-disown = let theme { $target } be nobody's
audit-theme-rename = renamed theme { $target }
audit-promises-set = changed the customer promises
audit-setting-change = changed the setting { $target }
audit-win-nominate = told win { $target }
audit-win-consent = answered how to appear in win { $target }
audit-win-approve = approved win { $target }
audit-win-edit = edited win { $target }
audit-win-merge = merged win { $target }
audit-win-keep = kept win { $target }, with thanks
audit-win-withdraw = withdrew win { $target }
audit-win-take-back = took win { $target } back
audit-other = { $action }, { $target } ({ $detail })

## What cannot be

setup-faster = Somebody was faster: this was changed meanwhile, and nothing was overwritten. Close this form and open it again.
setup-decided = This is decided already. Nothing was changed by this click.
setup-asked-already = Another admin has asked for just this, and it waits for you: agree to it on the first page of the settings, or in their message.
setup-own-change = It takes another admin to agree to what you asked for.
setup-edition-gone = There is no such edition any more.
setup-edition-fixed = This edition is set in the environment, and changed there by whoever runs Voxpop.
setup-no-title = Please give it a title.
setup-not-invited = Voxpop is not in this channel yet, or cannot see it. Type there: /invite @Voxpop, then save again.
setup-is-archived = This channel is archived. Please choose another one.
setup-company-private = A company edition needs a public channel; this one is private.
setup-shared-unconfirmed = This channel is shared with another company. Please choose it once more and confirm that below.
setup-no-zone = This time zone is not known.
setup-no-holidays = These public holidays are not known.
setup-until-far = A pause takes a year at most. An edition that is not to come for longer can be closed.
setup-until-past = Please choose a day that is still to come.
setup-no-reason = Please say why, in a word or two.
setup-last-admin = You are the last admin. Name another one first, then take yourself out.
setup-claimed = Voxpop has an admin by now: { $admins }.
setup-not-yours-to-claim = The first admin is somebody who runs this Slack workspace: an admin or an owner of it.
setup-area-unnamed = Please give the area a name.
setup-not-here = Slack says that { $who } is a bot, of another company, or not here any more. Please choose somebody else.
setup-area-same = Nobody steps in for themselves. Please choose somebody else as the deputy, or nobody.
setup-area-taken = There is an area of this name already.
setup-theme-unknown = Please choose a theme.
setup-theme-nobody = Please choose an area or an owner.
setup-promise-unowned = Please choose somebody who answers for this promise.
setup-promise-untold = Please write the promise that they answer for, or take them out.
setup-emoji-odd = Please write an emoji's name: letters, digits, - and _, as in tada.
setup-wins-shared = This channel is shared with another company, and people agreed to be named among colleagues. Please choose another one.
setup-look-only = This is for admins and observers.

## App Home

setup-home = Administration
setup-home-editions-more = { $count ->
    [one] 1 more edition stands in the settings.
   *[other] { $count } more editions stand in the settings.
}
setup-home-waiting = { $count ->
    [one] 1 change waits for a second admin
   *[other] { $count } changes wait for a second admin
}: open the settings.
setup-home-open = Open the settings
setup-home-settings = Settings
setup-home-flow = What happens to the data
setup-home-flow-sources = *Comes from:* { $sources }.
setup-home-flow-none = *Comes from:* nowhere yet.
setup-home-flow-kept = *Is kept:* in Voxpop's own database, until whoever runs it deletes it. Addresses, numbers and names known from the record are masked before anything is analysed or shown.
setup-home-flow-goes = *Goes to:* the channels above, as exact quotes and numbers, and to the people named here, privately. Nothing goes back to the support tool or to a customer, and no other service is asked.
setup-home-audit = Who changed what
