voice-help = { "*" }What you can do with `/voice`*
voice-help-preview = `/voice preview`: the coming digest, shown to you alone; with an edition's name, that one's
voice-help-about = `/voice about late refunds`: what customers said about it, in any words, for you alone
voice-help-add = `/voice add`: save what a customer said where no support tool listens
voice-help-setup = `/voice setup`: channels, people, rules and the audit log
voice-help-correct = `/voice correct`: correct a posted digest
voice-help-sources = `/voice sources`: how each source of feedback is, to connect, pause and end it
voice-help-help = `/voice help`: this list
voice-unknown = That is not something `/voice` knows.
voice-unknown-close = That is not something `/voice` knows. Did you mean `/voice { $closest }`?
voice-making = The coming digest is being made. It appears here in a moment, for you alone.
voice-another-team = This app belongs to another Slack workspace; nothing of it is shown here.
voice-ahead =
    { $where ->
        [nowhere] *{ $title }*: the next digest is due on { $moment } and covers week { $week }, but no channel is set for it yet (`/voice setup`).
       *[somewhere] *{ $title }*: the next digest comes on { $moment } to { $channel } and covers week { $week }.
    }
voice-shown-coming = This is what it would say now; only you can see it.
voice-shown-last = That week is not over yet, so this is week { $week }, the last one that is; only you can see it.
voice-sorry = That did not work, and it is our fault. It may be done all the same: please look before you try again. Tell an admin the reference { $reference }: it is in the log.
voice-sorry-because = That did not work: { $reason } (reference { $reference })
command-unknown = Voxpop does not know this command. `/voice help` lists what it can do.
button-unknown = This button does nothing any more; Voxpop has changed since it was posted.
form-changed = The form changed while you chose something in it, so it may not show what belongs to that. Please choose once more.
form-unknown = This form belongs to another version of Voxpop, and nothing of it was kept. Please copy what you wrote, close it and open it again.
form-said = Voxpop
form-expired = Slack waited too long, so the form did not open. Please try again.
voice-preview-none = There is no edition that you could see. Its channel's members can; or ask an admin.
voice-preview-which = There is no such edition. Those that you can see: { $names }
