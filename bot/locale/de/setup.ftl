# Verwaltung: die Formulare der Einrichtung, wer gefragt wird und davon erfährt, das Protokoll.

setup-title = Voxpop einrichten
setup-loading = Einen Moment …
setup-save = Speichern
setup-open = Öffnen
setup-open-this = Öffnen: { $what }
setup-asked = Das senkt den Schutz und wartet deshalb auf einen zweiten Admin. Die anderen sind privat gefragt; es gilt, sobald jemand von ihnen zustimmt.
setup-by-environment = _In der Umgebung gesetzt und nur dort zu ändern._
setup-only-admins = Voxpop richten nur seine Admins ein: { $admins }. `/voice hilfe` listet auf, was Ihnen offensteht.
setup-no-admin = Voxpop hat noch keinen Admin. Wer diesen Slack-Workspace verwaltet oder besitzt, kann den Anfang machen und gibt `/voice einrichten` ein. Oder wer Voxpop betreibt, trägt eine Nutzer-ID in ADMINS ein.
setup-observer = Ansehen lässt sich hier alles, ändern nichts: Voxpop unter *Apps* öffnen und *Home* wählen.

setup-claim = Voxpop hat noch keinen Admin, und Sie verwalten diesen Slack-Workspace; deshalb können Sie den Anfang machen. Ein Admin wählt Kanäle, Menschen und Regeln und erfährt privat, wenn etwas nicht geht. Weitere lassen sich später benennen, die Aufgabe lässt sich übergeben. Das wird ins Protokoll geschrieben.
setup-claim-label = Der erste Admin
setup-claim-yes = Ja, das übernehme ich
setup-claim-submit = Admin werden

## Die Seite mit allen Einstellungen

setup-hub = Was hier eingestellt wird, gilt sofort, und jede Änderung steht im Protokoll.
setup-page-editions = Ausgaben
setup-page-roles = Redaktion, Admins, Beobachter
setup-page-areas = Bereiche und Leitung
setup-page-themes = Wem Themen gehören
setup-page-promises = Kundenversprechen
setup-page-wins = Glanzleistungen
setup-page-audit = Protokoll
setup-sum-editions = { $count ->
    [0] Noch keine: Hier geht es los.
    [one] 1 Ausgabe
   *[other] { $count } Ausgaben
}
setup-sum-roles = Redaktion { $curators } · Admins { $admins } · Beobachter { $observers }
setup-sum-areas = { $count ->
    [0] Noch keine
    [one] 1 Bereich
   *[other] { $count } Bereiche
}{ $left ->
    [0] {""}
    [one] {" · 1 Leitung ist nicht mehr da"}
   *[other] {" · "}{ $left } Leitungen sind nicht mehr da
}
setup-sum-themes = { $count ->
    [0] Noch gehört kein Thema jemandem
    [one] 1 Thema gehört jemandem
   *[other] { $count } Themen gehören jemandem
}
setup-sum-promises = { $count ->
    [0] Noch keine: drei bis fünf Sätze, auf die sich Kunden verlassen können
    [1] 1 Versprechen; gut sind drei bis fünf
    [2] 2 Versprechen; gut sind drei bis fünf
   *[other] { $count } Versprechen
}
setup-sum-wins = { $where ->
    [none] Noch kein Kanal: Geschichten können nicht gefeiert werden
    [digest] Im wöchentlichen Digest
   *[channel] { $channel }
}
setup-sum-audit = Wer wann was geändert hat
setup-waiting = *Wartet auf einen zweiten Admin:* { $what } _Gewünscht von { $who }, { $day }_
setup-waiting-own = *Wartet auf einen anderen Admin:* { $what } _Ihr Wunsch, { $day }_

## Ausgaben

