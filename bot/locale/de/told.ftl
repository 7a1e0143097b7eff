# Was Kolleginnen und Kollegen von Kunden erzählen, von Hand eingegeben: gezählt, nie in Anführungszeichen.

source-colleagues = Kolleginnen und Kollegen
method-told = { $count ->
    [one] { $count } Gespräch wurde
   *[other] { $count } Gespräche wurden
} von Kolleginnen und Kollegen aus dem Gedächtnis erzählt: gezählt und nie zitiert.

told-title = Kundenstimme festhalten
told-submit = Festhalten
told-hint = Für alles, was Kundinnen und Kunden dort sagen, wo kein Support-Werkzeug mithört. Es zählt als aus dem Kollegium erzählt und steht nie in Anführungszeichen. Wer es erzählt hat, wird nicht aufbewahrt.
told-said = Was hat die Kundin oder der Kunde gesagt?
told-said-hint = In eigenen Worten. Bitte ohne Namen, auch ohne die von Kolleginnen und Kollegen: Bekannte werden ohnehin entfernt.
told-where = Wo?
told-where-call = In einem Telefonat
told-where-meeting = In einer Besprechung
told-where-message = In einer Nachricht
told-where-visit = Bei einem Besuch
told-where-event = Auf einer Veranstaltung
told-where-other = Anderswo
told-when = Wann?
told-theme = Thema
told-theme-hint = Wird als Schlagwort aufbewahrt; ein Thema, dem die Regeln dieses Schlagwort geben, nimmt es auf. Sonst entscheiden die Worte.
told-segment = Segment
told-segment-hint = Was für Kundschaft, so wie es im Support-Werkzeug heißt; nie ein Name.
told-private = Das stammt aus einem privaten Ort
told-private-yes = Es darf woanders erzählt werden; die Betroffenen wissen davon
told-thanks = Danke. Es zählt von jetzt an, als aus dem Kollegium erzählt.
told-unconfirmed = Eine Nachricht aus einem privaten Ort wird erst aufgenommen, wenn das angekreuzt ist.
told-future = Dieser Tag kommt erst noch.
told-nothing = Bitte erzählen, was die Kundin oder der Kunde gesagt hat.
told-long-ago = Bitte einen Tag der letzten zwei Jahre wählen.
told-already = Diese Nachricht hat schon jemand festgehalten.
