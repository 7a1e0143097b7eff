# Ganze Gespräche, Gründe, weitere Stimmen und Antworten auf eigene Worte: alles nur für die, die fragen.

reading-loading = Einen Moment …
reading-unreadable = Die Datenbank ist gerade beschäftigt. Bitte schließen und es in einer Minute noch einmal versuchen.
reading-not-posted = Das geht, sobald der Digest gepostet ist; in einer Vorschau oder einem Entwurf gibt es noch nichts nachzuschlagen.
reading-not-there = Dieses Zitat steht nicht mehr im Digest.

## Das Menü neben einem Zitat

quote-talk = Ganzes Gespräch
quote-why = Warum dieses Zitat?
quote-not-useful = Nicht hilfreich
quote-hide = Etwas sollte hier nicht stehen

## Ein ganzes Gespräch

talk-title = Ganzes Gespräch
talk-read = Ganzes Gespräch
talk-read-label = Ganzes Gespräch: { $said }
talk-head = { $count ->
    [one] { $count } Nachricht
   *[other] { $count } Nachrichten
} aus { $source }, die älteste zuerst. Namen, Adressen und Nummern sind entfernt.
talk-by-customer = Kundin oder Kunde
talk-by-colleague = Weitererzählt aus dem Kollegium
talk-rated = Bewertung { $value } auf { $scale }
talk-earlier = Frühere
talk-later = Spätere
talk-page = Seite { $page } von { $pages }
talk-record = Eintrag öffnen
talk-record-label = Den Eintrag im Support-Werkzeug öffnen; dafür braucht es dort einen Zugang
talk-foot = Aufbewahrt wird nur, was Kundinnen und Kunden geschrieben haben; Antworten des Teams stehen im Support-Werkzeug. Nichts von hier erreicht sie.
talk-gone = Dieses Gespräch gibt es hier nicht mehr: Es wurde an seiner Quelle entfernt, oder seine Zeit war um.
talk-unshown-auto-reply = Eine automatische Antwort, nicht gezeigt.
talk-unshown-spam = Als Spam erkannt, nicht gezeigt.
talk-unshown-doubt = Nicht gezeigt: Es könnten noch persönliche Angaben darin stehen. Gezählt wird es, zitiert nie.
talk-unshown-sensitive = Nicht gezeigt: Es berührt eine besondere Kategorie wie Gesundheit. Gezählt wird es, zitiert nie.
talk-unshown-do-not-feature = Nicht gezeigt: Es soll nicht verwendet werden. Gezählt wird es, zitiert nie.
talk-unshown-excluded = Nicht gezeigt: Die Regeln lassen es aus.
talk-unshown-all-excluded = Die Regeln dieses Workspace lassen dieses Gespräch aus; sein Wortlaut wird nicht gezeigt.
talk-unshown-all-do-not-feature = Dieses Gespräch soll nicht verwendet werden, darum wird sein Wortlaut nicht gezeigt. Gezählt wird es, zitiert nie.
talk-unshown-all-sensitive = Dieses Gespräch berührt eine besondere Kategorie (Gesundheit, Religion, Gewerkschaft, Sexualität, Minderjährige), darum wird sein Wortlaut nicht gezeigt. Gezählt wird es, zitiert nie.
talk-unshown-all-doubt = Der Wortlaut wird nicht gezeigt.
talk-unshown-all-auto-reply = Der Wortlaut wird nicht gezeigt.
talk-unshown-all-spam = Der Wortlaut wird nicht gezeigt.

## Warum, weitere, nicht hilfreich

why-title = Warum dieses Zitat?
why-none = Ein Mensch hat es ausgewählt.
why-record = Eintrag { $record }, Zeichen { $start } bis { $end } des geschwärzten Textes, maschinell kopiert.
why-rules = Regeln { $rules } · Ziehung { $seed }
more-voices = Weitere Stimmen zum Thema
more-voices-label = Weitere Stimmen zum Thema: { $theme }
more-title = Weitere Stimmen
more-head = { $count ->
    [one] Eine weitere Stimme
   *[other] { $count } weitere Stimmen
} aus dieser Woche, nur für Sie sichtbar. Keine zwei gleichen sich, und keine davon steht im Digest.
more-none = Jede Stimme zu diesem Thema, die zitiert werden darf, steht schon im Digest oder sagt fast dasselbe wie eine von dort.
not-useful-thanks = Danke. Die Redaktion erfährt, dass jemand dieses Zitat nicht hilfreich fand. Ihr Name geht nicht mit und wird nirgends aufbewahrt.
not-useful-told = Jemand fand ein Zitat aus KW { $week } nicht hilfreich ({ $theme }):
not-useful-foot = Einmal je Zitat gesagt, ohne Namen und ohne Zählung.

## /voice über

about-looking = Wird gesucht. Die Antwort erscheint gleich hier, nur für Sie sichtbar.
about-usage = Bitte sagen, worum es gehen soll, in eigenen Worten: `/voice über verspätete Erstattungen`.
about-title = Zu „{ $question }“
about-count = Etwa { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
} von { $of } seit dem { $since }, { $share }.
about-weeks = { $label }: letzte Woche { $last }, in der Woche davor { $before }, in einer üblichen Woche { $usual }.
about-early = Zu wenige Wochen, um zu sagen, ob das üblich ist.
about-none = Keine Stimmen zu „{ $question }“ seit dem { $since }.
about-named = Nach Namen von Menschen wird nicht gesucht.
about-denominator = 1 von { $of } gefundenen
about-no-quote = Keine davon darf zitiert werden.
about-foot = Gefunden nach Bedeutung und nach Wörtern, in geschwärztem Text. Von dieser Suche wird nichts aufbewahrt; nur Sie sehen das.

## Eine Stimme zum Anheften

pin-title = Stimme suchen
pin-submit = Suchen
pin-words = Worum soll es gehen?
pin-hint = Beliebige Worte, deutsch oder englisch. Gesucht wird nur in der Woche des Entwurfs, bei den Themen, die er zeigt, und nicht unter dem, was dort schon steht.
pin-none = Keine Stimme dieser Woche dazu darf zitiert werden. Andere Worte finden vielleicht eine.
pin-head = Zu „{ $question }“, das Nächste zuerst:
pin-this = Diese Stimme anheften
pin-this-label = Diese Stimme anheften: { $said }
pin-done = Angeheftet. Die Stimme steht jetzt im Entwurf.
pin-curators-only = Stimmen anheften kann nur die Redaktion.
pin-no-draft = Diesen Entwurf gibt es nicht mehr.
pin-changed = Was aus diesem Gespräch zitiert werden darf, hat sich geändert; bitte noch einmal suchen.