setup-editions-none = Es gibt noch keine Ausgabe. Eine Ausgabe ist der wöchentliche Digest eines Kanals.
setup-edition-new = Neue Ausgabe
setup-edition-edit = Ändern
setup-edition-pause = Pausieren
setup-edition-resume = Fortsetzen
setup-edition-close = Schließen
setup-edition-close-sure = Sie postet nichts mehr. Was gepostet wurde, bleibt im Kanal, und im Protokoll bleibt, dass es sie gab.
setup-edition-about = *{ $title }* ({ $name })
setup-edition-next = Nächste: { $moment } in { $channel }, über KW { $week }
setup-edition-paused = Pausiert bis { $day }: { $reason }. Danach wieder: { $moment } in { $channel }
setup-edition-nowhere = Kein Kanal eingestellt, also wird nirgends gepostet
setup-edition-off = { $code ->
    [shared] *Aus*: In { $channel } wird zurzeit nichts gepostet.
   *[other] *Aus*: Slack verweigert { $channel } ({ $code }).
} Was zu tun ist: { $advice }
setup-edition-shadow = { $weeks ->
    [one] Die nächste Ausgabe ist ein Probelauf: Sie geht nur an die Redaktion
   *[other] Die nächsten { $weeks } Ausgaben sind Probeläufe: Sie gehen nur an die Redaktion
}
setup-edition-company = Ausgabe für alle: ohne Bitten um eine Entscheidung
setup-edition-title = Neue Ausgabe
setup-edition-change = Ausgabe ändern
setup-edition-name = Titel
setup-edition-name-hint = Steht über jedem Digest, z. B. Stimme der Kunden.
setup-edition-channel = Kanal
setup-edition-channel-hint = Private Kanäle stehen zur Wahl, wenn man selbst darin ist. Voxpop zuerst dorthin einladen: /invite @Voxpop
setup-edition-weekday = Tag
setup-edition-time = Uhrzeit
setup-edition-zone = Zeitzone
setup-edition-zone-hint = Eine Stadt eintippen, z. B. Berlin.
setup-edition-language = Sprache
setup-edition-without = Was weggelassen wird
setup-edition-review = Durchsicht vor dem Posten
setup-edition-review-auto = Wenn eine Redaktion benannt ist
setup-edition-review-on = Immer
setup-edition-review-off = Nie: Es wird von selbst gepostet und um nichts gebeten
setup-edition-away = Wenn bis dahin niemand durchgesehen hat
setup-edition-away-short = Kurzausgabe posten: ohne Bitte, ohne Glanzleistung, ohne Blindziehung
setup-edition-away-full = Ganze Ausgabe posten
setup-edition-away-none = Nichts posten und warnen
setup-edition-holidays = Feiertage
setup-edition-holidays-hint = Fällt der Tag auf einen, kommt der Digest am nächsten Arbeitstag. Ein Land oder eine Region eintippen.
setup-edition-company-label = Für wen
setup-edition-company-no = Für die Leitung: der ganze Digest
setup-edition-company-yes = Für alle im Unternehmen: ohne Bitten
setup-edition-owner = Wer sonst gefragt wird
setup-edition-owner-hint = Wird gefragt, wenn ein Thema niemandem gehört, und sieht jede Bitte privat, bevor sie gepostet wird.
setup-edition-shadow-label = Probeläufe
setup-edition-shadow-skip = Weglassen: ab der ersten Woche in den Kanal posten
setup-edition-shadow-hint = Sonst gehen die ersten zwei Ausgaben nur an die Redaktion.
setup-edition-shared-label = Dieser Kanal wird mit einem anderen Unternehmen geteilt
setup-edition-shared-yes = Es darf lesen, was unsere Kunden sagen
setup-place-good = { $channel }: { $size ->
    [0] Größe nicht bekannt
    [one] 1 Person
   *[other] { $size } Personen
}, { $exact ->
    [no] {"mindestens "}
   *[yes] {""}
}{ $guests ->
    [none] Gäste nicht bekannt
    [0] keine Gäste
    [one] 1 Gast
   *[other] { $guests } Gäste
}. { $kind ->
    [public] Öffentlich: Alle im Unternehmen können ihn lesen.
   *[private] Privat.
}
setup-place-shared = *{ $channel } wird mit einem anderen Unternehmen geteilt*, oder bald.
setup-place-invite = Voxpop ist noch nicht in { $channel } oder kann den Kanal nicht sehen. Dort eintippen: /invite @Voxpop
setup-place-archived = { $channel } ist archiviert; dort lässt sich nichts posten.
setup-pause-title = Ausgabe pausieren
setup-pause-until = Bis
setup-pause-until-hint = Der erste Tag, an dem sie wieder posten darf.
setup-pause-reason = Warum
setup-pause-reason-hint = Steht überall, wo die Pause steht, z. B. Sommerpause.
setup-slot-ledger = Was zugesagt war
setup-slot-movers = Außerdem in Bewegung
setup-slot-blind-draw = Blind gezogen
setup-slot-numbers = Zahlen
setup-slot-wins = Glanzleistungen
setup-slot-offer = Zehn Minuten mit einem Kunden
setup-day-mon = Montag
setup-day-tue = Dienstag
setup-day-wed = Mittwoch
setup-day-thu = Donnerstag
setup-day-fri = Freitag
setup-day-sat = Samstag
setup-day-sun = Sonntag
setup-language-en = Englisch
setup-language-de = Deutsch

