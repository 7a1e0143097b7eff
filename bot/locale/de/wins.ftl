# Glanzleistungen: das Formular, was Menschen gefragt werden und erfahren, was im Kanal steht.

form-close = Schließen
form-yes = Ja
form-no = Nein

win-kind-service = Glanzleistung
win-kind-bold = Mutiger Versuch
win-kind-across = Über Bereiche hinweg geholfen
win-kind-fixed = Dauerhaft gelöst
win-title-service = Glanzleistung
win-title-bold = Mutiger Versuch
win-title-across = Über Bereiche hinweg geholfen
win-title-fixed = Dauerhaft gelöst

## Das Formular

win-form-title = Glanzleistung melden
win-form-submit = Vorschlagen
win-form-hint = Eine gute Geschichte sagt, was der Kunde brauchte, was jemand getan hat und was daraus wurde. Die Redaktion sieht sie, und alle, die darin vorkommen, sehen zuerst den endgültigen Text: Nichts wird veröffentlicht, bevor nicht jede und jeder zugestimmt hat.
win-form-kind = Was ist es?
win-form-people = Wer?
win-form-people-hint = Alle, die in der Geschichte vorkommen. Jede und jeder wird unter vier Augen gefragt, wie sie oder er erscheinen möchte.
win-form-group = Eine ganze Nutzergruppe?
win-form-group-hint = Alle Mitglieder werden gefragt. Genannt wird die Gruppe nur ab fünf Personen.
win-form-group-none = Keine Gruppe
win-form-other = Jemand ohne Slack?
win-form-other-hint = In Slack kann niemand danach fragen, darum steht dort „jemand aus dem Kollegium“.
win-form-what = Was ist passiert?
win-form-what-hint = Zwei bis fünf Sätze. Namen der oben Gewählten werden erst eingesetzt, wenn sie zugestimmt haben.
win-form-link = Link oder Nummer des Tickets
win-form-link-hint = Dann wird wörtlich zitiert, aus dem geschwärzten Eintrag und mit Quelle.
win-form-said = Was hat der Kunde gesagt?
win-form-said-hint = Mit Ticket: die Worte, die zitiert werden sollen; leer gelassen sind es die ersten Sätze. Ohne Ticket: in eigenen Worten, gezeigt als weitererzählt und ohne Anführungszeichen.
win-form-private = Das stammt aus einem privaten Ort
win-form-private-yes = Es darf woanders erzählt werden; die Betroffenen wissen davon
win-form-thanks = Danke! Wer darin vorkommt, wird jetzt gefragt, und die Redaktion sieht es sich an. Was daraus wird, kommt als Nachricht; `/win meine` zeigt den Stand.
win-form-joined = Dabei! Was daraus wird, kommt als Nachricht.
win-twin = *Schon vorgeschlagen:* { $story }
win-twin-join = Anschließen
win-twin-another = Oder ist es eine andere Geschichte?
win-twin-another-yes = Es ist eine andere Geschichte
win-bold-promise = Ein mutiger Versuch wird nie bewertet, nie mit einer Note verbunden und nie in einer Beurteilung verwendet.
win-bold-1 = Was haben wir für den Kunden versucht?
win-bold-2 = Was haben wir erwartet?
win-bold-3 = Was ist passiert?
win-bold-4 = Was behalten wir bei?

## Im Kanal

win-colleague = jemand aus dem Kollegium
win-colleague-owns = jemandes
win-colleagues = andere aus dem Kollegium
win-team = das Team { $team }
win-team-owns = des Teams { $team }
win-as-told = Weitererzählt aus dem Kollegium: { $said }
win-quoted = In den eigenen Worten des Kunden · { $source }
win-celebration-foot = { $asked ->
    [some] Alle, die hier vorkommen und gefragt werden konnten, haben zugestimmt; andere sind nicht genannt.
    [nobody] Niemand, der hier vorkommt, konnte gefragt werden; darum ist niemand genannt.
   *[all] Alle, die hier vorkommen, haben zugestimmt.
} Dank bleibt privat und wird nicht gezählt.
win-thank = Danke sagen
win-taken-out = Hier stand eine Geschichte; sie wurde zurückgenommen.
win-nudge = Wer hat diese Woche etwas für einen Kunden getan, das andere wissen sollten? Zwei Sätze genügen, und niemand wird genannt, der es nicht möchte.
win-open = Vorschlagen

