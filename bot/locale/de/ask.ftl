# Bitten an die Leitung: die Plätze im Digest, private Nachrichten, Formulare, und was nicht geht.

## Im Digest

ask-no-area = Noch ohne Bereich
ask-spoken = Eine Bitte, { $area }: { $sentence }
ask-take = Übernehme ich
ask-hand-on = Ich gebe es weiter
ask-not-now = Jetzt nicht, weil …
ask-answer-taken = Übernommen: { $line } ({ $kind }, bis { $due })
ask-answer-not-now = Jetzt nicht, weil: { $line }
ask-proposal = { $label ->
    [new] Das Thema { $theme } ist neu in dieser Woche: { $counted }. Was tut der Bereich { $area } dagegen, und bis wann?
    [rising] Das Thema { $theme } nimmt zu: { $counted }. Was tut der Bereich { $area } dagegen, und bis wann?
    [fading] Das Thema { $theme } geht zurück: { $counted }. Was behält der Bereich { $area } bei, damit es so bleibt?
   *[other] Das Thema { $theme } kommt immer wieder, diese Woche: { $counted }. Was tut der Bereich { $area } dagegen, und bis wann?
}
ask-proposal-unowned = Welcher Bereich kümmert sich um das Thema { $theme } (diese Woche: { $counted }), und was ist der erste Schritt?
ask-kind-budget = Budget
ask-kind-priority = Vorrang
ask-kind-people = Personal
ask-kind-process = Ablauf
ask-kind-promise = Zusage an Kunden
ask-kind-kpi = Kennzahl
ledger-title = Was zugesagt war
ledger-kept = Gehalten
ledger-moved = Verschoben auf { $due }
ledger-overdue = Überfällig seit { $due }
ledger-dropped = Fallen gelassen
ledger-more = +{ $count } im Thread

## Private Nachrichten

ask-letter = Die Stimmen dieser Woche führen zu einer Frage, und sie geht an Sie.
ask-letter-first = Bisher hat sie nur die Redaktion gesehen.
ask-letter-again = Die Redaktion hat die Frage umformuliert. So lautet sie jetzt, an Stelle der früheren:
ask-letter-draft = Die Redaktion kann sie noch umformulieren; dann kommt sie noch einmal. Liegt Ihre Antwort vorher vor, zeigt „{ $title }“ sie; sonst steht dort am { $moment } die Frage. Ein Name steht dort nur, wenn diese Nachricht einen Arbeitstag vorher da war.
ask-letter-posted = Die Frage steht im Digest. Dort tritt die Antwort an ihre Stelle, unter dem Bereich und ohne Namen.
ask-letter-about = Thema: { $theme }
ask-away = Abwesend: Vertretung
ask-away-sure = Die Frage geht sofort an die Vertretung und gehört von da an ihr.
ask-letter-deputy = Die Frage geht jetzt an { $user }.
ask-letter-passed = { $user } bittet Sie, das zu übernehmen. Es gilt erst mit Ihrer Zusage; sonst erfährt niemand von der Anfrage.
ask-accept = Ich übernehme
ask-decline = Nein, danke
ask-letter-yours = Die Frage liegt jetzt bei Ihnen. Wie lautet die Antwort?
ask-letter-declined-by-you = Es bleibt, wo es war. Danke für die Antwort.
ask-letter-accepted = { $user } hat die Frage übernommen.
ask-letter-declined = { $user } kann die Frage nicht übernehmen; sie bleibt darum bei Ihnen.
ask-letter-declined-other = { $user } kann die Frage nicht übernehmen; sie bleibt darum, wo sie war.
ask-letter-elsewhere = Diese Frage geht jetzt an jemand anderen. Für Sie ist nichts mehr zu tun.
ask-letter-withdrawn = Diese Frage wird doch nicht gestellt. Es ist nichts mehr zu tun.
ask-letter-taken = Übernommen bis { $day }. An dem Tag oder am nächsten Arbeitstag kommt hier die Frage, was daraus geworden ist; die Antwort kann auch früher kommen.
ask-letter-inherited = Das ist übernommen bis { $day } und liegt jetzt bei Ihnen. An dem Tag oder am nächsten Arbeitstag kommt hier die Frage, was daraus geworden ist; die Antwort kann auch früher kommen.
ask-letter-moved = Verschoben auf { $day }. An dem Tag oder am nächsten Arbeitstag kommt die Frage noch einmal.
ask-letter-due = Heute ist der Tag, der dafür genannt war. Was ist daraus geworden?
ask-letter-was-due = Dafür war der { $day } genannt. Was ist daraus geworden?
ask-letter-orphaned = Wer das bis { $day } übernommen hat, ist nicht mehr hier, und eine Vertretung gibt es nicht. Die Frage geht darum an die Admins: Was ist daraus geworden?
ask-done = Erledigt
ask-move = Verschieben auf …
ask-drop = Fallen lassen, weil …
ask-letter-not-now = Die Antwort ist notiert: jetzt nicht, weil
ask-letter-kept = Gehalten. Der nächste Digest sagt es, nach Bereich. Danke!
ask-letter-dropped = Fallen gelassen. Der nächste Digest sagt es, nach Bereich.
ask-letter-links = Gehalten, durch { $area }. Wer davon gesprochen hat, kann es jetzt im Support-Werkzeug erfahren.
ask-links-count = { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
} zu diesem Thema, { $week }. Die Links, nur für Sie:
ask-links-more = { $count } weitere stehen im Support-Werkzeug.

