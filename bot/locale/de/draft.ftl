# Der Entwurf der Redaktion: was der Digest über seine Bearbeitung sagt.

draft-verdict-quiet-held = Abgesehen von { $count ->
    [one] dem zurückgehaltenen Thema
   *[other] { $count } zurückgehaltenen Themen
} bewegte sich nichts über das Übliche hinaus.
draft-verdict-persistent-held = Abgesehen von Zurückgehaltenem bewegte sich nichts; { $theme }: { $nth } Woche, { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
}{ $why ->
    [unowned] , noch niemand zuständig
    [overdue] ; das Zugesagte ist überfällig
   *[other] { "" }
}.
draft-footer-short = Kurzausgabe: Niemand hat sie rechtzeitig freigegeben, deshalb ohne Bitte, ohne Glanzleistung und ohne Blindziehung.
draft-wording-gone = :warning: Der umformulierte Befund passt nicht mehr zum Thema oder zu den Zahlen: Es gilt wieder der Satz der App. Bei Bedarf bitte neu formulieren.
draft-footer-answered = Kurzausgabe: Niemand hat sie rechtzeitig freigegeben, deshalb ohne Glanzleistung und ohne Blindziehung. Die Bitte war vorher beantwortet.
draft-footer-edited = Bearbeitet von { $names }.
draft-footer-held = { $count ->
    [one] { $count } Thema zurückgehalten.
   *[other] { $count } Themen zurückgehalten.
}
draft-footer-replies = Antworten erreichen nie die Kunden.
draft-held-name = zurückgehalten
draft-method-passed = { $count ->
    [one] Eine zuvor gezogene Stimme wurde bei der Durchsicht herausgenommen;
   *[other] { $count } zuvor gezogene Stimmen wurden bei der Durchsicht herausgenommen;
} gezeigt wird die nächste in derselben Reihenfolge.

## Die Nachricht zur Durchsicht

draft-somebody = jemand aus der Redaktion
draft-title = Entwurf: { $title }, KW { $week }
draft-where-shadow = die Redaktion allein (ein Probelauf)
draft-standing-open = Geht am { $moment } an { $where }. Freigeben oder unten Platz für Platz ändern; zehn Minuten genügen.
draft-standing-approved = *Freigegeben* von { $by }. Geht am { $moment } an { $where }; bis dahin lässt sich noch etwas ändern.
draft-standing-held = *Angehalten* von { $by }. Sollte am { $moment } an { $where } gehen und geht nicht, bis jemand freigibt.
draft-standing-posted = *Veröffentlicht*, in { $where }. Was jetzt noch berichtigt wird, sagt, dass es eine Berichtigung ist.
draft-standing-paused = *Pausiert* bis { $until }: Vorher geht nichts an { $where }, und diese Woche entfällt. *Jetzt senden* veröffentlicht sie trotzdem.
draft-standing-off = *Gestoppt*: An { $where } kann gerade nichts gehen. Die Admins wissen, warum; ist das behoben, geht es von selbst weiter.
draft-standing-shadow = *Probelauf vorbei.* Der Digest ging an die Redaktion allein.
draft-standing-passed = *Nicht veröffentlicht.* Die Zeit dafür ist vorbei.
draft-away-short = Entscheidet bis dahin niemand, erscheint die Kurzausgabe: ohne Bitte, ohne Glanzleistung, ohne Blindziehung.
draft-away-full = Entscheidet bis dahin niemand, erscheint der Digest so, wie er hier steht.
draft-away-none = Entscheidet bis dahin niemand, erscheint nichts; Redaktion und Admins erfahren es.
draft-late = Es ist weniger Zeit als sonst: Früher ging es nicht, weil die Woche gerade erst endete oder Voxpop nicht lief.
draft-holder = { $name } ist dran.
draft-holder-none = Noch ist niemand dran.
draft-edited = Bisher geändert: { $edits }.
draft-edits-more = { $count } frühere
draft-since = { $count ->
    [one] +{ $count } Gespräch
   *[other] +{ $count } Gespräche
} dieser Woche kamen seit dem Entwurf an. Sie sind nicht in den Zahlen; seither Gelöschtes oder Ausgenommenes wird nicht zitiert.
draft-change = Was soll anders sein?
draft-small = Vorsicht: Dieses Zitat stammt aus einem kleinen Team; im Kollegium könnte erkennbar sein, um wen es geht.
draft-small-thread = Vorsicht: Eine Stimme im Thread stammt aus einem kleinen Team; im Kollegium könnte erkennbar sein, um wen es geht.