## An alle, die in einer Geschichte vorkommen

win-ask = Jemand aus dem Kollegium hat diese Geschichte vorgeschlagen, und Sie kommen darin vor. Vor Ihrer Entscheidung wird sie nicht veröffentlicht. Wie möchten Sie erscheinen?
win-ask-again = Eine Erinnerung, und die einzige: Sie kommen in dieser Geschichte vor. Ohne Ihre Antwort wird sie nicht veröffentlicht. Wie möchten Sie erscheinen?
win-ask-foot = Die Antwort lässt sich jederzeit ändern, auch nach dem Posten und ohne Grund.
win-choice-name = Mit meinem Namen
win-choice-team = Mit dem Namen meines Teams
win-choice-colleague = Ohne Namen
win-choice-private = Privat lassen
win-answered = Die Antwort: *{ $choice }*. { $state ->
    [shown] So steht es im Kanal.
    [private] Die Geschichte wird nicht veröffentlicht.
    [out] Die Geschichte war veröffentlicht; sie wird jetzt wieder herausgenommen.
   *[waits] Veröffentlicht wird erst, wenn alle zugestimmt haben und die Redaktion sie freigegeben hat.
}
win-thanks-from = { $name } sagt danke:

## An die, die sie erzählt haben

win-outcome-celebrated = { $where ->
    [digest] Die Geschichte steht im Digest dieser Woche.
   *[channel] Die Geschichte wird in { $channel } gefeiert.
} Danke fürs Erzählen!
win-outcome-ready = Die Geschichte ist freigegeben und kommt in den nächsten Digest. Danke fürs Erzählen!
win-outcome-kept = Danke für diese Geschichte. Die Redaktion hat sie aufbewahrt; veröffentlicht wird sie nicht.
win-outcome-merged = Jemand hat dieselbe Geschichte erzählt; die Redaktion hat beide zusammengelegt. Was daraus wird, kommt als Nachricht.
win-outcome-withdrawn = Wer die Geschichte erzählt hat, hat sie zurückgezogen. Es ist nichts mehr zu entscheiden.
win-outcome-private = { $was ->
    [posted] Die Geschichte war veröffentlicht; sie wird jetzt wieder herausgenommen und ist von nun an privat.
   *[never] Die Geschichte bleibt privat; sie wird nicht veröffentlicht.
}
win-outcome-unanswered = Nicht alle, die in der Geschichte vorkommen, haben geantwortet; darum wird sie nicht veröffentlicht.
win-outcome-taken-back = { $was ->
    [posted] Die Redaktion hat die Geschichte aus dem Kanal zurückgenommen.
   *[never] Die Redaktion hat die Freigabe zurückgenommen. Die Geschichte war nicht veröffentlicht und wird es nicht, bevor jemand sie neu freigibt.
}
win-edited = Die Redaktion hat den Text leicht bearbeitet oder eine andere Geschichte dazugenommen. Wer darin vorkommt, wird noch einmal gefragt. So lautet er jetzt:
win-mine = Ihre Geschichten
win-mine-none = Hier gibt es noch keine Geschichte, weder erzählt noch über Sie. `/win` öffnet das Formular.
win-state-open = unterwegs
win-state-ready = freigegeben, für den Digest
win-state-celebrated = gefeiert
win-state-kept = aufbewahrt, mit Dank
win-state-merged = mit einer anderen zusammengelegt
win-state-withdrawn = zurückgezogen
win-state-private = privat
win-state-unanswered = nicht veröffentlicht: eine Antwort fehlt
win-state-taken-back = zurückgenommen
win-edit = Text bearbeiten
win-withdraw = Zurückziehen
win-withdraw-sure = Die Geschichte wird nicht veröffentlicht; alle, die darin vorkommen, erfahren, dass nichts mehr zu entscheiden ist.
win-help =
    { "*" }Was `/win` kann*
    • `/win`: öffnet das Formular, um von einer Glanzleistung zu erzählen
    • `/win @anna hat den Start gerettet …`: öffnet es mit diesem Anfang
    • `/win meine`: Ihre Geschichten mit Stand, zum Bearbeiten und Zurückziehen
    • `/win hilfe`: diese Liste
    Bei jeder Nachricht: *Nominate as service win*, im Menü mit den drei Punkten.
