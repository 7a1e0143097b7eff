# Sources: how they stand, the form that connects one, what admins can do with them.

source-title = Sources of feedback
source-not-yours = Only admins can do that. Nothing was changed.
source-head = *{ $source }*: { $origin ->
        [environment] set in the environment, so it is read-only here
        [slack] connected in Slack
       *[nowhere] not connected
    }
source-account = Account: { $account }
source-state = { $state ->
        [fresh] Up to date. Last read to its end: { $at }.
        [stale] Stale. Last read to its end: { $at }.
        [reading] Being read for the first time.
        [paused] Paused: nothing new is read. Last read to its end: { $at }.
       *[paused-never] Paused: nothing was read to its end yet.
    }
source-records = { $records ->
        [0] No records yet
        [one] 1 record
       *[other] { $records } records
    }
source-off = Left alone for now, and tried again once a day: { $streams }
source-stream = { $part ->
        [history] the history of { $name ->
            [tickets] tickets
            [ratings] ratings
            [surveys] surveys
           *[other] { $name }
        }
       *[new] { $name ->
            [tickets] tickets
            [ratings] ratings
            [surveys] surveys
           *[other] { $name }
        }
    }
source-wrong = *What is wrong:* { $what }
source-wrong-since = *What is wrong, since { $since }:* { $what }
source-do = *What to do:* { $what }
source-key-first = To connect a source, Voxpop needs a SECRET_KEY of at least 16 characters to encrypt its credentials with. Whoever runs Voxpop makes one with `python -c "import secrets; print(secrets.token_hex(32))"`, puts it into `.env` as SECRET_KEY and starts Voxpop again. Then a button to connect stands here.
source-no-key = Sources cannot be connected here yet: there is no SECRET_KEY of at least 16 characters to encrypt their credentials with. Whoever runs Voxpop makes one with `python -c "import secrets; print(secrets.token_hex(32))"`, puts it into `.env` as SECRET_KEY and starts Voxpop again. Nothing was kept.

## What is wrong, and what to do

source-trouble-credentials = { $source } does not accept the credentials.
source-trouble-role = { $source } does not let this account read what is needed.
source-trouble-address = Nothing answers at the address of this { $source } account.
source-trouble-account = The feedback here is of another { $source } account, and two are never mixed.
source-trouble-key = The credentials cannot be read with this SECRET_KEY.
source-trouble-half = The settings in the environment name only half of the account.
source-trouble-passing = { $source } could not be reached, or did not answer.
source-trouble-busy = { $source } asks Voxpop to wait.
source-trouble-answers = { $source } gives answers that Voxpop cannot follow.
source-trouble-mistake = Voxpop itself made a mistake while reading; its log says where.

source-do-credentials = { $origin ->
        [environment] Set new credentials in the environment and start Voxpop again.
       *[slack] Make a new token in { $source } as an admin, and enter it with "New credentials".
    }
source-do-role = { $origin ->
        [environment] Set a token that belongs to an admin of { $source }, and start Voxpop again.
       *[slack] Make a token as an admin of { $source }, and enter it with "New credentials".
    }
source-do-address = { $origin ->
        [environment] Check the name of the account in the environment.
       *[slack] Check the name of the account with "New credentials".
    }
source-do-account = Connect the former account again, or run Voxpop with another database for this one.
source-do-key = Connect it again with "New credentials", or set the former SECRET_KEY. Nothing is lost.
source-do-half = `voxpop doctor` says which settings are missing.
source-do-passing = Nothing: it is tried again every 15 minutes. If it stays so, look at the network and at the status page of { $source }.
source-do-busy = Nothing: it goes on by itself.
source-do-answers = It is tried again once a day. If it stays so, please tell Voxpop's developers.
source-do-mistake = It is tried again every 15 minutes. If it stays so, please tell Voxpop's developers.

## Buttons

source-connect = Connect
source-connect-label = Connect { $source }
source-credentials = New credentials
source-credentials-label = Enter new credentials for { $source }
source-pause = Pause
source-pause-label = Pause { $source }
source-pause-title = Pause this source?
source-pause-sure = Nothing new is read until somebody resumes it. What is here stays; digests say that the source is stale.
source-resume = Resume
source-resume-label = Resume { $source }
source-resync = Read again …
source-resync-label = Read { $source } again from a date
source-disconnect = Disconnect …
source-disconnect-label = Disconnect { $source }

## Forms

