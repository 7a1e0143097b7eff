# Der wöchentliche Digest: Hauptnachricht und Thread. Schlüssel und Variablen sind in jeder Sprache dieselben.

digest-title = Stimme der Kunden
week-label = KW { $number }
facts-conversations = { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
}
list-more = +{ $count }
name-count = { $name } { $count }

## Befund: was sich geändert hat, in höchstens 25 Wörtern; nie eine Ursache.

verdict-rose = { $theme }: { $what ->
    [complaints] Beschwerden
   *[conversations] Gespräche
} stiegen auf { $count }, nach { $previous } in der Vorwoche; üblich sind { $usual }.
verdict-high = { $theme }: mit { $count } weiterhin viele { $what ->
    [complaints] Beschwerden
   *[conversations] Gespräche
}, nach { $previous } in der Vorwoche; üblich sind { $usual }.
verdict-fell = { $theme }: { $what ->
    [complaints] Beschwerden
   *[conversations] Gespräche
} sanken auf { $count }, nach { $previous } in der Vorwoche; üblich sind { $usual }.
verdict-low = { $theme }: mit { $count } weiterhin wenige { $what ->
    [complaints] Beschwerden
   *[conversations] Gespräche
}, nach { $previous } in der Vorwoche; üblich sind { $usual }.
verdict-new = Neu: { $theme }, { $what ->
    [complaints] { $count ->
        [one] { $count } Beschwerde
       *[other] { $count } Beschwerden
    }
   *[conversations] { $count ->
        [one] { $count } Gespräch
       *[other] { $count } Gespräche
    }
} in dieser Woche, { $previous ->
    [0] keine
   *[other] { $previous }
} in der Vorwoche.
verdict-unmoved = { $theme }: { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
}, nach { $previous } in der Vorwoche; üblich sind { $usual }.
verdict-persistent = Nichts bewegte sich über das Übliche hinaus; { $theme }: { $nth } Woche, { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
}{ $why ->
    [unowned] , noch niemand zuständig
    [overdue] ; das Zugesagte ist überfällig
   *[other] { "" }
}.
verdict-quiet = Eine ruhige Woche: Nichts bewegte sich über das Übliche hinaus.
verdict-early = Noch zu früh für Veränderungen; am häufigsten: { $theme }, { $count } von { $of ->
    [one] { $of } Gespräch
   *[other] { $of } Gesprächen
}.
verdict-early-alone = Noch zu früh für Veränderungen: Es gibt zu wenige Wochen zum Vergleich.
verdict-empty = In dieser Woche kam kein Feedback an.
verdict-unheard = { $count ->
    [one] { $count } Gespräch kam
   *[other] { $count } Gespräche kamen
} an; keines enthielt Worte, die zählen.
usual-about = etwa { $number }
usual-hardly-any = kaum welche

## Stimme der Woche, außerdem in Bewegung, Blindziehung

voice-title = Stimme der Woche
theme-title = Thema der Woche
voice-denominator = 1 von { $of } zu diesem Thema
nth-week = { $nth } Woche
theme-denominator = { $of } von { $conversations ->
    [one] { $conversations } Gespräch
   *[other] { $conversations } Gesprächen
}, { $share }
last-week = Vorwoche { $previous }
average-week = 4-Wochen-Schnitt { $average }
complaints = { $count ->
    [one] { $count } Beschwerde
   *[other] { $count } Beschwerden
}
moving-line = { $theme } { $label }: { $count }, Vorwoche { $previous }
usually = üblich { $usual }
area-owned = Bereich: { $area }
area-unowned = Bereich: { $area }, noch niemand zuständig
owner-known = Zuständigkeit geklärt
owner-none = Noch niemand zuständig
times = ×{ $times } fast gleich
improving = es wird besser
moving-title = Außerdem in Bewegung
talked-title = Außerdem im Gespräch
draw-title = Blind gezogen
draw-pool = zufällig aus { $pool ->
    [one] { $pool } Stimme
   *[other] { $pool } Stimmen
}
draw-denominator = { $theme }: 1 von { $of }
draw-denominator-week = 1 von { $conversations ->
    [one] { $conversations } Gespräch
   *[other] { $conversations } Gesprächen
}

label-new = { $by ->
    [critical] Beschwerden neu
   *[all] neu
}
label-rising = { $by ->
    [critical] ↗ Beschwerden steigen
   *[all] ↗ steigt
}
label-persistent = kommt immer wieder
label-fading = { $by ->
    [critical] ↘ Beschwerden lassen nach
   *[all] ↘ lässt nach
}
label-steady = wie üblich