## Was den Schutz senkt, und der zweite Admin

setup-lowering-foot = Was den Schutz senkt, wartet auf einen zweiten Admin und wird im Kanal gesagt: keine Durchsicht, ohne sie die ganze Ausgabe, ein geteilter Kanal, eine private Ausgabe, die öffentlich wird, Bitten in einer Ausgabe für alle.
setup-lowering-review-off = sie erscheint künftig ungeprüft
setup-lowering-away-posts = ohne Durchsicht wird die Kurzausgabe gepostet, wo bisher nichts erschien
setup-lowering-away-full = ohne Durchsicht wird die ganze Ausgabe gepostet
setup-lowering-shared-channel = sie geht in einen Kanal, der mit einem anderen Unternehmen geteilt wird
setup-lowering-public-channel = alle im Unternehmen können sie lesen
setup-lowering-asks-in-public = sie bittet die Leitung ab jetzt öffentlich um Entscheidungen
setup-lowering-last-curator = die Redaktion verliert ihre Letzten, Ausgaben erscheinen dann ungeprüft
setup-lowering-observer-gone = ein Beobachter geht
setup-lowering-admin-new = ein weiterer Admin kommt
setup-lowering-admin-gone = ein Admin geht
setup-wanted-edition = *{ $title }* in { $channel }: { $what }.
setup-wanted-role = { $member }: { $what }.
setup-ask = { $who } möchte etwas ändern, das den Schutz senkt, und dafür braucht es zwei Admins. { $what }
setup-ask-fields = Mit geändert: { $fields }.
setup-ask-short = Eine Änderung, die den Schutz senkt, wartet auf einen zweiten Admin: zustimmen oder ablehnen.
setup-ask-foot = Sie gilt, sobald ein anderer Admin zustimmt. Dann erfahren es der Kanal und die Beobachter.
setup-agree = Zustimmen
setup-agree-sure = Die Änderung gilt sofort und wird im Kanal gesagt.
setup-refuse = Ablehnen
setup-withdraw = Zurückziehen
setup-outcome-agreed = Zugestimmt, es gilt jetzt:
setup-outcome-refused = Abgelehnt, nichts wurde geändert:
setup-outcome-withdrawn = Zurückgezogen, nichts wurde geändert:
setup-outcome-stale = Nichts wurde geändert, denn die Einstellungen sind nicht mehr so, wie sie waren, als danach gefragt wurde:
setup-told-channel = Die Einstellungen von Voxpop haben sich hier geändert: { $what }. Zwei Admins haben dem zugestimmt.
setup-told-observer = Zwei Admins haben einer Änderung zugestimmt, die den Schutz senkt. { $what } Sie steht im Protokoll.
setup-alone = Das senkt den Schutz und braucht einen zweiten Admin, den es nicht gibt: { $reason ->
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
}. Nichts wurde geändert. Zuerst einen weiteren Admin benennen (`/voice einrichten`, *Redaktion, Admins, Beobachter*); oder wer Voxpop betreibt, stellt es in der Umgebung ein.