win-offer = Ist das eine Glanzleistung? Nur Sie sehen das hier.

## An die Redaktion

win-review = { $own ->
    [yes] Eine Geschichte zum Ansehen. *Wer sie erzählt hat, kommt darin vor.*
   *[no] Eine Geschichte zum Ansehen.
}
win-home-queue = Glanzleistungen zur Entscheidung
win-approve = Freigeben
win-merge = Zusammenlegen
win-merge-submit = Zusammenlegen
win-merge-none = Es ist keine andere Geschichte unterwegs.
win-merge-into = Mit welcher Geschichte?
win-merge-hint = Deren Text bleibt. Wer diese hier erzählt hat, erfährt, was daraus wird; wer nur hier vorkommt, wird gefragt.
win-keep = Aufbewahren, mit Dank
win-keep-sure = Die Geschichte wird nicht veröffentlicht. Wer sie erzählt hat und wer darin vorkommt, bekommt einen Dank.
win-take-back = Zurücknehmen
win-take-back-sure = Die Geschichte verschwindet aus dem Kanal; im Digest tritt eine Zeile an ihre Stelle. Eine neue Freigabe bleibt möglich.
win-take-back-sure-ready = Die Geschichte kommt nicht in den nächsten Digest. Eine neue Freigabe bleibt möglich.
win-decided-approved = Freigegeben. Gefeiert wird, sobald alle zugestimmt haben.
win-decided-celebrated = Freigegeben und gefeiert.
win-decided-ready = Freigegeben, für den nächsten Digest.
win-decided-kept = Aufbewahrt, mit Dank.
win-decided-private = Sie bleibt privat: Jemand, der darin vorkommt, möchte das.
win-decided-taken-back = Zurückgenommen.
win-consent-back = { $was ->
    [posted] Jemand, der in dieser Geschichte vorkommt, hat die Zustimmung zurückgenommen. Sie war veröffentlicht; sie wird jetzt wieder herausgenommen.
   *[never] Jemand, der in dieser Geschichte vorkommt, hat die Zustimmung zurückgenommen. Sie wird nicht veröffentlicht.
}
win-standing-private = Jemand, der darin vorkommt, lässt sie privat.
win-standing-agreed = { $asked ->
    [some] Alle, die darin vorkommen und gefragt werden konnten, haben diesem Text zugestimmt.
    [nobody] Niemand, der darin vorkommt, konnte gefragt werden.
   *[all] Alle, die darin vorkommen, haben diesem Text zugestimmt.
}
win-standing-waiting = Noch ohne Antwort: { $names }
win-standing-unasked = In Slack nicht zu fragen, darum nicht genannt: { $names }
win-text-hint = Alle, die darin vorkommen, sehen den neuen Text und werden noch einmal gefragt.
win-text-said-hint = Wie es weitererzählt wurde: ohne Anführungszeichen. Leer lassen, wo nichts gesagt wurde.
win-text-submit = Speichern
win-thank-label = Ein Satz
win-thank-hint = Er geht privat an alle, die in der Geschichte vorkommen, mit Ihrem Namen. Gezählt wird nichts.
win-thank-submit = Senden
win-praise = Lob im Feedback dieser Woche
win-praise-what = Kunden haben diese Woche den Service gelobt. Ob daraus eine Glanzleistung wird, entscheiden Sie; von selbst wird es keine.
win-praise-make = Daraus erzählen
win-praise-make-this = Aus Stimme { $number } eine Geschichte machen
win-bold-quiet = Seit sechs Wochen hat niemand aus der Leitung von einem mutigen Versuch erzählt. Das öffnet allen anderen die Tür.

