# Was Admins privat erfahren, wenn ein Digest nicht seinen Weg geht.

notice-blocked = *{ $title }*, Woche { $week }: Slack hat den Digest abgelehnt ({ $code }). Was zu tun ist: { $advice }. Danach mit `voxpop digest post --edition { $edition } --week { $week }` posten. Andere Ausgaben laufen weiter.
notice-advice = { $code ->
    [not_in_channel] die App in den Kanal einladen: /invite @Voxpop
    [channel_not_found] DIGEST_CHANNEL oder den Kanal in `/voice einrichten` prüfen; in einen privaten Kanal muss die App zuerst eingeladen werden: /invite @Voxpop
    [is_archived] der Kanal ist archiviert; ihn wieder öffnen oder mit DIGEST_CHANNEL oder in `/voice einrichten` einen anderen wählen
    [shared] der Kanal wird mit einem anderen Unternehmen geteilt; zwei Admins können es bestätigen, jeder in der privaten Nachricht von Voxpop
    [missing_scope] der App fehlt ein Recht; mit `voxpop manifest` vergleichen und neu installieren
    [thread_not_found] der Digest über dem Thread wurde gelöscht; es gibt nichts mehr, worauf zu antworten wäre
    [restricted_action] im Kanal dürfen nur manche schreiben; es der App in seinen Einstellungen erlauben
    [account_inactive] die App neu installieren und ihr neues SLACK_BOT_TOKEN eintragen
    [invalid_auth] die App neu installieren und ihr neues SLACK_BOT_TOKEN eintragen
    [token_expired] die App neu installieren und ihr neues SLACK_BOT_TOKEN eintragen
    [token_revoked] die App neu installieren und ihr neues SLACK_BOT_TOKEN eintragen
   *[other] auf docs.slack.dev nachlesen, was es bedeutet, oder einen Slack-Admin fragen
}
notice-too-late = *{ $title }*, Woche { $week }: Slack war nicht rechtzeitig erreichbar, deshalb wurde der Digest nicht gepostet. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-held = *{ $title }*, Woche { $week }: Es lässt sich nicht sagen, ob { $part ->
        [0] der Digest
       *[other] Nachricht { $part } in seinem Thread
    } gepostet wurde, weil die App den Kanal nicht lesen darf ({ $code }). Bitte nachsehen und entscheiden: `voxpop digest resolve --edition { $edition } --week { $week } --posted`, wenn er dort steht, `--again`, wenn nicht. Damit die App selbst nachsehen kann, braucht sie die Verlaufsrechte, die `voxpop manifest` nennt.