## Redaktion, Admins, Beobachter

setup-roles-title = Rollen
setup-roles-hint = Menschen und ganze Nutzergruppen. Die Redaktion sieht Entwürfe und Glanzleistungen durch; Admins richten Voxpop ein und erfahren, was nicht geht; Beobachter, etwa ein Betriebsrat, sehen Einstellungen, Datenfluss und Protokoll und ändern nichts.
setup-role-curator = Redaktion
setup-role-admin = Admins
setup-role-observer = Beobachter
setup-role-groups = { $role }: Nutzergruppen
setup-role-groups-none = Keine Gruppe
setup-role-environment = _Außerdem in der Umgebung gesetzt und nur dort zu ändern:_ { $who }
setup-roles-foot = Zum Übergeben zuerst den neuen Admin benennen, dann sich selbst herausnehmen. Ein weiterer Admin, oder einer, der geht, braucht die Zustimmung eines zweiten; der zweite überhaupt nicht.

## Bereiche, Themen, Versprechen

setup-areas-none = Noch kein Bereich. Ein Bereich steht für Themen ein: Seine Leitung wird gefragt, ihre Vertretung springt ein.
setup-area-line = *{ $area }* · Leitung { $leader } · Vertretung { $deputy }
setup-area-nobody = niemand
setup-area-left = *{ $who } ist nicht mehr da: bitte jemand anderen benennen.*
setup-area-new = Neuer Bereich
setup-area-edit = Ändern
setup-area-remove = Entfernen
setup-area-remove-sure = Themen, die dazu gehören, verlieren ihren Bereich. Was gepostet wurde, bleibt.
setup-area-title = Bereich
setup-area-name = Name
setup-area-name-hint = So, wie der Digest ihn zeigt, z. B. Lieferung.
setup-area-leader = Leitung
setup-area-deputy = Vertretung
setup-area-deputy-hint = Springt ein, wenn die Leitung nicht da ist.
setup-themes-none = Noch gehört kein Thema jemandem. Dann geht die Bitte an die Person, die in der Ausgabe dafür benannt ist.
setup-theme-line = *{ $theme }* · { $area } · { $owner }
setup-theme-new = Ein Thema zuordnen
setup-theme-remove = Entfernen
setup-theme-title = Wem ein Thema gehört
setup-theme-which = Thema
setup-theme-which-hint = Die der letzten Digests und der Entwürfe.
setup-theme-area = Verantwortlicher Bereich
setup-theme-no-area = Kein Bereich
setup-theme-owner = Wer dafür einsteht
setup-theme-owner-hint = Leer gelassen ist es die Leitung des Bereichs.
setup-promises-title = Kundenversprechen
setup-promises-hint = Drei bis fünf Sätze, auf die sich Kunden verlassen können, etwa „Wir halten Termine“, jeder mit einer Person, die dafür einsteht.
setup-promise-text = Versprechen { $number }
setup-promise-owner = Wer für Versprechen { $number } einsteht

## Glanzleistungen