## Formulare

ask-form-submit = Antworten
ask-form-line = Was wird übernommen?
ask-form-line-hint = Eine Zeile, in der niemand genannt wird. Der Digest zeigt sie unter dem Bereich, ohne Ihren Namen.
ask-form-due = Bis wann?
ask-form-kind = Was kommt dafür?
ask-form-to = An wen?
ask-form-to-hint = Die Anfrage kommt unter vier Augen. Bis zur Zusage bleibt die Frage bei Ihnen.
ask-form-not-now = Jetzt nicht
ask-form-because = Weil …
ask-form-because-hint = Auch das ist eine Antwort. Eine Zeile, in der niemand genannt wird; der Digest zeigt sie unter dem Bereich.
ask-form-done = Was ist geschehen?
ask-form-done-hint = Eine Zeile, in der niemand genannt wird; der nächste Digest zeigt sie unter dem Bereich.
ask-form-move = Verschieben
ask-form-moved = Auf welchen Tag?
ask-form-why = Warum?
ask-form-why-hint = Das lesen Sie hier wieder, und wer das vielleicht übernimmt; der Digest nennt nur den neuen Tag.
ask-form-drop = Fallen lassen
ask-form-thanks = Danke, es ist notiert.
ask-word = Bitte formulieren
ask-word-sentence = Die Frage
ask-word-hint = Eine Entscheidung, in einem Satz.
ask-word-owner = Wer wird gefragt?
ask-leave-out = Diese Woche nichts fragen?
ask-leave-out-yes = Die Bitte weglassen
ask-word-foot = Wer gefragt wird, sieht die Frage sofort unter vier Augen, auch wenn sie umformuliert wird. Im Digest steht ein Name nur, wenn die Frage einen Arbeitstag vorher da war; sonst steht dort allein der Bereich.

## App Home

ask-home = An Sie gerichtet
ask-home-deputy = Gefragt ist { $user }; Sie können in Vertretung antworten.
ask-home-due = bis { $day }
ask-home-overdue = war fällig am { $day }

## Was nicht geht

ask-faster = Jemand war schneller: Das hat sich inzwischen geändert. Bitte das Formular schließen und noch einmal ansehen.
ask-gone = Diese Frage gibt es nicht mehr.
ask-answered = Das ist schon beantwortet; geändert hat sich nichts. Trotzdem danke!
ask-withdrawn = Diese Frage wird nicht mehr gestellt. Es ist nichts mehr zu tun.
ask-reworded = Die Frage hat sich inzwischen geändert: Sie ist umformuliert, oder jemand anderes hat sie jetzt. Bitte das Formular schließen und die neueste Nachricht dazu ansehen.
ask-not-yours = Danke für die Hilfsbereitschaft! Antworten kann hier nur, wer gefragt wurde, die Vertretung oder ein Admin. Für alles, was dabei hilft, ist der Thread ein guter Ort.
ask-over = Dazu ist nichts mehr zu sagen: Es wurde gehalten oder fallen gelassen, oder niemand hat es übernommen.
ask-not-passed = Das wartet nicht mehr auf Sie.
ask-no-deputy = Für diesen Bereich ist keine Vertretung genannt. Bitte weitergeben oder einen Admin fragen.
ask-pass-nobody = Laut Slack ist das ein Bot, jemand aus einem anderen Unternehmen oder jemand, der nicht mehr hier ist. Bitte jemand anderen wählen.
ask-pass-owner = Die Frage liegt schon dort. Bitte jemand anderen wählen.
ask-needs-line = Bitte eine Zeile schreiben; Leerzeichen allein sagen nichts.
ask-due-past = Dieser Tag ist vorbei. Bitte einen kommenden wählen.
ask-gave-it-on = Hier wurde schon gefragt; von dort ging es weiter an die Stelle, die jetzt gefragt ist. Bitte jemand anderen wählen.
ask-due-same = An diesem Tag ist es schon fällig. Bitte einen anderen wählen.
ask-due-far = Das ist mehr als ein Jahr hin. Bitte einen früheren Tag wählen.
ask-needs-owner = Bitte wählen, wer gefragt wird, oder die Bitte weglassen.
ask-no-theme = In dieser Woche führt kein Thema; es gibt nichts zu fragen.
