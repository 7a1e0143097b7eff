# Quellen: wie es um sie steht, das Formular zum Verbinden, was Admins mit ihnen tun können.

source-title = Quellen für Feedback
source-not-yours = Das können nur Admins. Nichts wurde geändert.
source-head = *{ $source }*: { $origin ->
        [environment] in der Umgebung eingestellt, hier also nur zu sehen
        [slack] in Slack verbunden
       *[nowhere] nicht verbunden
    }
source-account = Konto: { $account }
source-state = { $state ->
        [fresh] Aktuell. Zuletzt ganz gelesen: { $at }.
        [stale] Veraltet. Zuletzt ganz gelesen: { $at }.
        [reading] Wird zum ersten Mal gelesen.
        [paused] Pausiert: Neues wird nicht gelesen. Zuletzt ganz gelesen: { $at }.
       *[paused-never] Pausiert: Ganz gelesen wurde noch nie.
    }
source-records = { $records ->
        [0] Noch keine Einträge
        [one] 1 Eintrag
       *[other] { $records } Einträge
    }
source-off = Ruht vorerst und wird einmal am Tag wieder versucht: { $streams }
source-stream = { $part ->
        [history] die Historie: { $name ->
            [tickets] Tickets
            [ratings] Bewertungen
            [surveys] Umfragen
           *[other] { $name }
        }
       *[new] { $name ->
            [tickets] Tickets
            [ratings] Bewertungen
            [surveys] Umfragen
           *[other] { $name }
        }
    }
source-wrong = *Was nicht stimmt:* { $what }
source-wrong-since = *Was seit { $since } nicht stimmt:* { $what }
source-do = *Was zu tun ist:* { $what }
source-key-first = Um eine Quelle zu verbinden, braucht Voxpop einen SECRET_KEY mit mindestens 16 Zeichen, mit dem die Zugangsdaten verschlüsselt werden. Wer Voxpop betreibt, erzeugt ihn mit `python -c "import secrets; print(secrets.token_hex(32))"`, trägt ihn in `.env` als SECRET_KEY ein und startet Voxpop neu. Dann steht hier ein Knopf zum Verbinden.
source-no-key = Quellen lassen sich hier noch nicht verbinden: Es fehlt ein SECRET_KEY mit mindestens 16 Zeichen, mit dem die Zugangsdaten verschlüsselt werden. Wer Voxpop betreibt, erzeugt ihn mit `python -c "import secrets; print(secrets.token_hex(32))"`, trägt ihn in `.env` als SECRET_KEY ein und startet Voxpop neu. Nichts wurde gespeichert.

## Was nicht stimmt, und was zu tun ist

source-trouble-credentials = { $source } nimmt die Zugangsdaten nicht an.
source-trouble-role = { $source } lässt dieses Konto das Nötige nicht lesen.
source-trouble-address = Unter der Adresse dieses Kontos antwortet { $source } nicht.
source-trouble-account = Das Feedback hier stammt aus einem anderen Konto bei { $source }, und zwei werden nie gemischt.
source-trouble-key = Die Zugangsdaten lassen sich mit diesem SECRET_KEY nicht lesen.
source-trouble-half = In der Umgebung ist nur die Hälfte des Kontos eingestellt.
source-trouble-passing = { $source } war nicht erreichbar oder hat nicht geantwortet.
source-trouble-busy = { $source } bittet Voxpop zu warten.
source-trouble-answers = { $source } gibt Antworten, mit denen Voxpop nichts anfangen kann.
source-trouble-mistake = Voxpop selbst hat beim Lesen einen Fehler gemacht; sein Protokoll sagt, wo.

source-do-credentials = { $origin ->
        [environment] Neue Zugangsdaten in der Umgebung eintragen und Voxpop neu starten.
       *[slack] Als Admin in { $source } ein neues Token anlegen und mit „Neue Zugangsdaten“ eintragen.
    }
source-do-role = { $origin ->
        [environment] Ein Token eintragen, das einem Admin von { $source } gehört, und Voxpop neu starten.
       *[slack] Als Admin von { $source } ein Token anlegen und mit „Neue Zugangsdaten“ eintragen.
    }
