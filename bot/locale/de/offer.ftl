# Zehn Minuten mit einem Kunden: der Platz im Digest, private Angebote, Formulare, der Rückblick.

offer-title = Zehn Minuten mit einem Kunden
offer-read = Ein ganzes Gespräch lesen, geschwärzt: { $theme }.
offer-call = Ein Kunde ist mit einem Rückruf einverstanden: { $theme }.
offer-listen = Im Support ist ein Termin zum Mithören frei: { $theme }. Der Kunde erfährt davon.
offer-take = Übernehme ich
offer-decline = Diesmal nicht
offer-open = Lesen
offer-debrief = Was ich gelernt habe

voice-help-offer = `/voice angebot`: der Leitung einen Rückruf anbieten, dem ein Kunde zugestimmt hat, oder einen Termin zum Mithören

## Private Nachrichten

offer-letter = Sie sind an der Reihe. Zusagen oder weitergehen lassen: Beides zählt niemand mit.
offer-letter-taken = Zugesagt. Zehn Minuten genügen.
offer-letter-taken-by = { $user } hat Ihr Angebot angenommen.
offer-letter-foot = Danach warten hier drei Fragen, zum Kunden und zum Ablauf, nie zu den Menschen im Support.
offer-letter-debrief = Sie haben mit einem Kunden zu tun gehabt. Drei Fragen, solange es frisch ist:
offer-letter-debriefed = Jemand hatte Kontakt mit einem Kunden und hat das gelernt:
offer-letter-declined = Es geht an die Nächsten. Danke für die Antwort.
offer-how-call = Gespräch { $record }. Einverstanden seit { $day }: { $how }
offer-how-listen = { $moment }, mit { $user }; von dort kommt der Termin. Gespräch { $record }. Bitte nur zuhören.

## Formulare

offer-form = Kontakt anbieten
offer-form-submit = Anbieten
offer-form-hint = Die Leitung wird reihum unter vier Augen gefragt. Kein Anruf ohne Einverständnis des Kunden, kein Mithören ohne einen Termin, den der Support selbst öffnet.
offer-form-kind = Was wird angeboten?
offer-kind-call = Ein Rückruf
offer-kind-listen = Mithören
offer-form-about = Worum geht es?
offer-form-about-hint = Wenige Worte, ohne Namen: Die Leitung sieht sie.
offer-form-record = Link oder Nummer des Tickets
offer-form-record-hint = Das Gespräch, um das es geht.
offer-form-agreed-on = Seit wann ist der Kunde einverstanden?
offer-form-agreed-on-hint = Mit einem Anruf zu genau dieser Sache, seit höchstens sechzig Tagen.
offer-form-agreed-how = Wie, und womit?
offer-form-agreed-how-hint = Etwa: per Mail, mit einem Anruf der Logistikleitung, werktags ab 16 Uhr.
offer-form-slot = Wann beginnt der Termin?
offer-form-freely = Von Ihnen geöffnet?
offer-form-freely-yes = Freiwillig; der Kunde erfährt davon
offer-form-freely-hint = Niemand muss das anbieten. Ihr Name steht nur bei diesem Termin, damit Sie hören, wer kommt; im Protokoll steht er nicht.
offer-form-thanks = Danke! Die Leitung wird reihum gefragt, unter vier Augen; wer zusagt, kommt als Nachricht.
offer-form-foot = Zum Kunden und zum Ablauf, nie zu den Menschen im Support. Die Antworten gehen ohne Ihren Namen an die Redaktion; sonst bleibt nichts.
offer-customer = Was brauchte der Kunde?
offer-process = Wo hat unser Ablauf geholfen, und wo stand er im Weg?
offer-change = Was wäre zu ändern, was beizubehalten?
offer-debrief-submit = Senden
offer-debrief-thanks = Danke! Die Redaktion liest es, ohne Ihren Namen.

## Was nicht geht

offer-taken = Jemand war schneller, der Termin ist vorbei, oder das Einverständnis ist inzwischen zu alt. Danke fürs Melden!
offer-yours = Das ist schon zugesagt; alles Nötige steht in Ihren Nachrichten.
offer-over = Hier ist nichts mehr zu tun.
offer-no-agreement = Ohne ein Einverständnis der letzten sechzig Tage wird niemand angerufen.
offer-agreed-how-needed = Bitte angeben, wie und womit der Kunde einverstanden ist.
offer-about-needed = Bitte in wenigen Worten sagen, worum es geht.
offer-about-names = Hier scheint jemand genannt zu sein, oder eine Nummer, die zu jemandem führt. Die Leitung sieht das: Bitte ohne diese Angabe schreiben.
offer-nothing-learnt = Bitte wenigstens eine der Fragen beantworten.
offer-no-slot = Bitte einen Zeitpunkt in den nächsten neunzig Tagen wählen.
offer-not-freely = Einen Termin öffnet nur, wer dort arbeitet, und der Kunde muss davon erfahren. Bitte ankreuzen, wenn das so ist.
offer-record-unknown = Unter diesem Link ist nichts bekannt. Bitte noch einmal nachsehen.