draft-approve = Freigeben
draft-hold = Anhalten
draft-send = Jetzt senden
draft-send-sure = Der Digest erscheint sofort, so wie er hier steht.
draft-send-sure-shadow = Der Digest geht sofort und so, wie er hier steht, an die Redaktion allein: Es ist ein Probelauf.
draft-take = Ich bin dran
draft-preview = Vorschau für mich
draft-undo = Letzte Änderung zurück
draft-verbatims = Stimmen im Thread

draft-slot-verdict = *Befund*
draft-slot-voice = *Stimme der Woche*
draft-slot-theme = *Thema:* { $theme }
draft-slot-draw = *Blind gezogen*
draft-slot-numbers = *Zahlen*
draft-slot-win = *Glanzleistung*
draft-do-reword = Anders formulieren
draft-do-swap = Tauschen
draft-do-drop-voice = Weglassen
draft-do-rename = Umbenennen
draft-do-merge = Anderes Thema dazunehmen
draft-do-hold = Zurückhalten
draft-do-drop-theme = Weglassen
draft-do-drop-draw = Weglassen, nächste ziehen
draft-do-drop-numbers = Weglassen
draft-do-drop-win = Für die nächste Ausgabe lassen

draft-edit-swap-voice = Stimme getauscht
draft-edit-drop-voice = Stimme weggelassen
draft-edit-drop-theme = Thema weggelassen
draft-edit-drop-draw = nächste Stimme gezogen
draft-edit-drop-verbatim = Stimme im Thread weggelassen
draft-edit-drop-numbers = Zahlen weggelassen
draft-edit-drop-win = Glanzleistung für die nächste Ausgabe gelassen
draft-edit-merge-themes = Themen zusammengelegt
draft-edit-rename-theme = Thema umbenannt
draft-edit-hold-theme = Thema zurückgehalten
draft-edit-reword = Befund anders formuliert
draft-edit-pin-voice = Stimme festgelegt
draft-edit-set-ask = Bitte geändert
draft-edit-set-offer = Kontaktangebot geändert

## Formulare

draft-form-title = Entwurf ändern
draft-do-it = Ändern
draft-choose = Auswählen
draft-why = Warum?
draft-why-hint = Es steht mit Ihrem Namen im Protokoll.
draft-why-better = Eine andere passt besser
draft-why-not-typical = Nicht typisch
draft-why-recognisable = Jemand könnte erkennbar sein
draft-why-sensitive = Heikel
draft-why-unclear = Unklar
draft-why-same = Es ist dasselbe
draft-why-known = Bekannt und nichts Neues
draft-why-being-checked = Wird noch geprüft
draft-why-other = Ein anderer Grund
draft-about-hold = Der Entwurf wird angehalten: Nichts erscheint, bis jemand freigibt. Redaktion und Admins erfahren es, wenn er fällig wäre.
draft-about-drop-voice = Das Thema steht ohne Stimme; seine Stimmen im Thread bleiben.
draft-about-drop-theme = Das Thema steht nicht neben dem ersten; das nächste in Bewegung nimmt seinen Platz ein.
draft-about-drop-draw = Gezogen wird die nächste Stimme in derselben Reihenfolge. Der Thread sagt, dass eine herausgenommen wurde.
draft-about-drop-numbers = Die Zahlen fehlen in dieser Ausgabe.
draft-about-drop-win = Die Glanzleistung wartet auf die nächste Ausgabe.
draft-about-hold-theme = Von diesem Thema wird nichts gezeigt, auch nicht sein Name. In der Fußzeile steht, dass ein Thema zurückgehalten wurde. Steht es vorn, rückt das nächste nach denselben Regeln nach.
draft-voice = Stimme { $number }
draft-voice-option = { $number } · { $words }
draft-choose-voice = Welche Stimme soll sprechen?
draft-no-other-voice = Keine andere Stimme zu diesem Thema darf diese Woche zitiert werden.
draft-reword-label = Der Befund in Ihren Worten
draft-reword-hint = Höchstens 25 Wörter. Jede Zahl wird mit den Daten verglichen. Leer lassen, um zum Satz oben zurückzukehren.
draft-reword-made = Aus den Daten: { $sentence }
draft-rename-label = Name des Themas
draft-rename-hint = Er gilt auch für kommende Wochen.
draft-merge-label = Welches Thema gehört zu „{ $theme }“?
draft-merge-hint = Seine Gespräche zählen in dieser Ausgabe dort mit; die Einordnung wird neu beurteilt.
draft-merge-none = Diese Woche gibt es kein anderes Thema.
draft-verbatims-label = Welche sollen aus dem Thread?

