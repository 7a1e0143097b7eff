# Die Seite, die einen Digest außerhalb von Slack zeigt.

page-why = Warum diese Auswahl
page-weeks = Wochen
page-previous = Früher
page-next = Später
page-app = App
page-in-channel = Im Kanal
page-in-thread = { $count ->
    [one] Im Thread, { $count } Antwort
   *[other] Im Thread, { $count } Antworten
}
page-why-theme = Warum dieses Thema
page-why-quotes = Warum diese Worte
page-why-intro = Jede Auswahl folgt festen Regeln und nennt sie. Zitate sind wörtlich: Datensatz und Stelle stehen jeweils darunter.
page-why-none = Diese Woche wurde kein Thema und keine Stimme ausgewählt.
page-record = { $source }, { $kind } { $id }, Zeichen { $start } bis { $end }
page-jump = Warum dieses Zitat
page-skip = Zum Digest
page-footnote = Gezeichnet aus genau den Blöcken, die Slack bekommt. Nichts auf dieser Seite lädt etwas nach oder führt ein Skript aus.
page-no-digest = Es gibt noch keinen Digest.
