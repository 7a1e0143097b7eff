# Was Admins privat erfahren, wenn ein Digest nicht seinen Weg geht.

notice-blocked = *{ $title }*, Woche { $week }: Slack hat den Digest abgelehnt ({ $code }). Was zu tun ist: { $advice }. Danach mit `voxpop digest post --edition { $edition } --week { $week }` posten. Andere Ausgaben laufen weiter.
notice-too-late = *{ $title }*, Woche { $week }: Slack war nicht rechtzeitig erreichbar, deshalb wurde der Digest nicht gepostet. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-held = *{ $title }*, Woche { $week }: Es lässt sich nicht sagen, ob { $part ->
        [0] der Digest
       *[other] Nachricht { $part } in seinem Thread
    } gepostet wurde, weil die App den Kanal nicht lesen darf ({ $code }). Bitte nachsehen und entscheiden: `voxpop digest resolve --edition { $edition } --week { $week } --posted`, wenn er dort steht, `--again`, wenn nicht. Damit die App selbst nachsehen kann, braucht sie die Verlaufsrechte, die `voxpop manifest` nennt.
notice-missed = *{ $title }*, Woche { $week }: Es wurde kein Digest gepostet, weil die App zur fälligen Zeit nicht lief oder nicht arbeiten konnte. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-moved = *{ $title }*, Woche { $week }: Es wurde kein Digest gepostet, weil ein Feiertag oder ein geänderter Zeitplan den Tag über sie hinweg verschoben hat. Von Hand geht es mit `voxpop digest post --edition { $edition } --week { $week }`, sonst entfällt die Woche.
notice-failed = *{ $title }*, Woche { $week }: Der Digest konnte nicht erstellt werden ({ $why }). Es wird weiter versucht, bis es zu spät ist; mehr steht im Protokoll.
notice-failed-unexpected = ein Fehler in der App selbst