## Was abgelehnt wird

draft-gone = Diesen Entwurf gibt es nicht mehr.
draft-faster = Jemand war schneller. Der Entwurf steht da, wie er jetzt ist.
draft-changed = Das hat sich inzwischen geändert. Der Entwurf steht da, wie er jetzt ist.
draft-not-curator = Über Entwürfe entscheidet die Redaktion.
draft-is-posted = Er ist schon veröffentlicht.
draft-is-shadow = Dieser Probelauf ist vorbei; der Entwurf ging an die Redaktion.
draft-is-passed = Die Zeit dafür ist vorbei; er wurde nicht veröffentlicht.
draft-no-channel = Die Ausgabe hat keinen Kanal, in dem sie erscheinen kann.
draft-no-voice = Es gibt keine Stimme der Woche.
draft-same-voice = Das ist schon die Stimme der Woche.
draft-pin-elsewhere = Diese Stimme handelt von einem Thema, das der Digest nicht zeigt.
draft-pin-not-of-week = Diese Stimme ist nicht aus der Woche des Entwurfs und hat dort keinen Nenner.
draft-pin-gone = Diese Stimme darf nicht mehr zitiert werden.
draft-offer-elsewhere = Ein Kontakt wird zu einem Thema angeboten, das der Digest zeigt.
draft-merge-rest = Was zu keinem Thema gehört, lässt sich nicht zusammenlegen.
draft-name-empty = Ein Thema braucht einen Namen.
draft-name-taken = So heißt schon ein anderes Thema dieser Woche; besser die beiden zusammenlegen.
draft-wording-empty = Der Befund braucht Worte.
draft-wording-long = Der Befund hat { $count } Wörter; höchstens { $most } sind möglich.
draft-number-wrong = { $number } steht dort nicht in den Daten. Sie sagen: { $known }.
draft-times-wrong = „{ $word }“ stimmt nicht: nicht gegenüber der Vorwoche, nicht gegenüber dem Üblichen und nicht als Teil des Ganzen.
draft-nothing-to-undo = Noch wurde nichts geändert.
draft-too-many-edits = Zu viele Änderungen; besser einige zurücknehmen oder den Entwurf anhalten.

## Wenn er fällig ist

draft-notice-held = { $title }, KW { $week }, war jetzt fällig und ist angehalten; es erschien nichts. Wer den Entwurf binnen 48 Stunden freigibt, lässt ihn noch erscheinen.
draft-notice-away = { $title }, KW { $week }, war jetzt fällig, und niemand hat über den Entwurf entschieden. Wie eingestellt, erschien nichts. Wer ihn binnen 48 Stunden freigibt, lässt ihn noch erscheinen.
draft-shadow = *Probelauf.* Sie sehen dies, wie es in { $channel } stünde; dort erschien nichts. { $left ->
    [0] Die nächste Ausgabe ist die erste, die dort erscheint.
    [one] Ein weiterer Probelauf folgt.
   *[other] { $left } weitere Probeläufe folgen.
}

## App-Startseite

draft-home = Entwürfe
draft-home-line = *{ $title }*, KW { $week }: { $state }, { $goes ->
    [held] sollte am { $moment } gehen
    [stopped] geht vorerst nicht
   *[goes] geht am { $moment }
}
draft-home-open = noch zu entscheiden
draft-home-approved = freigegeben
draft-home-held = angehalten
draft-home-ask = { $answered ->
    [yes] Die Bitte ist schon beantwortet.
   *[no] Die Bitte ist noch nicht beantwortet.
}
draft-home-where = Jeder steht in den Nachrichten mit Voxpop, mit allem, was sich dazu entscheiden lässt.

## Kontaktangebot

draft-slot-offer = *Zehn Minuten mit einem Kunden*
draft-do-offer = Gespräch auswählen
draft-do-drop-offer = Weglassen
draft-about-set-offer = In dieser Ausgabe wird kein Kontakt angeboten.
draft-offer-label = Welches Gespräch wird angeboten?
draft-offer-hint = Angeboten wird, es ganz zu lesen, ohne Personenbezogenes.