setup-wins-title = Glanzleistungen
setup-wins-channel = Kanal für Glanzleistungen
setup-wins-channel-hint = Voxpop muss darin sein: /invite @Voxpop
setup-wins-when = Wann eine Geschichte gefeiert wird
setup-wins-when-at-once = Sofort, im Kanal für Glanzleistungen
setup-wins-when-digest = Im wöchentlichen Digest
setup-wins-nudge = Einladung am Mittwoch
setup-wins-nudge-yes = Mittwochs einladen, wenn eine Woche lang niemand erzählt hat
setup-wins-emoji = Reaktion, die das Formular anbietet
setup-wins-emoji-hint = Name eines Emojis, z. B. tada; leer: aus. Dafür braucht es das Ereignis reaction_added: die App neu installieren, nach der Ausgabe von: voxpop manifest --reactions
setup-environment-line = _In der Umgebung gesetzt und nur dort zu ändern:_ { $names }

## Das Protokoll

setup-audit-none = Noch wurde nichts geändert.
setup-audit-line = { $moment } · { $who }: { $what }
setup-audit-older = Ältere
setup-audit-newer = Neuere
setup-audit-send = Die neuesten als Text an mich
setup-audit-all = Alle zeigen
setup-audit-sent = Die neuesten { $count } Einträge als CSV. `voxpop audit export` schreibt alle, als CSV oder JSON.
setup-audit-app = Voxpop selbst
setup-audit-somebody = jemand aus dem Kollegium
audit-first-admin = wurde der erste Admin
audit-edition-make = Ausgabe { $target } angelegt
audit-edition-change = Ausgabe { $target } geändert: { $changed }
audit-edition-pause = Ausgabe { $target } pausiert
audit-edition-resume = Ausgabe { $target } fortgesetzt
audit-edition-close = Ausgabe { $target } geschlossen
audit-edition-shared = für { $target } bestätigt, dass der Kanal mit einem anderen Unternehmen geteilt wird
audit-role-give = { $member } die Rolle { $role } gegeben
audit-role-take = { $member } die Rolle { $role } genommen
audit-change-ask = Änderung { $target } gewünscht, die den Schutz senkt: { $changed }
audit-change-agree = Änderung { $target } zugestimmt
audit-change-refuse = Änderung { $target } abgelehnt
audit-change-withdraw = Änderung { $target } zurückgezogen
audit-change-stale = Änderung { $target } zu spät zugestimmt: nichts geändert
audit-area-set = Bereich { $target } gesetzt
audit-area-remove = Bereich { $target } entfernt
audit-theme-own = gesagt, wem Thema { $target } gehört
audit-theme-disown = Thema { $target } niemandem mehr zugeordnet
audit-theme-rename = Thema { $target } umbenannt
audit-promises-set = die Kundenversprechen geändert
audit-setting-change = die Einstellung { $target } geändert
audit-win-nominate = Glanzleistung { $target } erzählt
audit-win-consent = für Glanzleistung { $target } geantwortet
audit-win-approve = Glanzleistung { $target } freigegeben
audit-win-edit = Glanzleistung { $target } bearbeitet
audit-win-merge = Glanzleistung { $target } zusammengelegt
audit-win-keep = Glanzleistung { $target } aufbewahrt, mit Dank
audit-win-withdraw = Glanzleistung { $target } zurückgezogen
audit-win-take-back = Glanzleistung { $target } zurückgenommen
audit-other = { $action }, { $target } ({ $detail })

## Was nicht geht