notice-missed = *{ $title }*, Woche { $week }: Es wurde kein Digest gepostet, weil die App zur fälligen Zeit nicht lief oder nicht arbeiten konnte. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-undecided = *{ $title }*, Woche { $week }: Es wurde kein Digest gepostet, weil sein Entwurf angehalten war oder niemand rechtzeitig darüber entschieden hat. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`; dann entsteht er neu, ohne die Änderungen der Redaktion. Sonst entfällt die Woche.
notice-moved = *{ $title }*, Woche { $week }: Es wurde kein Digest gepostet, weil ein Feiertag oder ein geänderter Zeitplan den Tag über sie hinweg verschoben hat. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-failed = *{ $title }*, Woche { $week }: Der Digest konnte nicht erstellt werden ({ $why }). Es wird weiter versucht, bis es zu spät ist; mehr steht im Protokoll.
notice-failed-unexpected = ein Fehler in der App selbst
notice-source-paused = *{ $source }* nimmt die Zugangsdaten von Voxpop nicht mehr an und wird nicht mehr gelesen, bis es andere gibt. Was zu tun ist: { $advice }. Alles andere läuft weiter; der Digest sagt, dass { $source } veraltet ist.
notice-source-off = *{ $source }*: { $why }. Ohne { $stream } gibt es aus { $source } kein Feedback. Was zu tun ist: { $advice }. Einmal am Tag wird es wieder versucht; alles andere läuft weiter.
notice-source-broken = *{ $source }*: { $stream } wird heute nicht weiter gelesen, weil sonst Feedback verloren gehen oder das Lesen nie enden könnte ({ $why }). Morgen wird es wieder versucht. Bleibt es so, bitte den Entwicklern von Voxpop sagen.
notice-source-history = *{ $source }*: Die Historie von { $stream } wird heute nicht weiter zurück gelesen ({ $why }). Neues wird trotzdem gelesen. Morgen wird es wieder versucht.
notice-source-address = *{ $source }*: { $why }. Was zu tun ist: { $where }. Einmal am Tag wird es wieder versucht; alles andere läuft weiter.
notice-source-account = *{ $source }* wird nicht gelesen: { $why }. Nichts wurde vermischt, nichts ist verloren; alles andere läuft weiter.
notice-source-failing = *{ $source }* war fast eine Stunde lang nicht lesbar ({ $why }). Alle 15 Minuten wird es wieder versucht; bis dahin sagt der Digest, dass { $source } veraltet ist. `voxpop doctor` sagt mehr.
notice-source-key = *{ $source }* wird nicht gelesen: Die Zugangsdaten lassen sich mit diesem SECRET_KEY nicht lesen. Was zu tun ist: `/voice quellen` eingeben und die Quelle wieder verbinden, oder den früheren SECRET_KEY eintragen. Verloren ist nichts; alles andere läuft weiter.
notice-source-again = *{ $source }* läuft wieder: Alles Nötige wurde ganz gelesen.
notice-source-advice = { $origin ->
    [slack] { $name ->
        [zendesk] als Zendesk-Admin ein neues API-Token anlegen (Admin Center, Apps und Integrationen, APIs), `/voice quellen` eingeben und *Neue Zugangsdaten* wählen
       *[other] `/voice quellen` eingeben und *Neue Zugangsdaten* wählen
    }
   *[environment] { $name ->
        [zendesk] als Zendesk-Admin ein neues API-Token anlegen (Admin Center, Apps und Integrationen, APIs), ZENDESK_EMAIL und ZENDESK_API_TOKEN eintragen und Voxpop neu starten
       *[other] `voxpop doctor` aufrufen und neue Zugangsdaten eintragen
    }
}
notice-source-where = { $origin ->
    [slack] { $name ->
        [zendesk] `/voice quellen` eingeben, *Neue Zugangsdaten* wählen und das Konto prüfen, es ist das, was vor .zendesk.com steht
       *[other] `/voice quellen` eingeben und das Konto prüfen
    }
   *[environment] { $name ->
        [zendesk] ZENDESK_SUBDOMAIN prüfen, es ist das, was vor .zendesk.com steht
       *[other] `voxpop doctor` aufrufen und die Adresse in den Einstellungen prüfen
    }
}
notice-win = Eine Glanzleistung konnte nicht in ihrem Kanal gepostet werden ({ $code }). Was zu tun ist: { $advice }. Danach bitte in den Kanal sehen: Steht sie dort nicht, nimmt jemand aus der Redaktion sie zurück und gibt sie noch einmal frei.
notice-win-stands = Eine Glanzleistung wurde zurückgenommen oder geändert, und Voxpop kann ihre Nachricht in <#{ $channel }> nicht berichtigen ({ $code }). Sie steht dort vielleicht noch wie zuvor, auch mit Namen. { $kind ->
    [digest] Bitte dort nachsehen. Wo die Nachricht steht, lässt sich mit `voxpop digest resolve` sagen, dann berichtigt Voxpop sie; oder sie von Hand löschen.
   *[other] Bitte dort nachsehen und sie von Hand löschen.
} Falls Slack es verweigert: { $advice }.
notice-message-stands = Aus einem Digest wurde etwas herausgenommen oder berichtigt, und Voxpop kann seine Nachricht in <#{ $channel }> nicht ändern ({ $code }). Sie steht dort vielleicht noch wie zuvor. Bitte nachsehen und die Nachricht von Hand löschen, wenn sie nicht bleiben darf. Falls Slack es verweigert: { $advice }. Voxpop versucht es weiter.
notice-wins-wait = Glanzleistungen warten: Slack verweigert, was sie brauchen ({ $code }). Was zu tun ist: { $advice }. Danach geht es von selbst weiter.
notice-setup = Die Einstellungen für <#{ $channel }> haben sich so geändert, dass der Schutz sinkt, und Voxpop konnte es im Kanal nicht sagen ({ $code }). Bitte dort Bescheid geben. Was zu tun ist: { $advice }.