source-do-address = { $origin ->
        [environment] Den Namen des Kontos in der Umgebung prüfen.
       *[slack] Den Namen des Kontos mit „Neue Zugangsdaten“ prüfen.
    }
source-do-account = Das frühere Konto wieder verbinden, oder Voxpop für dieses mit einer anderen Datenbank betreiben.
source-do-key = Mit „Neue Zugangsdaten“ wieder verbinden, oder den früheren SECRET_KEY eintragen. Verloren ist nichts.
source-do-half = `voxpop doctor` sagt, welche Einstellungen fehlen.
source-do-passing = Nichts: Alle 15 Minuten wird es wieder versucht. Bleibt es so, das Netz und die Statusseite von { $source } ansehen.
source-do-busy = Nichts: Es geht von selbst weiter.
source-do-answers = Einmal am Tag wird es wieder versucht. Bleibt es so, bitte den Entwicklern von Voxpop sagen.
source-do-mistake = Alle 15 Minuten wird es wieder versucht. Bleibt es so, bitte den Entwicklern von Voxpop sagen.

## Knöpfe

source-connect = Verbinden
source-connect-label = { $source } verbinden
source-credentials = Neue Zugangsdaten
source-credentials-label = Neue Zugangsdaten für { $source } eintragen
source-pause = Pausieren
source-pause-label = { $source } pausieren
source-pause-title = Diese Quelle pausieren?
source-pause-sure = Neues wird nicht gelesen, bis jemand sie fortsetzt. Was hier ist, bleibt; Digests sagen, dass die Quelle veraltet ist.
source-resume = Fortsetzen
source-resume-label = { $source } fortsetzen
source-resync = Neu einlesen …
source-resync-label = { $source } ab einem Tag neu einlesen
source-disconnect = Trennen …
source-disconnect-label = { $source } trennen

## Formulare

source-form-title = Quelle verbinden
source-form-submit = Prüfen und verbinden
source-form-hint = *{ $source }.* Die Angaben werden einmal ausprobiert, bevor sie gespeichert werden. Tokens werden verschlüsselt und nie wieder angezeigt. Nach { $source } wird nie etwas geschrieben. Bitte vor dem Verbinden mit Betriebsrat und Datenschutz abstimmen.
source-form-problem = *Nicht verbunden.* { $what } Tokens bitte noch einmal eintragen.
source-form-checking = { $source } wird gefragt, ob es diese Zugangsdaten kennt … Das dauert einige Sekunden. Dieses Fenster kann geschlossen werden; das Ergebnis kommt in jedem Fall.
source-form-connected = *{ $source } ist verbunden.* Jetzt werden die letzten Wochen gelesen, dann die Historie, das Neueste zuerst. `/voice quellen` zeigt, wie weit es ist.
source-title-short = Quellen
source-needed = Diese Angabe wird gebraucht.
source-odd-secret = Das sieht nicht wie ein Token aus: Es enthält Leerzeichen oder andere Zeichen, die kein Token hat. Bitte noch einmal kopieren.
source-faster = Jemand anders hat diese Quelle gerade geändert, darum wurde hiervon nichts gespeichert. `/voice quellen` zeigt, wie es um sie steht.
source-gone = Diese Quelle ist nicht mehr verbunden. `/voice quellen` zeigt, wie es um sie steht.
source-in-environment = Diese Quelle ist in der Umgebung eingestellt, und die hat Vorrang. Geändert wird sie dort, nicht hier.
source-future = Bitte einen Tag wählen, der vorbei ist.
source-form-credentials = { $source } nimmt diese Zugangsdaten nicht an. Gehört die Mailadresse der Person, die das Token angelegt hat, und ist das Token ganz kopiert?
source-form-role = { $source } kennt diese Zugangsdaten, lässt sie das Nötige aber nicht lesen. Das Token muss einem Admin gehören.
source-form-address = Ein Konto { $account } gibt es bei { $source } nicht, oder es antwortet woanders. Bitte den Namen prüfen.
source-form-account = Das Feedback hier stammt aus dem Konto { $known } bei { $source }. Zwei Konten werden in einer Datenbank nie gemischt: { $known } wieder verbinden, oder Voxpop für { $account } mit einer anderen Datenbank betreiben.
source-form-passing = { $source } war nicht erreichbar oder hat nicht rechtzeitig geantwortet. Bitte den Namen des Kontos prüfen und es in einigen Minuten noch einmal versuchen.
source-form-busy = { $source } bittet, vor der nächsten Frage zu warten. Bitte in einigen Minuten noch einmal versuchen.
source-form-answers = { $source } gab eine Antwort, mit der Voxpop nichts anfangen kann. Bitte den Namen des Kontos prüfen.
source-resync-title = Neu einlesen
source-resync-submit = Neu einlesen
source-resync-hint = *{ $source }.* Alles, was sich seit diesem Tag geändert hat, wird noch einmal gelesen, die neuesten Wochen zuerst. Was schon hier ist, wird nicht doppelt gespeichert, und was gelöscht wurde, bleibt gelöscht. Bei viel Feedback dauert es Stunden; das Posten wartet darauf nicht.
source-resync-since = Neu einlesen ab
source-disconnect-title = Quelle trennen
source-disconnect-submit = Trennen
source-disconnect-hint = *{ $source } trennen?* Die Zugangsdaten werden sofort gelöscht, und Neues wird nicht mehr gelesen.
source-disconnect-feedback = Was wird aus dem Feedback?
source-disconnect-keep = Es bleibt
source-disconnect-keep-hint = Digests zeigen weiter die Wochen, die ganz gelesen sind.
source-disconnect-forget = Es wird mit gelöscht
source-disconnect-forget-hint = Gepostetes bleibt. Das lässt sich nicht rückgängig machen.
source-disconnect-making = { $source } wird getrennt …
source-disconnect-done = *{ $source } ist getrennt.* Die Zugangsdaten sind gelöscht; das Feedback bleibt.
source-disconnect-forgotten = *{ $source } ist getrennt.* Die Zugangsdaten sind gelöscht, und mit ihnen { $records ->
        [one] 1 Eintrag
       *[other] { $records } Einträge
    }.
