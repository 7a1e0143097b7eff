voice-help = { "*" }Was Sie mit `/voice` tun können*
voice-help-preview = `/voice vorschau`: der kommende Digest, nur für Sie sichtbar; mit dem Namen einer Ausgabe der von dieser
voice-help-about = `/voice über verspätete Erstattungen`: was Kundinnen und Kunden dazu gesagt haben, in beliebigen Worten, nur für Sie sichtbar
voice-help-add = `/voice neu`: festhalten, was jemand dort gesagt hat, wo kein Support-Werkzeug mithört
voice-help-setup = `/voice einrichten`: Kanäle, Menschen, Regeln und das Protokoll
voice-help-correct = `/voice berichtigen`: einen geposteten Digest berichtigen
voice-help-sources = `/voice quellen`: wie es um jede Quelle steht, zum Verbinden, Pausieren und Beenden
voice-help-help = `/voice hilfe`: diese Liste
voice-unknown = Das kennt `/voice` nicht.
voice-unknown-close = Das kennt `/voice` nicht. Meinten Sie `/voice { $closest }`?
voice-making = Der kommende Digest wird gerade erstellt. Er erscheint gleich hier, nur für Sie sichtbar.
voice-another-team = Diese App gehört zu einem anderen Slack-Workspace; hier wird nichts davon gezeigt.
voice-ahead =
    { $where ->
        [nowhere] *{ $title }*: Der nächste Digest ist am { $moment } fällig und handelt von KW { $week }, aber es ist noch kein Kanal dafür eingestellt (`/voice einrichten`).
       *[somewhere] *{ $title }*: Der nächste Digest kommt am { $moment } in { $channel } und handelt von KW { $week }.
    }
voice-shown-coming = So sähe er jetzt aus; nur Sie können das sehen.
voice-shown-last = Diese Woche läuft noch; gezeigt wird darum KW { $week }, die letzte abgeschlossene. Nur Sie können das sehen.
voice-sorry = Das hat nicht geklappt, und es liegt an uns. Vielleicht ist es trotzdem geschehen: Bitte sehen Sie nach, bevor Sie es noch einmal versuchen. Nennen Sie einem Admin das Zeichen { $reference }: Es steht im Protokoll.
voice-sorry-because = Das hat nicht geklappt: { $reason } (Zeichen { $reference })
command-unknown = Diesen Befehl kennt Voxpop nicht. `/voice hilfe` listet auf, was möglich ist.
button-unknown = Dieser Knopf ist nicht mehr in Gebrauch; Voxpop hat sich verändert, seit er gepostet wurde.
form-changed = Das Formular hat sich geändert, während Sie darin etwas gewählt haben; vielleicht zeigt es nicht, was dazu gehört. Bitte wählen Sie noch einmal.
form-unknown = Dieses Formular gehört zu einer anderen Fassung von Voxpop, und nichts davon wurde gespeichert. Bitte kopieren Sie, was Sie geschrieben haben, schließen Sie es und öffnen Sie es noch einmal.
form-said = Voxpop
form-expired = Slack hat zu lange gewartet, darum hat sich das Formular nicht geöffnet. Bitte noch einmal versuchen.
voice-preview-none = Es gibt keine Ausgabe, die Sie sehen könnten. Das können die Mitglieder ihres Kanals; oder fragen Sie einen Admin.
voice-preview-which = Eine solche Ausgabe gibt es nicht. Die, die Sie sehen können: { $names }
