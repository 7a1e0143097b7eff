# What admins are told privately when a digest does not go its way.

notice-blocked = *{ $title }*, week { $week }: Slack refused the digest ({ $code }). What to do: { $advice }. Then post it with `voxpop digest post --edition { $edition } --week { $week }`. Other editions go on.
notice-advice = { $code ->
    [not_in_channel] invite the app to the channel: /invite @Voxpop
    [channel_not_found] check DIGEST_CHANNEL, or the channel in `/voice setup`; to a private channel the app must be invited first: /invite @Voxpop
    [is_archived] the channel is archived; unarchive it, or choose another with DIGEST_CHANNEL or in `/voice setup`
    [shared] the channel is shared with another company; two admins can confirm it, each in the private message from Voxpop
    [missing_scope] the app lacks a scope; compare it with `voxpop manifest` and install it again
    [thread_not_found] the digest above the thread was deleted; nothing is left to answer to
    [restricted_action] the channel lets only some people post; let the app do so in its settings
    [account_inactive] install the app again and set its new SLACK_BOT_TOKEN
    [invalid_auth] install the app again and set its new SLACK_BOT_TOKEN
    [token_expired] install the app again and set its new SLACK_BOT_TOKEN
    [token_revoked] install the app again and set its new SLACK_BOT_TOKEN
   *[other] see docs.slack.dev for what it means, or ask a Slack admin
}
notice-too-late = *{ $title }*, week { $week }: Slack could not be reached in time, so the digest was not posted. Post it by hand with `voxpop digest post --edition { $edition } --week { $week }`, or leave the week out.
notice-held = *{ $title }*, week { $week }: nobody can say whether { $part ->
        [0] the digest
       *[other] message { $part } of its thread
    } was posted, because the app may not read the channel ({ $code }). Please look, then settle it: `voxpop digest resolve --edition { $edition } --week { $week } --posted` if it is there, `--again` if it is not. To let the app look for itself, grant the history scopes that `voxpop manifest` names.
notice-missed = *{ $title }*, week { $week }: no digest was posted, because the app was not running, or had no work done, when it was due. Post it by hand with `voxpop digest post --edition { $edition } --week { $week }`, or leave the week out.
notice-undecided = *{ $title }*, week { $week }: no digest was posted, because its draft was held, or no curator decided on it in time. Post it by hand with `voxpop digest post --edition { $edition } --week { $week }`, which makes it anew, without what curators changed; or leave the week out.
notice-moved = *{ $title }*, week { $week }: no digest was posted, because a public holiday or a changed schedule moved the day past it. Post it by hand with `voxpop digest post --edition { $edition } --week { $week }`, or leave the week out.
notice-failed = *{ $title }*, week { $week }: the digest could not be made ({ $why }). It is tried again until it is too late; the log says more.
notice-failed-unexpected = an error in the app itself
notice-source-paused = *{ $source }* does not accept Voxpop's credentials any more, so it is not read until there are others. What to do: { $advice }. Everything else goes on; the digest says that { $source } is stale.
notice-source-off = *{ $source }*: { $why }. Without its { $stream } there is no feedback from { $source }. What to do: { $advice }. It is tried again once a day; everything else goes on.
notice-source-broken = *{ $source }*: its { $stream } are not read any further today, because going on could lose feedback or never end ({ $why }). It is tried again tomorrow. Please tell Voxpop's developers if it stays so.
notice-source-history = *{ $source }*: the history of its { $stream } is not read further back for today ({ $why }). What is new is read all the same. It is tried again tomorrow.
notice-source-address = *{ $source }*: { $why }. What to do: { $where }. It is tried again once a day; everything else goes on.
notice-source-account = *{ $source }* is not read: { $why }. Nothing was mixed and nothing is lost; everything else goes on.
notice-source-failing = *{ $source }* could not be read for almost an hour ({ $why }). It is tried again every 15 minutes; until then the digest says that { $source } is stale. `voxpop doctor` says more.
notice-source-key = *{ $source }* is not read: its credentials cannot be read with this SECRET_KEY. What to do: type `/voice sources` and connect it again, or set the former SECRET_KEY. Nothing is lost; everything else goes on.
notice-source-again = *{ $source }* works again: everything needed was read to its end.
notice-source-advice = { $origin ->
    [slack] { $name ->
        [zendesk] make a new API token as a Zendesk admin (Admin Center, Apps and integrations, APIs), type `/voice sources` and choose *New credentials*
       *[other] type `/voice sources` and choose *New credentials*
    }
   *[environment] { $name ->
        [zendesk] as a Zendesk admin make a new API token (Admin Center, Apps and integrations, APIs), set ZENDESK_EMAIL and ZENDESK_API_TOKEN, and start Voxpop again
       *[other] run `voxpop doctor`, and set new credentials
    }
}
notice-source-where = { $origin ->
    [slack] { $name ->
        [zendesk] type `/voice sources`, choose *New credentials* and check the account, it is what stands before .zendesk.com
       *[other] type `/voice sources` and check the account
    }
   *[environment] { $name ->
        [zendesk] check ZENDESK_SUBDOMAIN, it is what stands before .zendesk.com
       *[other] run `voxpop doctor`, and check the address in the settings
    }
}
notice-win = A win could not be posted in its channel ({ $code }). What to do: { $advice }. Then look into the channel: if it is not there, a curator takes it back and approves it again.
notice-win-stands = A service win was taken back or changed, and Voxpop cannot correct its message in <#{ $channel }> ({ $code }). It may still stand there as it was, names included. { $kind ->
    [digest] Please look there. Where the message stands can be told with `voxpop digest resolve`, then Voxpop corrects it; or delete it by hand.
   *[other] Please look there, and delete it by hand.
} If Slack refuses: { $advice }.
notice-message-stands = Something was taken out of a digest or corrected, and Voxpop cannot correct its message in <#{ $channel }> ({ $code }). It may still stand there as before. Please look, and delete the message by hand if it must not stay. If Slack refuses: { $advice }. Voxpop goes on trying.
notice-wins-wait = Service wins are waiting: Slack refuses what they need ({ $code }). What to do: { $advice }. Then they go on by themselves.
notice-setup = The settings of <#{ $channel }> changed in a way that lowers protection, and Voxpop could not tell the channel ({ $code }). Please tell them. What to do: { $advice }.