source-resync-done = *{ $source } wird ab { $day } neu eingelesen.* `/voice quellen` zeigt, wie weit es ist.

## Das Formular für Zendesk

source-zendesk-subdomain = Konto
source-zendesk-subdomain-hint = Was vor .zendesk.com steht, zum Beispiel ihrefirma.
source-zendesk-subdomain-wrong = Das ist kein Name eines Kontos; es ist das, was vor .zendesk.com steht, zum Beispiel ihrefirma.
source-zendesk-email = Mailadresse des Admins
source-zendesk-email-hint = Die der Person, die das API-Token angelegt hat.
source-zendesk-email-wrong = Das ist keine Mailadresse.
source-zendesk-api-token = API-Token
source-zendesk-api-token-hint = Admin Center, Apps und Integrationen, APIs. Nur Admins dürfen Tickets exportieren.
source-zendesk-oauth-token = Oder ein OAuth-Zugriffstoken
source-zendesk-oauth-token-hint = Mit dem Recht „read“, an Stelle von Mailadresse und API-Token.
source-zendesk-segment-field = Feld für Segmente
source-zendesk-segment-field-hint = Der Schlüssel des Organisationsfelds, dessen Wert als Segment der Kunden gezeigt wird, zum Beispiel plan.
source-zendesk-segment-field-wrong = Das ist kein Schlüssel eines Felds: Er hat keine Leerzeichen, zum Beispiel plan.
source-zendesk-half = Mailadresse und API-Token eintragen, oder ein OAuth-Zugriffstoken.

## In den Einstellungen und im Protokoll der Änderungen

setup-page-sources = Quellen
setup-sum-sources = Support-Werkzeuge verbinden und sehen, wie es um sie steht
audit-source-connect = hat die Quelle { $target } verbunden
audit-source-credentials = hat neue Zugangsdaten für die Quelle { $target } eingetragen
audit-source-pause = hat die Quelle { $target } pausiert
audit-source-resume = hat die Quelle { $target } fortgesetzt
audit-source-resync = hat die Quelle { $target } neu einlesen lassen
audit-source-disconnect = hat die Quelle { $target } getrennt