kind-conversation = Gespräch
kind-review = Rezension
kind-rating = Kommentar zu einer Bewertung
kind-told = weitererzählt aus dem Kollegium

slot-voice = Stimme der Woche
slot-blind-draw = Blind gezogen
slot-verbatim = Aus dem Thread
slot-dissent = Andere Sicht
slot-praise = Lob

## Bitte und Fußzeile

ask-title = Eine Bitte
ask-none = Diese Woche ist keine Entscheidung nötig.
footer-fresh = Aktuell: { $sources } ({ $moment }).
footer-fresh-untimed = Aktuell: { $sources }.
footer-stale = Veraltet: { $source } (seit { $moment }{ $counted ->
    [no] , nicht mitgezählt
   *[yes] { "" }
}).
footer-stale-untimed = Veraltet: { $source } (nie abgeglichen).
footer-stale-more = +{ $count } veraltet.
footer-left-out = Nicht dabei: { $count } von { $of } ({ $reasons }).
footer-left-out-none = Nichts wurde weggelassen.
footer-in-thread = { $count } weitere im Thread.
footer-always = Unbearbeitet. Antworten erreichen nie die Kunden.

left-out-no-words = { $count } ohne Worte
left-out-auto-reply = { $count ->
    [one] { $count } automatische Antwort
   *[other] { $count } automatische Antworten
}
left-out-spam = { $count } Spam
left-out-empty-thanks = { $count ->
    [one] { $count } bloßer Dank
   *[other] { $count } bloße Danksagungen
}
left-out-excluded = { $count } per Regel ausgenommen

## Thread

thread-quotes-none = Diese Woche lässt sich zu diesem Thema keine Stimme zitieren.
thread-quotes-alike = { $count ->
    [one] Die einzige Stimme zu diesem Thema steht oben.
   *[other] Alle { $count } sagen fast dasselbe; es steht oben.
}
thread-quotes-above = Außer der Stimme oben lässt sich diese Woche zu diesem Thema keine zitieren.
thread-not-shown = +{ $count } nicht gezeigt
thread-another-view = Andere Sicht
dropped-title = Was oben keinen Platz fand
method-title = Wie dieser Digest entstand
method-counted = { $days }, Zeitzone { $timezone }: { $conversations ->
    [one] { $conversations } Gespräch
   *[other] { $conversations } Gespräche
} ({ $sources }). { $eligible ->
    [0] Keines davon zählt zu Themen.
    [one] { $eligible } davon zählt zu Themen.
   *[other] { $eligible } davon zählen zu Themen.
}
method-counted-none = { $days }, Zeitzone { $timezone }: keine Gespräche.
method-themes = Jedes gezählte Gespräch gehört zu genau einem Thema: { $themes }.
method-told-otherwise = { $theme }: Im Digest der Vorwoche standen { $told } { $what ->
    [complaints] Beschwerden
   *[conversations] Gespräche
}, hier stehen für dieselbe Woche { $previous }. Seither wurden Themen neu gruppiert, oder Feedback kam später an; die Zahl der Vorwoche folgt der heutigen Gruppierung.
method-labels = „Steigt“ und „lässt nach“ heißt: eine größere Veränderung gegenüber den letzten Wochen, als der Zufall erklärt, für alle Themen gemeinsam beurteilt. Fast gleiche Nachrichten sind eine Stimme.
method-quotes = Zitate sind Buchstabe für Buchstabe aus Feedback übernommen, aus dem Personenbezogenes entfernt wurde; niemand formuliert sie um. Sie werden jede Woche nach denselben Regeln gewählt.
method-numbers = Die Zahlen vergleichen die letzten 28 Tage mit den 28 Tagen davor; ein Pfeil steht nur dort, wo die Veränderung größer ist als ihre Unsicherheit.
method-numbers-alone = Die Zahlen gelten für die letzten 28 Tage; aus den 28 Tagen davor gibt es zu wenige Antworten für einen Vergleich.
method-draw = Die Blindziehung: { $pool } Stimmen in fester Reihenfolge, gezogen mit dem Startwert { $seed }; Fingerabdruck der Menge { $fingerprint }.
method-no-draw = Keine Blindziehung.
method-versions = { $rules ->
    [none] Ohne Regeldatei
   *[other] Regelversion { $rules }
}, Startwert { $seed }.

## Terminal und Zusammenfassung

summary-title = { $title }, { $week } ({ $days }).
summary-numbers = Zahlen: { $numbers }.
