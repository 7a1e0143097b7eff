# Das sollte hier nicht stehen: worum alle bitten können und was Redaktion und Admins erfahren.

hide-gone = [ein Zitat wurde herausgenommen]

## Das Formular

hide-title = Zitat herausnehmen
hide-submit = Jetzt herausnehmen
hide-what = Was angekreuzt ist, verschwindet sofort aus den Nachrichten, für alle. Die Zahlen bleiben. Wer Voxpop hier betreut, erfährt davon und entscheidet, ob es zurückkommt; von wem der Hinweis kam, wird hier niemandem gezeigt.
hide-which = Welches Zitat sollte hier nicht stehen?
hide-why = Warum?
hide-why-hint = Es hilft denen, die entscheiden. Nötig ist es nicht.
hide-why-personal = es verrät, um wen es geht
hide-why-wrong = es ist falsch oder irreführend
hide-why-hurts = es verletzt jemanden
hide-why-other = ein anderer Grund
hide-why-unsaid = kein Grund genannt
hide-none = In dieser Nachricht steht kein Zitat mehr.
hide-done = Erledigt. Das Zitat ist aus den Nachrichten herausgenommen und wird nicht wieder zitiert, es sei denn, die Redaktion stellt es zurück. Danke fürs Aufpassen.
hide-faster = Jemand war schneller: Es ist schon herausgenommen.
hide-gone-digest = Diesen Digest gibt es nicht mehr, deshalb wurde nichts geändert.

## An Redaktion und Admins

hide-letter = Aus *{ $title }*, KW { $week }, in { $channel } wurde am { $moment } ein Zitat herausgenommen. Grund: { $why }.
hide-letter-foot = { $decides ->
    [yes] Es wird in keiner Ausgabe wieder zitiert, es sei denn, die Redaktion stellt es zurück. Die Zahlen sind wie zuvor.
   *[no] Es wird in keiner Ausgabe wieder zitiert, es sei denn, die Redaktion stellt es zurück. Darüber entscheidet die Redaktion. Die Zahlen sind wie zuvor.
}
hide-look = Ansehen
hide-look-title = Was herausgenommen ist
hide-look-none = Es ist hier nicht mehr gespeichert.
hide-keep = Draußen lassen
hide-put-back = Zurückstellen
hide-put-back-sure = Alle im Kanal sehen es dann wieder, wo es stand. Jemand fand, dass es dort nicht stehen sollte.
hide-decided-kept = Es bleibt draußen.
hide-decided-lifted = Es steht wieder da und darf wieder zitiert werden.
hide-decided-faster = Jemand war schneller und hat schon darüber entschieden.
hide-not-yours = Darüber kann nur die Redaktion entscheiden.
hide-not-back = Es lässt sich nicht zurückstellen: Seine Quelle sagt inzwischen, dass es nicht zitiert werden soll, oder es ist nicht mehr hier. Es bleibt draußen.
hide-home = Aus einem Digest herausgenommen