## Was nicht geht

win-faster = Jemand war schneller: Darüber ist inzwischen entschieden. Es hat sich nichts geändert.
win-gone = Diese Geschichte gibt es nicht mehr.
win-over = Über diese Geschichte ist nichts mehr zu entscheiden.
win-no-channel = Für Glanzleistungen ist kein Kanal eingestellt (WINS_CHANNEL). Bitte einen Admin fragen.
win-no-curator = Für Glanzleistungen ist niemand eingestellt, der sie freigibt (CURATORS). Bitte einen Admin fragen.
win-link-unknown = Unter diesem Link ist nichts bekannt. Bitte leer lassen und in eigenen Worten erzählen.
win-link-unquotable = Dieser Eintrag darf nicht zitiert werden. Bitte den Link leer lassen und in eigenen Worten erzählen.
win-said-otherwise = So steht es nicht wörtlich im Eintrag. Bitte von dort kopieren oder leer lassen.
win-join-over = Die Geschichte, der Sie sich anschließen wollten, ist nicht mehr unterwegs. Ihre ist nicht verloren: Sagen Sie im Formular, dass es eine andere ist, und senden Sie es ab.
win-too-late = Diese Geschichte lässt sich nicht mehr ändern.
win-group-unknown = Slack sagt nicht, wer in dieser Gruppe ist. Bitte die Personen auswählen.
win-nobody = Bitte jemanden auswählen: Personen, eine Gruppe oder einen Namen.
win-nobody-to-ask = Von diesen kann niemand gefragt werden: Es sind Bots, oder sie sind aus einem anderen Unternehmen oder nicht mehr in Slack. Bitte die auswählen, die es getan haben, oder einen Namen unter „Jemand ohne Slack?“ eintragen.
win-too-many = Das sind mehr als { $most } Personen. Bitte die auswählen, die es getan haben.
win-merge-too-many = Zusammen sind das mehr als { $most } Personen. Bitte die Geschichten getrennt lassen oder eine andere wählen.
win-leader-first = Mutige Versuche stehen allen offen, sobald jemand aus der Leitung von einem eigenen erzählt hat.
win-nothing-told = Bitte erzählen, was passiert ist.
win-thank-empty = Bitte einen Satz schreiben.
win-thank-nobody = Niemand sonst in dieser Geschichte ist in Slack zu erreichen; gesendet wurde nichts.
win-not-yours = Diese Geschichte kann nur ändern, wer sie erzählt hat.
win-not-about-you = Diese Geschichte handelt nicht von Ihnen.
win-text-changed = Der Text hat sich seitdem geändert; die neueste Nachricht dazu fragt noch einmal.
win-not-shown-yet = Sie haben den ganzen Text noch nicht gesehen. Er kommt gleich als Nachricht; bitte dort antworten.
win-edited-meanwhile = Jemand anderes hat den Text inzwischen geändert; überschrieben wurde nichts. Bitte das Geschriebene kopieren und den Text noch einmal öffnen.
win-team-too-small = Das Team ist zu klein, um jemanden zu verbergen. Bitte „Ohne Namen“ wählen.
win-not-curator = Darüber entscheidet die Redaktion.
win-not-confirmed = Das stammt aus einem privaten Ort. Bitte bestätigen, dass es woanders erzählt werden darf.
win-being-taken-back = Die alte Nachricht wird noch zurückgenommen. Bitte in einer Minute noch einmal versuchen.

## Im Digest

win-invitation = Wer hat etwas für einen Kunden getan, das andere wissen sollten? `/win` nimmt zwei Sätze.
win-more = +{ $count } im Thread
win-about = Neben einem Problem aus KW { $week }: *{ $theme }*
