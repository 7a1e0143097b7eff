voice-help =
    *Was `/voice` kann*
    • `/voice vorschau`: der kommende Bericht, nur für Sie sichtbar
    • `/voice hilfe`: diese Liste
voice-unknown = Das kennt `/voice` nicht.
voice-unknown-close = Das kennt `/voice` nicht. Meinten Sie `/voice { $closest }`?
voice-ahead = *{ $title }*: Die nächste Ausgabe handelt von KW { $week } und kommt am { $moment } in { $channel }. Hier ist die letzte abgeschlossene Woche, nur für Sie; es dauert ein paar Sekunden.
voice-ahead-nowhere = *{ $title }*: Die nächste Ausgabe handelt von KW { $week } und kommt am { $moment } und hat noch keinen Kanal (DIGEST_CHANNEL fehlt). Hier ist die letzte abgeschlossene Woche, nur für Sie; es dauert ein paar Sekunden.
voice-sorry = Das hat nicht geklappt, und es liegt an uns. Nichts wurde verändert. Bitte nennen Sie einem Admin das Zeichen { $reference }: Es steht im Protokoll.
voice-sorry-because = Das hat nicht geklappt: { $reason } (Zeichen { $reference })
