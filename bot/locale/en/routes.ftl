# What admins are told about channels, the token, and people who left.

route-letter = { $code ->
    [none] { $channel } can be posted to again. What waited less than two days goes out by itself.
    [not_in_channel] Voxpop is not in { $channel } any more, so nothing is posted there. Its settings stay. To go on: /invite @Voxpop in that channel, and it comes back by itself. Other channels are not touched.
    [is_archived] { $channel } was archived, so nothing is posted there. Its settings stay. To go on: unarchive it and invite Voxpop, and it comes back by itself; or choose another channel in the settings. Other channels are not touched.
    [channel_not_found] { $channel } was deleted, or Voxpop cannot see it any more, so nothing is posted there. Its settings stay. To go on: choose another channel in the settings, or invite Voxpop where it is private. Other channels are not touched.
    [shared] { $channel } is now shared with another company. Nothing is posted there until two admins say so, because people outside would read it. Other channels are not touched.
   *[other] Nothing can be posted in { $channel } ({ $code }). Its settings stay, and other channels are not touched.
}
route-confirm = Post there all the same
route-confirm-sure = People of another company read what is posted in that channel, customers' words among it.
route-confirmed = It is posted in { $channel } all the same, although another company reads it.
route-asked = { $user } would have Voxpop post in { $channel } all the same, although another company reads it. That takes two admins; nothing is posted there before another one agrees.
route-waits = A second admin has to agree that it is posted there although another company reads it. The others are asked.
route-alone = That takes a second admin, and there is none. Name one in `/voice setup`, or end the sharing of the channel.
route-not-yours = Only an admin can decide about that.
route-faster = That has changed meanwhile: somebody was faster, or the channel is not shared any more.
route-moved = Slack gave { $channel } another id, and Voxpop has followed. The environment still names { $old }: please set { $new } there before the next start.
route-left = { $user } was deactivated in Slack and is responsible here for:
route-left-what = Please give that to somebody else: /voice setup, or in the environment where it is set there. Until then deputies and default owners step in; where there are none, any admin can answer an open question, and admins are asked on the due day what became of a commitment.
route-held-role-admin = the role of an admin
route-held-role-curator = the role of a curator
route-held-role-observer = the role of an observer
route-held-ask = the open question “{ $name }”
route-held-commitment = the commitment “{ $name }”
route-held-leader = the area { $name }, as its leader
route-held-deputy = the area { $name }, as its deputy
route-held-theme = the theme { $name }
route-held-promise = the promise “{ $name }”
route-held-edition = *{ $name }*, as its default owner