setup-faster = Jemand war schneller: Das wurde inzwischen geändert, und nichts wurde überschrieben. Bitte dieses Formular schließen und noch einmal öffnen.
setup-decided = Darüber ist schon entschieden. Dieser Klick hat nichts geändert.
setup-asked-already = Genau das hat ein anderer Admin schon gewünscht, und es wartet auf Sie: Stimmen Sie auf der ersten Seite der Einstellungen zu, oder in der Nachricht dazu.
setup-own-change = Dem eigenen Wunsch muss ein anderer Admin zustimmen.
setup-edition-gone = Diese Ausgabe gibt es nicht mehr.
setup-edition-fixed = Diese Ausgabe ist in der Umgebung gesetzt; ändern kann sie, wer Voxpop betreibt.
setup-no-title = Bitte einen Titel geben.
setup-not-invited = Voxpop ist noch nicht in diesem Kanal oder kann ihn nicht sehen. Dort eintippen: /invite @Voxpop, dann noch einmal speichern.
setup-is-archived = Dieser Kanal ist archiviert. Bitte einen anderen wählen.
setup-company-private = Eine Ausgabe für alle braucht einen öffentlichen Kanal; dieser ist privat.
setup-shared-unconfirmed = Dieser Kanal wird mit einem anderen Unternehmen geteilt. Bitte noch einmal wählen und es darunter bestätigen.
setup-no-zone = Diese Zeitzone ist nicht bekannt.
setup-no-holidays = Diese Feiertage sind nicht bekannt.
setup-until-far = Eine Pause dauert höchstens ein Jahr. Eine Ausgabe, die länger nicht kommen soll, lässt sich schließen.
setup-until-past = Bitte einen Tag wählen, der noch kommt.
setup-no-reason = Bitte in ein, zwei Wörtern sagen, warum.
setup-last-admin = Sie sind der letzte Admin. Bitte zuerst einen anderen benennen, dann sich selbst herausnehmen.
setup-claimed = Voxpop hat inzwischen einen Admin: { $admins }.
setup-not-yours-to-claim = Der erste Admin ist jemand, der diesen Slack-Workspace verwaltet oder besitzt.
setup-area-unnamed = Bitte dem Bereich einen Namen geben.
setup-not-here = Laut Slack ist { $who } ein Bot, aus einem anderen Unternehmen oder nicht mehr hier. Bitte jemand anderen wählen.
setup-area-same = Niemand vertritt sich selbst. Bitte für die Stellvertretung jemand anderen wählen, oder niemanden.
setup-area-taken = Einen Bereich mit diesem Namen gibt es schon.
setup-theme-unknown = Bitte ein Thema wählen.
setup-theme-nobody = Bitte einen Bereich oder eine Person wählen.
setup-promise-unowned = Bitte eine Person wählen, die für dieses Versprechen einsteht.
setup-promise-untold = Bitte das Versprechen schreiben, für das die Person einsteht, oder sie herausnehmen.
setup-emoji-odd = Bitte den Namen eines Emojis schreiben: Buchstaben, Ziffern, - und _, wie in tada.
setup-wins-shared = Dieser Kanal wird mit einem anderen Unternehmen geteilt; wer genannt ist, hat dem unter Kollegen zugestimmt. Bitte einen anderen wählen.
setup-look-only = Das ist für Admins und Beobachter.

## App Home

setup-home = Verwaltung
setup-home-editions-more = { $count ->
    [one] 1 weitere Ausgabe steht in den Einstellungen.
   *[other] { $count } weitere Ausgaben stehen in den Einstellungen.
}
setup-home-waiting = { $count ->
    [one] 1 Änderung wartet
   *[other] { $count } Änderungen warten
} auf einen zweiten Admin: die Einstellungen öffnen.
setup-home-open = Einstellungen öffnen
setup-home-settings = Einstellungen
setup-home-flow = Was mit den Daten geschieht
setup-home-flow-sources = *Sie kommen aus:* { $sources }.
setup-home-flow-none = *Sie kommen* noch nirgends her.
setup-home-flow-kept = *Sie liegen* in der eigenen Datenbank von Voxpop, bis sie löscht, wer Voxpop betreibt. Adressen, Nummern und Namen, die im Eintrag stehen, sind geschwärzt, bevor etwas ausgewertet oder gezeigt wird.
setup-home-flow-goes = *Sie gehen* in die Kanäle oben, als wörtliche Zitate und Zahlen, und privat an die hier Genannten. Nichts geht zurück an das Support-Werkzeug oder an Kunden, und kein anderer Dienst wird gefragt.
setup-home-audit = Wer was geändert hat