source-form-title = Connect a source
source-form-submit = Check and connect
source-form-hint = *{ $source }.* What you enter is tried once before it is kept. Tokens are encrypted and never shown again. Nothing is ever written to { $source }. Agree it with your works council and your data protection officer before you connect.
source-form-problem = *Not connected.* { $what } Tokens have to be entered again.
source-form-checking = Asking { $source } whether it knows these credentials … This takes a few seconds. You may close this; you are told either way.
source-form-connected = *{ $source } is connected.* The last weeks are read now, then the history, the newest first. `/voice sources` shows how it goes.
source-title-short = Sources
source-needed = This is needed.
source-odd-secret = This does not look like a token: it has blanks or other characters in it that no token has. Copy it once more.
source-faster = Somebody else changed this source just now, so nothing of yours was kept. `/voice sources` shows how it is.
source-gone = This source is not connected any more. `/voice sources` shows how it is.
source-in-environment = This source is set in the environment, which wins. It is changed there, not here.
source-future = Choose a day that is over.
source-form-credentials = { $source } does not accept these credentials. Is the mail address that of the person who made the token, and is the token copied whole?
source-form-role = { $source } knows these credentials and does not let them read what is needed. The token has to belong to an admin.
source-form-address = There is no { $source } account { $account }, or it answers elsewhere. Please check its name.
source-form-account = The feedback here is of the { $source } account { $known }. Two accounts are never mixed in one database: connect { $known } again, or run Voxpop with another database for { $account }.
source-form-passing = { $source } could not be reached, or did not answer in time. Please check the account's name and try again in a few minutes.
source-form-busy = { $source } asks to wait before it is asked again. Please try again in a few minutes.
source-form-answers = { $source } gave an answer that Voxpop cannot follow. Please check the account's name.
source-resync-title = Read again
source-resync-submit = Read again
source-resync-hint = *{ $source }.* Everything that changed since this day is read once more, the newest weeks first. What is here already is not kept twice, and what was deleted stays deleted. With much feedback it takes hours; posting waits for nothing of it.
source-resync-since = Read again from
source-disconnect-title = Disconnect a source
source-disconnect-submit = Disconnect
source-disconnect-hint = *Disconnect { $source }?* Its credentials are deleted at once and nothing new is read.
source-disconnect-feedback = What becomes of its feedback?
source-disconnect-keep = It stays
source-disconnect-keep-hint = Digests go on showing weeks that were read whole.
source-disconnect-forget = Delete it as well
source-disconnect-forget-hint = What was posted stays as it is. This cannot be undone.
source-disconnect-making = Disconnecting { $source } …
source-disconnect-done = *{ $source } is disconnected.* Its credentials are deleted; its feedback stays.
source-disconnect-forgotten = *{ $source } is disconnected.* Its credentials are deleted, and { $records ->
        [one] 1 record
       *[other] { $records } records
    } with it.
source-resync-done = *{ $source } is read again from { $day } on.* `/voice sources` shows how it goes.

## Zendesk's form

source-zendesk-subdomain = Account
source-zendesk-subdomain-hint = What stands before .zendesk.com, such as yourcompany.
source-zendesk-subdomain-wrong = This is no account's name; it is what stands before .zendesk.com, such as yourcompany.
source-zendesk-email = Mail address of the admin
source-zendesk-email-hint = The person who made the API token.
source-zendesk-email-wrong = This is no mail address.
source-zendesk-api-token = API token
source-zendesk-api-token-hint = Admin Center, Apps and integrations, APIs. Only admins may export tickets.
source-zendesk-oauth-token = Or an OAuth access token
source-zendesk-oauth-token-hint = With the scope "read", in place of mail address and API token.
source-zendesk-segment-field = Field for segments
source-zendesk-segment-field-hint = The key of the organisation field whose value is shown as the customers' segment, such as plan.
source-zendesk-segment-field-wrong = This is no field's key: it has no blanks, such as plan.
source-zendesk-half = Enter the mail address and the API token, or an OAuth access token.

## In the settings and the audit log

setup-page-sources = Sources
setup-sum-sources = Connect support tools, and see how they are
audit-source-connect = connected the source { $target }
audit-source-credentials = entered new credentials for the source { $target }
audit-source-pause = paused the source { $target }
audit-source-resume = resumed the source { $target }
audit-source-resync = had the source { $target } read again
audit-source-disconnect = disconnected the source { $target }
