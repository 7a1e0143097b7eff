voice-help =
    *What `/voice` can do*
    • `/voice preview`: the coming digest, shown to you alone
    • `/voice help`: this list
voice-unknown = That is not something `/voice` knows.
voice-unknown-close = That is not something `/voice` knows. Did you mean `/voice { $closest }`?
voice-ahead = *{ $title }*: the next edition covers week { $week } and comes on { $moment } to { $channel }. Here is the last week that has ended, for you alone; it takes a few seconds.
voice-ahead-nowhere = *{ $title }*: the next edition covers week { $week } and comes on { $moment } and no channel is set for it yet (DIGEST_CHANNEL). Here is the last week that has ended, for you alone; it takes a few seconds.
voice-sorry = That did not work, and it is our fault. Nothing was changed. Please tell an admin the reference { $reference }: it is in the log.
voice-sorry-because = That did not work: { $reason } (reference { $reference })
