# Warum etwas gewählt wurde: ein Satz für jeden Code aus bot/domain/reasons.py.

reason-moved-most = Bewegte sich am stärksten über das übliche Schwanken hinaus, nach Größe gewichtet: { $label }, { $count } diese Woche, { $average } in einer Durchschnittswoche.
reason-also-moved = Bewegte sich ebenfalls über das übliche Schwanken hinaus, aber weniger: { $label }, { $count } diese Woche, { $average } in einer Durchschnittswoche.
reason-complaints-moved = Die Beschwerden bewegten sich, nicht das Thema als Ganzes: { $critical } diese Woche, { $average } in einer Durchschnittswoche.
reason-improving = Es wird besser: weniger Beschwerden oder mehr Lob.
reason-moved-again = { $weeks ->
    [one] Führte letzte Woche und führt wieder, weil es sich erneut bewegte.
   *[other] Führte { $weeks } Wochen in Folge und führt wieder, weil es sich erneut bewegte.
}
reason-largest-persistent = { $weeks ->
    [one] Nichts bewegte sich; das größte Thema, das bleibt, mit { $count } Gesprächen seit { $weeks } Woche.
   *[other] Nichts bewegte sich; das größte Thema, das bleibt, mit { $count } Gesprächen seit { $weeks } Wochen.
}
reason-most-talked-about = { $weeks ->
    [0] Die erste Woche mit Feedback: noch zu früh für Veränderungen.
    [one] Erst { $weeks } frühere Woche mit Feedback: noch zu früh für Veränderungen.
   *[other] Erst { $weeks } frühere Wochen mit Feedback: noch zu früh für Veränderungen.
} Bisher am häufigsten, mit { $count ->
    [one] { $count } Gespräch.
   *[other] { $count } Gesprächen.
}
reason-unowned = Noch ist niemand dafür zuständig.
reason-overdue = Was dazu zugesagt wurde, ist überfällig.

reason-typical-of-theme = Nahe der Mitte dieses Themas: Platz { $rank } von { $of } unter den Stimmen dieser Woche.
reason-typical-of-change = Nahe der Mitte dessen, was mehr ist als üblich: Platz { $rank } von { $of }.
reason-speaks-for-group = Spricht für eine Gruppe von { $size } unter { $of } Stimmen, die weitgehend dasselbe sagen.
reason-critical-voice = Eine kritische Stimme, weil sich das Thema durch seine kritischen Stimmen bewegte.
reason-critical-as-most = Eine kritische Stimme, wie die meisten mit klarer Haltung zu diesem Thema.
reason-complete-sentences = Ganze Sätze, { $words ->
    [one] { $words } Wort.
   *[other] { $words } Wörter.
}
reason-whole-text = Alles, was dieser Kunde schrieb, { $words ->
    [one] { $words } Wort.
   *[other] { $words } Wörter.
}
reason-cut-sentence = Ein langer Satz, gekürzt nach { $words ->
    [one] { $words } Wort.
   *[other] { $words } Wörtern.
}
reason-shorter-than-asked = Keine Stimme von 15 bis 45 Wörtern war zitierbar; diese hat { $words ->
    [one] { $words } Wort.
   *[other] { $words } Wörter.
}
reason-carries-theme-term = Sagt, worum es geht: „{ $term }“.
reason-other-segment-than-last-three = Aus einem anderen Segment oder Bereich als die letzten drei Stimmen.
reason-stands-for-many = { $times ->
    [one] { $times } Kunde schrieb fast dasselbe.
   *[other] { $times } Kunden schrieben fast dasselbe.
}
reason-dissenting = Anderer Meinung als die meisten zu diesem Thema: { $tone ->
    [1] positiv
    [0] neutral
   *[-1] kritisch
}, wo die meisten { $theme_tone ->
    [1] positiv
    [0] neutral
   *[-1] kritisch
} sind.
reason-drawn-blind = { $position ->
    [1] Blind gezogen: die erste in der gezogenen Reihenfolge von { $pool } Stimmen.
   *[other] Blind gezogen: Nummer { $position } in der gezogenen Reihenfolge von { $pool } Stimmen; die davor dürfen nicht zitiert werden.
}
reason-praise = Lob für den Service ohne Beschwerde, bewertet mit { $score } von 1.
